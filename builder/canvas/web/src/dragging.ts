/** Moving things by hand: shown by the library, finished as one transaction when they are let go. */
import type { Editor } from './editor'
import { HEAD, sizeOf } from './geometry'
import type { BoardNode } from './lib'
import type { Stage } from './stage'

interface DragEvent {
  node: BoardNode
  nodes: BoardNode[]
}

export class Dragging {
  private frame = ''
  private queued = 0
  private last: DragEvent | null = null

  constructor(private readonly stage: Stage, private readonly editor: Editor) {}

  readonly changed = (changes: Iterable<{ type: string }>): void => {
    for (const change of changes) {
      if (change.type === 'select') {
        this.stage.selectionChanged()
        return
      }
    }
  }

  start(event: DragEvent): void {
    // This version of the library does not select what is dragged.
    const node = this.stage.board.getNodes.value.find((n) => n.id === event.node?.id)
    if (node && !node.selected) this.stage.select([node.id])
    this.stage.hush()
    this.stage.root().classList.add('lc-moving')
  }

  drag(event: DragEvent): void {
    this.last = event
    if (!this.queued) this.queued = requestAnimationFrame(() => this.hint())
  }

  stop(event: DragEvent): void {
    cancelAnimationFrame(this.queued)
    this.queued = 0
    this.last = null
    this.light('', '')
    this.stage.root().classList.remove('lc-moving')
    const moved = new Map(event.nodes.map((n) => [n.id, { x: n.position.x, y: n.position.y }]))
    if (moved.size) this.editor.drop(moved)
  }

  /** Show which container or wire would take what is being dragged. */
  private hint(): void {
    this.queued = 0
    const { graph } = this.stage
    const event = this.last
    const view = event?.nodes.length === 1 ? graph.nodes.get(event.nodes[0]!.id) : undefined
    if (!event || !view) return
    const base = view.parent ? graph.absolute(view.parent) : { x: 0, y: 0 }
    const position = event.nodes[0]!.position
    const at = { x: base.x + position.x, y: base.y + position.y }
    const inside = graph.descendants(view.id)
    const frame = this.editor.frameAt({ x: at.x + sizeOf(view).width / 2, y: at.y + HEAD / 2 }, new Set([view.id, ...inside])) ?? ''
    const wire = frame === (view.parent ?? '') ? (this.editor.wireUnder(view, at)?.id ?? '') : ''
    this.light(frame === (view.parent ?? '') ? '' : frame, wire)
  }

  private light(frame: string, wire: string): void {
    if (this.stage.hovered.value !== wire) this.stage.hovered.value = wire
    if (frame === this.frame) return
    const find = (id: string): Element | null => (id ? this.stage.root().querySelector(`[data-frame="${CSS.escape(id)}"]`) : null)
    find(this.frame)?.classList.remove('lc-frame-target')
    find(frame)?.classList.add('lc-frame-target')
    this.frame = frame
  }
}
