/**
 * Which part of the flow is in sight.
 *
 * As long as nobody has moved or zoomed, the whole flow stays in sight, whatever panels take room away. After that the
 * view is the person's: only a chosen node that a panel would hide is brought back.
 */
import { ref } from 'vue'
import { absolute, HEAD, sizeOf, WIDTH } from './geometry'
import type { Viewport } from './lib'
import type { Stage } from './stage'

interface Box { left: number; top: number; right: number; bottom: number }

/**
 * Room for what floats over the canvas: a view that ignores it hides the last node behind a button. At the sides a wire
 * that is drawn makes the view move by itself, so no port is put there.
 */
const INSET = { left: 46, top: 28, right: 46, bottom: 76 }
const SMALL_INSET = { left: 12, top: 12, right: 12, bottom: 60 }
/** Under a card, once it has run. */
const FOOT = 36
/** Below this nobody can read a first view. */
const LEAST = 0.5
/** Below this the whole flow is no help while one works on a part of it. */
const LEAST_BESIDE_PANELS = 0.36
/** A double click has to end where it began, so the view waits for it. */
const DOUBLE_CLICK = 260

export class View {
  readonly zoom = ref(1)
  /** Everything is in sight. */
  readonly whole = ref(true)
  private fitted = false
  private placed = false
  private held = false
  private waiting = false
  private clicked = 0
  private later = 0
  private saving = 0
  private seen = { width: 0, height: 0 }
  private readonly key: string
  private readonly remembered: (Viewport & { fitted?: boolean }) | null

  constructor(private readonly stage: Stage, private readonly calm: boolean) {
    this.key = `loomline:view:${stage.flow}`
    // Read before the library moves the view for the first time and that is remembered in its place.
    this.remembered = this.recall()
  }

  start(): void {
    addEventListener('pagehide', this.remember)
    addEventListener('pointerdown', this.down, true)
    addEventListener('pointerup', this.up, true)
    addEventListener('pointercancel', this.up, true)
  }

  stop(): void {
    removeEventListener('pagehide', this.remember)
    removeEventListener('pointerdown', this.down, true)
    removeEventListener('pointerup', this.up, true)
    removeEventListener('pointercancel', this.up, true)
    window.clearTimeout(this.later)
    window.clearTimeout(this.saving)
  }

  /** Choose the first view, once there is something to see; false when there is nothing to do. */
  place(): Promise<unknown> | null {
    if (this.placed || !this.stage.loaded.value || !this.stage.count.value) return null
    this.placed = true
    const known = this.remembered && [this.remembered.x, this.remembered.y, this.remembered.zoom].every((n) => Number.isFinite(n))
    if (known && !this.remembered!.fitted) return this.go(this.remembered!, 0)
    this.fitted = true
    return this.go(this.readable(), 0)
  }

  /** Show everything. */
  fit(duration = this.pace(220)): Promise<unknown> {
    this.fitted = true
    const view = this.around(this.bounds())
    return view ? this.go(view, duration) : Promise.resolve()
  }

  /** Bring a node into sight; nothing moves when it is there already. */
  focus(id: string): void {
    const box = this.box(id)
    const { zoom } = this.stage.board.getViewport()
    if (!box || (zoom >= LEAST && this.inSight(box))) return
    this.fitted = false
    const scale = Math.min(1, Math.max(0.7, zoom))
    void this.stage.board.setCenter(box.left + WIDTH / 2, box.top + HEAD, { zoom: scale, duration: this.pace(260) })
  }

  /** The person moved or zoomed: the view is theirs from now on. */
  own(): void {
    this.fitted = false
    window.clearTimeout(this.later)
  }

  moved(byHand: boolean): void {
    if (byHand) this.own()
    this.zoom.value = this.stage.board.getViewport().zoom
    window.clearTimeout(this.saving)
    this.saving = window.setTimeout(() => {
      this.remember()
      this.look()
    }, 120)
  }

  /** What is in the flow changed its place or its number. */
  look(): void {
    if (!this.placed) return
    const bounds = this.bounds()
    this.whole.value = !bounds || this.inSight(bounds, 0)
  }

  /** A panel gave or took room. */
  resized(width: number, height: number): void {
    const { seen } = this
    const dy = height - seen.height
    const first = !seen.width
    const changed = seen.width !== width || dy !== 0
    Object.assign(seen, { width, height })
    if (!this.placed || first || !changed) return
    if (!this.fitted && dy) {
      const { x, y, zoom } = this.stage.board.getViewport()
      void this.go({ x, y: y + dy / 2, zoom }, 0)
    }
    this.soon()
  }

  private soon(): void {
    window.clearTimeout(this.later)
    const wait = Math.max(40, this.clicked + DOUBLE_CLICK - performance.now())
    this.later = window.setTimeout(() => this.settle(), wait)
  }

  private settle(): void {
    this.waiting = this.held
    if (this.held) return // until the pointer is lifted: nothing moves under a hand that drags
    const chosen = this.stage.selection.value.ids
    if (!this.fitted) {
      if (chosen.length === 1) this.reveal(chosen[0]!)
      this.look()
      return
    }
    const view = this.around(this.bounds())
    if (view && view.zoom >= LEAST_BESIDE_PANELS) void this.go(view, this.pace(220))
    else if (chosen.length === 1) this.reveal(chosen[0]!)
    else void this.go(this.readable(), this.pace(220))
  }

  private readonly down = (): void => {
    this.held = true
  }

  private readonly up = (): void => {
    this.held = false
    this.clicked = performance.now()
    if (this.waiting) this.soon()
  }

  /** A whole flow that is a stripe nobody can read is no good first view: begin where the flow begins. */
  private readable(): Viewport {
    const { graph } = this.stage
    const least = this.narrow() ? 0.8 : LEAST
    const bounds = this.bounds()
    const view = this.around(bounds) ?? { x: 0, y: 0, zoom: 1 }
    if (view.zoom >= least || !bounds) return view
    const tops = [...graph.nodes.values()].filter((n) => !n.parent)
    const first = tops.find((n) => n.start) ?? [...tops].sort((one, other) => one.x - other.x)[0]
    if (!first) return view
    const left = Math.min(first.x, ...[...graph.notes.values()].filter((n) => n.x > first.x - 600).map((n) => n.x))
    const height = this.stage.root().clientHeight
    const middle = (bounds.top + bounds.bottom) / 2
    // In the middle of its height, as far as that leaves the beginning in sight.
    const y = Math.min(height * 0.72 - first.y * least, Math.max(height * 0.2 - first.y * least, height / 2 - middle * least))
    return { x: this.inset().left - left * least, y, zoom: least }
  }

  /** Move no further than it takes to see a node beside the panels. */
  private reveal(id: string): void {
    const box = this.box(id)
    if (!box || this.inSight(box)) return
    const { x, y, zoom } = this.stage.board.getViewport()
    const room = this.room()
    const dx = shift(box.left * zoom + x, box.right * zoom + x, room.left, room.right)
    const dy = shift(box.top * zoom + y, box.bottom * zoom + y, room.top, room.bottom)
    void this.go({ x: x + dx, y: y + dy, zoom }, this.pace(220))
  }

  private around(bounds: Box | null): Viewport | null {
    if (!bounds) return null
    const room = this.room()
    const width = Math.max(80, room.right - room.left)
    const height = Math.max(80, room.bottom - room.top)
    const zoom = Math.max(0.05, Math.min(1, width / (bounds.right - bounds.left), height / (bounds.bottom - bounds.top)))
    return {
      x: room.left + (width - (bounds.right - bounds.left) * zoom) / 2 - bounds.left * zoom,
      y: room.top + (height - (bounds.bottom - bounds.top) * zoom) / 2 - bounds.top * zoom,
      zoom,
    }
  }

  private bounds(): Box | null {
    const { graph, status } = this.stage
    const foot = status.size ? FOOT : 0
    const boxes: Box[] = []
    for (const node of graph.nodes.values()) {
      if (node.parent && graph.nodes.has(node.parent)) continue
      const size = sizeOf(node)
      boxes.push({ left: node.x, top: node.y, right: node.x + size.width, bottom: node.y + size.height + foot })
    }
    for (const note of graph.notes.values()) boxes.push({ left: note.x, top: note.y, right: note.x + note.w, bottom: note.y + note.h })
    if (!boxes.length) return null
    return {
      left: boxes.reduce((least, box) => Math.min(least, box.left), Infinity),
      top: boxes.reduce((least, box) => Math.min(least, box.top), Infinity),
      right: boxes.reduce((most, box) => Math.max(most, box.right), -Infinity),
      bottom: boxes.reduce((most, box) => Math.max(most, box.bottom), -Infinity),
    }
  }

  private box(id: string): Box | null {
    const { graph } = this.stage
    const node = graph.nodes.get(id)
    if (!node) return null
    const at = absolute(node, graph.nodes)
    const { width, height } = sizeOf(node)
    return { left: at.x, top: at.y, right: at.x + width, bottom: at.y + Math.min(height, 240) }
  }

  private inSight(box: Box, margin = 8): boolean {
    const { x, y, zoom } = this.stage.board.getViewport()
    const { clientWidth, clientHeight } = this.stage.root()
    return box.left * zoom + x >= margin - 1 && box.right * zoom + x <= clientWidth - margin + 1
      && box.top * zoom + y >= margin - 1 && box.bottom * zoom + y <= clientHeight - margin + 1
  }

  private room(): Box {
    const { clientWidth, clientHeight } = this.stage.root()
    const inset = this.inset()
    return { left: inset.left, top: inset.top, right: clientWidth - inset.right, bottom: clientHeight - inset.bottom }
  }

  private inset(): typeof INSET {
    return this.narrow() ? SMALL_INSET : INSET
  }

  private narrow(): boolean {
    return this.stage.root().clientWidth < 600
  }

  private go(view: Viewport, duration: number): Promise<unknown> {
    const { x, y, zoom } = view
    const now = this.stage.board.getViewport()
    const there = Math.abs(now.x - x) < 1 && Math.abs(now.y - y) < 1 && Math.abs(now.zoom - zoom) < 0.002
    if (there && duration) return Promise.resolve()
    return this.stage.board.setViewport({ x, y, zoom }, duration ? { duration } : undefined)
  }

  private pace(duration: number): number {
    return this.calm ? 0 : duration
  }

  private readonly remember = (): void => {
    if (!this.placed) return
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ ...this.stage.board.getViewport(), fitted: this.fitted }))
    } catch {
      // The view is a comfort; without storage it starts fitted.
    }
  }

  private recall(): (Viewport & { fitted?: boolean }) | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? 'null')
    } catch {
      return null
    }
  }
}

/** How far something from `low` to `high` has to move to lie between `least` and `most`. */
const shift = (low: number, high: number, least: number, most: number): number =>
  low < least ? least - low : high > most ? Math.max(most - high, least - low) : 0
