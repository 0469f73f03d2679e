/** A picture of a big flow from far away: one <canvas> instead of thousands of elements, drawn in three strokes. */
import { endsOf, isFrame, sizeOf, wirePath, absolute } from './geometry'
import type { Stage } from './stage'

interface Group {
  body: Path2D
  fill: string
  ring: string
}

export class Overview {
  on = false
  private groups: Group[] | null = null
  private wires = new Path2D()
  private bars: Map<string, Path2D> = new Map()
  private frame = 0

  constructor(private readonly canvas: HTMLCanvasElement, private readonly stage: Stage) {}

  set(on: boolean): void {
    this.on = on
    if (on) this.dirty()
  }

  dirty(): void {
    this.groups = null
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
    const inOrder = [...graph.nodes.values()].sort((a, b) => Number(isFrame(b)) - Number(isFrame(a)))
    for (const node of inOrder) {
      if (graph.hidden(node.id)) continue
      const state = status.get(node.id)?.s ?? ''
      const key = `${isFrame(node) ? 'frame' : state}|${selected.has(node.id)}`
      let group = groups.get(key)
      if (!group) groups.set(key, (group = { body: new Path2D(), fill: fillOf(isFrame(node), state), ring: selected.has(node.id) ? '--lc-accent' : '' }))
      const at = absolute(node, graph.nodes)
      const { width, height } = sizeOf(node)
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
    brush.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y)
    const [frames, cards] = [this.groups.filter((g) => g.fill === '--lc-frame'), this.groups.filter((g) => g.fill !== '--lc-frame')]
    this.paint(brush, frames, colour, zoom)
    brush.lineWidth = Math.max(1.2 / zoom, 2)
    brush.strokeStyle = colour('--lc-wire')
    brush.stroke(this.wires)
    this.paint(brush, cards, colour, zoom)
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
