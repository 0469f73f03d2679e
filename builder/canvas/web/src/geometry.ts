/**
 * Sizes of cards and where their ports are, in canvas units.
 *
 * Ports are computed, not measured: nothing has to be laid out before wires can be drawn, and a card far away can be
 * an empty box. The style sheet uses the same numbers.
 */
import type { EdgeView, NodeView } from './types'

export const GRID = 20
export const WIDTH = 240
export const HEAD = 56
export const ROW = 24
export const ROWS_TOP = 6
export const ROWS_BOTTOM = 8
export const PILL = 84
export const PILL_STEP = 32
/** Between the outer ports on the edge of a frame and the inner ones below them. */
export const PILL_GAP = 20
/** Columns along the edges of a frame that belong to its ports; what lies inside keeps clear of them. */
export const FRAME_SIDE = 140
export const FRAME_FOOT = 30
export const FRAME_MIN_WIDTH = 480

export interface Spot {
  id: string
  type: 'source' | 'target'
  side: 'left' | 'right'
  x: number
  y: number
}

export const snap = (value: number): number => Math.round(value / GRID) * GRID

export const rowsOf = (node: NodeView): number => Math.max(node.inputs.length, node.outputs.length)

export const isFrame = (node: NodeView): boolean => node.container && !node.collapsed

/** Height of a card; of a frame only its head, as the ports of a frame are on the edges of its inside. */
export const headHeight = (node: NodeView): number => {
  const rows = isFrame(node) ? 0 : rowsOf(node)
  return HEAD + (rows ? ROWS_TOP + rows * ROW + ROWS_BOTTOM : 0)
}

/** How far down the ports on one edge of a frame reach. */
const edgeHeight = (outer: number, inner: number): number => HEAD + 12 + outer * ROW + (inner ? PILL_GAP + inner * PILL_STEP : 0) + 12

export function sizeOf(node: NodeView): { width: number; height: number } {
  if (!isFrame(node)) return { width: WIDTH, height: headHeight(node) }
  const ports = Math.max(
    edgeHeight(node.inputs.length, node.inner_outputs?.length ?? 0),
    edgeHeight(node.outputs.length, node.inner_inputs?.length ?? 0),
  )
  return {
    width: Math.max(FRAME_MIN_WIDTH, node.w ?? 0, node.roomW ?? 0),
    height: Math.max(ports, node.h ?? 0, node.roomH ?? 0),
  }
}

/** Where the ports of a frame are, from the top of its inside. */
export const edgeRow = (i: number): number => 12 + i * ROW + ROW / 2
export const pillRow = (outer: number, i: number): number => 12 + outer * ROW + PILL_GAP + i * PILL_STEP + 12

/** Every port of a node with the place of its dot, relative to the node. */
export function spotsOf(node: NodeView): Spot[] {
  const { width } = sizeOf(node)
  const frame = isFrame(node)
  const spots: Spot[] = []
  if (!node.start) spots.push({ id: 'in', type: 'target', side: 'left', x: 0, y: HEAD / 2 })
  spots.push({ id: 'out', type: 'source', side: 'right', x: width, y: HEAD / 2 })
  const row = (i: number): number => HEAD + (frame ? edgeRow(i) : ROWS_TOP + i * ROW + ROW / 2)
  node.inputs.forEach((p, i) => spots.push({ id: p.name, type: 'target', side: 'left', x: 0, y: row(i) }))
  node.outputs.forEach((p, i) => spots.push({ id: p.name, type: 'source', side: 'right', x: width, y: row(i) }))
  if (frame) {
    node.inner_outputs?.forEach((p, i) =>
      spots.push({ id: p.name, type: 'source', side: 'right', x: PILL, y: HEAD + pillRow(node.inputs.length, i) }))
    node.inner_inputs?.forEach((p, i) =>
      spots.push({ id: p.name, type: 'target', side: 'left', x: width - PILL, y: HEAD + pillRow(node.outputs.length, i) }))
  }
  return spots
}

/** Where a node lies on the canvas, its containers' offsets added up. */
export function absolute(node: NodeView, nodes: Map<string, NodeView>): { x: number; y: number } {
  let { x, y } = node
  const seen = new Set<string>([node.id])
  for (let up = node.parent; up && !seen.has(up); ) {
    seen.add(up)
    const parent = nodes.get(up)
    if (!parent) break
    x += parent.x
    y += parent.y
    up = parent.parent
  }
  return { x, y }
}

export function depthOf(node: NodeView, nodes: Map<string, NodeView>): number {
  let depth = 0
  const seen = new Set<string>([node.id])
  for (let up = node.parent; up && !seen.has(up) && nodes.has(up); up = nodes.get(up)?.parent) {
    seen.add(up)
    depth++
  }
  return depth
}

export interface Ends {
  sx: number
  sy: number
  tx: number
  ty: number
}

/** The two ends of a wire on the canvas; null while one of its ports is not there. */
export function endsOf(edge: EdgeView, nodes: Map<string, NodeView>): Ends | null {
  const source = nodes.get(edge.source)
  const target = nodes.get(edge.target)
  if (!source || !target) return null
  const from = spotsOf(source).find((s) => s.type === 'source' && s.id === edge.source_port)
  const to = spotsOf(target).find((s) => s.type === 'target' && s.id === edge.target_port)
  if (!from || !to) return null
  const a = absolute(source, nodes)
  const b = absolute(target, nodes)
  return { sx: a.x + from.x, sy: a.y + from.y, tx: b.x + to.x, ty: b.y + to.y }
}

export interface WirePath {
  d: string
  x: number
  y: number
}

/** A smooth path between two dots, and the middle of it; wires that go back take a lane of their own. */
export function wirePath({ sx, sy, tx, ty }: Ends): WirePath {
  const dx = tx - sx
  if (dx >= 28) {
    const c = Math.min(Math.max(dx * 0.5, 24), 180)
    return { d: `M${sx},${sy}C${sx + c},${sy} ${tx - c},${ty} ${tx},${ty}`, x: sx + dx / 2, y: (sy + ty) / 2 }
  }
  const out = sx + 26
  const back = tx - 26
  const gap = Math.abs(ty - sy)
  const lane = gap > 150 ? (sy + ty) / 2 : Math.max(sy, ty) + 110
  const r = Math.min(14, Math.abs(lane - sy) / 2, Math.abs(ty - lane) / 2, Math.max((out - back) / 2, 1))
  const down = Math.sign(lane - sy) || 1
  const up = Math.sign(ty - lane) || 1
  const d =
    `M${sx},${sy}H${out - r}Q${out},${sy} ${out},${sy + r * down}V${lane - r * down}Q${out},${lane} ${out - r},${lane}` +
    `H${back + r}Q${back},${lane} ${back},${lane + r * up}V${ty - r * up}Q${back},${ty} ${back + r},${ty}H${tx}`
  return { d, x: (out + back) / 2, y: lane }
}

/** How far a point is from a wire, roughly: enough to tell what a card was dropped on. */
export function distanceTo(ends: Ends, px: number, py: number): number {
  const { sx, sy, tx, ty } = ends
  if (tx - sx < 28) return Infinity
  const c = Math.min(Math.max((tx - sx) * 0.5, 24), 180)
  let best = Infinity
  for (let i = 0; i <= 24; i++) {
    const t = i / 24
    const u = 1 - t
    const x = u * u * u * sx + 3 * u * u * t * (sx + c) + 3 * u * t * t * (tx - c) + t * t * t * tx
    const y = u * u * u * sy + 3 * u * u * t * sy + 3 * u * t * t * ty + t * t * t * ty
    best = Math.min(best, Math.hypot(px - x, py - y))
  }
  return best
}
