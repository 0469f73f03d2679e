/** A picture of a big flow from far away: one <canvas> instead of thousands of elements, drawn in three strokes. */
import { endsOf, isFrame, sizeOf, wirePath, absolute } from './geometry'
import type { Stage } from './stage'

interface Group {
  body: Path2D
  fill: string
  ring: string
}

/** Larger pictures are drawn anew each time instead of being kept. */
const MAX_PIXELS = 12_000_000

export class Overview {
  on = false
  private groups: Group[] | null = null
  private wires = new Path2D()
  private bars: Map<string, Path2D> = new Map()
  private bounds = { left: 0, top: 0, right: 0, bottom: 0 }
  private frame = 0
  private cache: { bitmap: HTMLCanvasElement; zoom: number; left: number; top: number } | null = null

  constructor(private readonly canvas: HTMLCanvasElement, private readonly stage: Stage) {}

  set(on: boolean): void {
    this.on = on
    if (on) this.dirty()
  }

  dirty(): void {
    this.groups = null
    this.cache = null
    this.move()
  }

  move(): void {
    if (this.on && !this.frame) this.frame = requestAnimationFrame(() => this.draw())
  }

  private build(): Group[] {
    const { graph, status, board } = this.stage
    const selected = new Set(board.getNodes.value.filter((n) => n.selected).map((n) => n.id))
    const groups = new Map<string, Group>()
    this.wires = new Path2D()
    this.bars = new Map()
    this.bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
    const inOrder = [...graph.nodes.values()].sort((a, b) => Number(isFrame(b)) - Number(isFrame(a)))
    for (const node of inOrder) {
      if (graph.hidden(node.id)) continue
      const state = status.get(node.id)?.s ?? ''
      const key = `${isFrame(node) ? 'frame' : state}|${selected.has(node.id)}`
      let group = groups.get(key)
      if (!group) groups.set(key, (group = { body: new Path2D(), fill: fillOf(isFrame(node), state), ring: selected.has(node.id) ? '--lc-accent' : '' }))
      const at = absolute(node, graph.nodes)
      const { width, height } = sizeOf(node)
      const { bounds } = this
      Object.assign(bounds, {
        left: Math.min(bounds.left, at.x - 60), top: Math.min(bounds.top, at.y - 60),
        right: Math.max(bounds.right, at.x + width + 60), bottom: Math.max(bounds.bottom, at.y + height + 140),
      })
      group.body.roundRect(at.x, at.y, width, height, 14)
      let bar = this.bars.get(node.category)
      if (!bar) this.bars.set(node.category, (bar = new Path2D()))
      bar.roundRect(at.x + 10, at.y + 10, 36, 36, 9)
    }
    for (const edge of graph.edges.values()) {
      const ends = endsOf(edge, graph.nodes)
      if (ends) this.wires.addPath(new Path2D(wirePath(ends).d))
    }
    return [...groups.values()]
  }

  private draw(): void {
    this.frame = 0
    if (!this.on) return
    this.groups ??= this.build()
    const { canvas } = this
    const ratio = Math.min(devicePixelRatio || 1, 2)
    const width = Math.round(canvas.clientWidth * ratio)
    const height = Math.round(canvas.clientHeight * ratio)
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    const brush = canvas.getContext('2d')
    if (!brush) return
    const style = getComputedStyle(canvas)
    const colour = (name: string): string => style.getPropertyValue(name)
    const { x, y, zoom } = this.stage.board.getViewport()
    brush.setTransform(1, 0, 0, 1, 0, 0)
    brush.clearRect(0, 0, width, height)
    const cache = this.cached(zoom, ratio, colour)
    if (cache) {
      // Only moved since the last picture: the picture moves, nothing is drawn again.
      brush.drawImage(cache.bitmap, Math.round((cache.left * zoom + x) * ratio), Math.round((cache.top * zoom + y) * ratio))
      return
    }
    brush.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y)
    this.sketch(brush, colour, zoom)
  }

  /** The whole flow at this zoom as one picture; null when it would be too large to keep. */
  private cached(zoom: number, ratio: number, colour: (name: string) => string): typeof this.cache {
    if (this.cache?.zoom === zoom) return this.cache
    const { left, top, right, bottom } = this.bounds
    const width = Math.ceil((right - left) * zoom * ratio)
    const height = Math.ceil((bottom - top) * zoom * ratio)
    if (width * height > MAX_PIXELS || width > 8000 || height > 8000 || width < 1) return null
    const bitmap = this.cache?.bitmap ?? document.createElement('canvas')
    Object.assign(bitmap, { width, height })
    const brush = bitmap.getContext('2d')
    if (!brush) return null
    brush.setTransform(ratio * zoom, 0, 0, ratio * zoom, -left * zoom * ratio, -top * zoom * ratio)
    this.sketch(brush, colour, zoom)
    this.cache = { bitmap, zoom, left, top }
    return this.cache
  }

  private sketch(brush: CanvasRenderingContext2D, colour: (name: string) => string, zoom: number): void {
    const groups = this.groups ?? []
    this.paint(brush, groups.filter((g) => g.fill === '--lc-frame'), colour, zoom)
    brush.lineWidth = Math.max(1.2 / zoom, 2)
    brush.strokeStyle = colour('--lc-wire')
    brush.stroke(this.wires)
    this.paint(brush, groups.filter((g) => g.fill !== '--lc-frame'), colour, zoom)
    for (const [category, path] of this.bars) {
      brush.fillStyle = colour(`--lc-cat-${category}`) || colour('--lc-cat-other')
      brush.fill(path)
    }
  }

  private paint(brush: CanvasRenderingContext2D, groups: Group[], colour: (name: string) => string, zoom: number): void {
    for (const group of groups) {
      brush.fillStyle = colour(group.fill)
      brush.fill(group.body)
      brush.lineWidth = (group.ring ? 2 : 1) / zoom
      brush.strokeStyle = colour(group.ring || '--lc-line')
      brush.stroke(group.body)
    }
  }
}

const fillOf = (frame: boolean, state: string): string =>
  frame ? '--lc-frame'
  : state === 'succeeded' || state === 'cached' ? '--lc-ok-soft'
  : state === 'failed' ? '--lc-bad-soft'
  : state === 'running' ? '--lc-run-soft'
  : '--lc-card'
