/**
 * Level of detail: what cannot be read is not drawn, so that big flows stay smooth.
 *
 * Up to 150 nodes everything is drawn. Above that cards outside the view are empty boxes, below 40 % zoom all of them
 * are, and above 400 nodes one picture on a <canvas> stands for all. Rules and figures: the canvas reference.
 */
import { absolute, sizeOf } from './geometry'
import { Overview } from './overview'
import { SMALL, type Stage } from './stage'

const OVERVIEW = 400
const FAR = 0.4
const DISTANT = 0.5

export class Levels {
  private overview: Overview | null = null
  private timer = 0

  constructor(private readonly stage: Stage, private readonly picture: () => HTMLCanvasElement) {
    stage.redraw = () => {
      this.overview?.dirty()
      this.soon()
    }
  }

  get far(): boolean {
    return !!this.overview?.on
  }

  moved(): void {
    this.overview?.move()
    this.soon()
  }

  soon(): void {
    if (!this.timer) this.timer = window.setTimeout(() => this.update(), 60)
  }

  stop(): void {
    window.clearTimeout(this.timer)
  }

  update(): void {
    this.timer = 0
    const { detail, graph, board } = this.stage
    const root = this.stage.root()
    if (!board || !root) return
    const count = graph.nodes.size
    set(detail.small, count <= SMALL)
    const { x, y, zoom } = board.getViewport()
    const far = zoom < FAR && count > SMALL
    set(detail.far, far)
    set(detail.distant, zoom < DISTANT)
    root.classList.toggle('lc-distant', zoom < DISTANT)
    const all = far && count > OVERVIEW
    if (all !== this.far) {
      this.overview ??= new Overview(this.picture(), this.stage)
      this.overview.set(all)
      root.classList.toggle('lc-overview', all)
    }
    if (far || detail.small.value) return
    const width = root.clientWidth / zoom
    const height = root.clientHeight / zoom
    const left = -x / zoom - width * 0.3
    const top = -y / zoom - height * 0.3
    const right = left + width * 1.6
    const bottom = top + height * 1.6
    const boxes = new Map<string, [number, number, number, number]>()
    for (const node of graph.nodes.values()) {
      const at = absolute(node, graph.nodes)
      const size = sizeOf(node)
      boxes.set(node.id, [at.x, at.y, at.x + size.width, at.y + size.height])
      flip(detail.near, node.id, at.x < right && at.x + size.width > left && at.y < bottom && at.y + size.height > top)
    }
    for (const edge of graph.edges.values()) {
      const a = boxes.get(edge.source)
      const b = boxes.get(edge.target)
      flip(detail.nearEdges, edge.id, !!a && !!b && Math.min(a[0], b[0]) < right && Math.max(a[2], b[2]) > left
        && Math.min(a[1], b[1]) < bottom && Math.max(a[3], b[3]) > top)
    }
  }
}

function set(flag: { value: boolean }, value: boolean): void {
  if (flag.value !== value) flag.value = value
}

function flip(into: Set<string>, id: string, on: boolean): void {
  if (on !== into.has(id)) {
    if (on) into.add(id)
    else into.delete(id)
  }
}
