/** Changing the size of a frame or a note by its corner. */
import type { Stage } from '../stage'

type Limit = (w: number, h: number) => { w: number; h: number }

export function useResize(stage: Stage, id: string, limit: Limit): (event: PointerEvent) => void {
  return (event) => {
    const item = stage.graph.nodes.get(id) ?? stage.graph.notes.get(id)
    const node = stage.board.getNodes.value.find((n) => n.id === id)
    if (!item || !node || stage.locked.value) return
    const { zoom } = stage.board.getViewport()
    const begin = { x: event.clientX, y: event.clientY, w: Number(node.width), h: Number(node.height) }
    let size = { w: begin.w, h: begin.h }
    const move = (e: PointerEvent): void => {
      size = limit(begin.w + (e.clientX - begin.x) / zoom, begin.h + (e.clientY - begin.y) / zoom)
      stage.show(stage.graph.apply([{ op: 'move', places: { [id]: { x: item.x, y: item.y, ...size } } }]))
    }
    const done = (): void => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', done)
      removeEventListener('pointercancel', done)
      if (size.w !== begin.w || size.h !== begin.h) stage.commit('Resize', [{ op: 'move', places: { [id]: { x: item.x, y: item.y, ...size } } }])
    }
    addEventListener('pointermove', move)
    addEventListener('pointerup', done)
    addEventListener('pointercancel', done)
  }
}
