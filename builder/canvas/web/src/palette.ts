/**
 * Dragging node types in from anywhere on the page: any element with `data-node-kind` is a source.
 *
 * Pointer events, not HTML5 drag and drop: they work with touch and pen, and Enter does the same from the keyboard.
 */
import type { Editor } from './editor'
import { HEAD, WIDTH } from './geometry'
import type { Stage } from './stage'

export class Palette {
  private ghost: HTMLElement | null = null
  private target = ''

  constructor(private readonly stage: Stage, private readonly editor: Editor) {}

  start(): void {
    document.addEventListener('pointerdown', this.down)
    document.addEventListener('keydown', this.key)
  }

  stop(): void {
    document.removeEventListener('pointerdown', this.down)
    document.removeEventListener('keydown', this.key)
    this.ghost?.remove()
  }

  private readonly down = (event: PointerEvent): void => {
    const source = (event.target as Element | null)?.closest?.<HTMLElement>('[data-node-kind]')
    const kind = source && this.stage.graph.kinds.get(source.dataset.nodeKind ?? '')
    if (!source || !kind || event.button > 0 || this.stage.locked.value) return
    const begin = { x: event.clientX, y: event.clientY }
    // A finger that moves up or down scrolls the list; sideways, or after a moment, it drags.
    const held = event.pointerType !== 'touch'
    const move = (e: PointerEvent): void => {
      const dx = Math.abs(e.clientX - begin.x)
      const dy = Math.abs(e.clientY - begin.y)
      if (!this.ghost && Math.hypot(dx, dy) > 4 && (held || dx > dy)) this.ghost = ghostOf(kind.title, kind.icon, kind.category)
      if (!this.ghost) return
      e.preventDefault()
      this.ghost.style.translate = `${e.clientX - 40}px ${e.clientY - 28}px`
      const inside = this.covers(e)
      this.ghost.classList.toggle('over', inside)
      this.light(inside ? (this.editor.wireAt(this.point(e), kind)?.id ?? '') : '')
    }
    const done = (e: PointerEvent): void => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', done)
      removeEventListener('pointercancel', done)
      const dropped = !!this.ghost && e.type === 'pointerup' && this.covers(e)
      const wire = this.target
      this.ghost?.remove()
      this.ghost = null
      this.light('')
      if (!dropped) return
      const at = this.point(e)
      const corner = wire ? { x: at.x - WIDTH / 2, y: at.y - HEAD / 2 } : { x: at.x - 40, y: at.y - 28 }
      this.editor.add(kind.type, corner, { on: wire || undefined })
      this.stage.root().focus({ preventScroll: true })
    }
    addEventListener('pointermove', move, { passive: false })
    addEventListener('pointerup', done)
    addEventListener('pointercancel', done)
    if (held) event.preventDefault()
    source.focus?.({ preventScroll: true })
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.defaultPrevented) return
    const source = (event.target as Element | null)?.closest?.<HTMLElement>('[data-node-kind]')
    if (!source) return
    event.preventDefault()
    this.editor.add(source.dataset.nodeKind ?? '', freeSpot(this.stage))
  }

  private point(e: PointerEvent): { x: number; y: number } {
    return this.stage.board.screenToFlowPosition({ x: e.clientX, y: e.clientY })
  }

  private covers(e: PointerEvent): boolean {
    const box = this.stage.root().getBoundingClientRect()
    return e.clientX > box.left && e.clientX < box.right && e.clientY > box.top && e.clientY < box.bottom
  }

  private light(edge: string): void {
    if (edge === this.target) return
    this.target = edge
    this.stage.hovered.value = edge
  }
}

/** The middle of the view, moved aside while something lies there already. */
export function freeSpot(stage: Stage): { x: number; y: number } {
  const at = stage.centre()
  const spot = { x: at.x - WIDTH / 2, y: at.y - HEAD / 2 }
  const taken = (): boolean => [...stage.graph.nodes.values()].some((n) => {
    const p = stage.graph.absolute(n.id)
    return Math.abs(p.x - spot.x) < 60 && Math.abs(p.y - spot.y) < 60
  })
  for (let i = 0; i < 40 && taken(); i++) Object.assign(spot, { x: spot.x + 40, y: spot.y + 80 })
  return spot
}

function ghostOf(title: string, icon: string, category: string): HTMLElement {
  const ghost = document.createElement('div')
  ghost.className = 'lc-ghost'
  ghost.dataset.category = category
  const tile = document.createElement('span')
  tile.className = 'lc-tile'
  const glyph = document.createElement('i')
  glyph.className = 'lc-icon material-symbols-rounded notranslate'
  glyph.textContent = icon
  const name = document.createElement('b')
  name.textContent = title
  tile.append(glyph)
  ghost.append(tile, name)
  document.body.append(ghost)
  return ghost
}
