/** Putting a flow in order, left to right. The layout library is loaded when somebody asks for it. */
import { FRAME_FOOT, FRAME_SIDE, GRID, HEAD, isFrame, sizeOf, snap } from './geometry'
import type { Graph } from './graph'
import type { EdgeView, NodeView, Place } from './types'

interface Box {
  width: number
  height: number
}

/** New places for the nodes of `only`, or of the whole flow; containers are laid out from the inside out. */
export async function tidyPlaces(graph: Graph, only?: Set<string>): Promise<Record<string, Place>> {
  const { default: dagre } = await import('@dagrejs/dagre')
  const places: Record<string, Place> = {}
  const sizes = new Map<string, Box>()

  const scope = (parent: string | undefined): NodeView[] => [...graph.nodes.values()].filter((n) => (n.parent || undefined) === parent)
  const size = (node: NodeView): Box => sizes.get(node.id) ?? sizeOf(node)

  function arrange(nodes: NodeView[], origin: { x: number; y: number }): Box {
    const ids = new Set(nodes.map((n) => n.id))
    const layout = new dagre.graphlib.Graph()
    layout.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 80, ranker: 'tight-tree' })
    layout.setDefaultEdgeLabel(() => ({}))
    for (const node of nodes) layout.setNode(node.id, { ...size(node) })
    for (const edge of graph.edges.values()) if (joins(edge, ids)) layout.setEdge(edge.source, edge.target)
    dagre.layout(layout)
    let right = 0
    let bottom = 0
    const at = nodes.map((node) => {
      const spot = layout.node(node.id) as unknown as Box & { x: number; y: number }
      return { node, x: spot.x - spot.width / 2, y: spot.y - spot.height / 2 }
    })
    const left = Math.min(...at.map((a) => a.x))
    const top = Math.min(...at.map((a) => a.y))
    for (const { node, x, y } of at) {
      const place: Place = { x: snap(origin.x + x - left), y: snap(origin.y + y - top) }
      const own = sizes.get(node.id)
      if (own) Object.assign(place, { w: own.width, h: own.height })
      places[node.id] = place
      right = Math.max(right, place.x + size(node).width)
      bottom = Math.max(bottom, place.y + size(node).height)
    }
    return { width: right, height: bottom }
  }

  function inside(frame: NodeView): void {
    const children = scope(frame.id)
    for (const child of children) if (isFrame(child)) inside(child)
    if (!children.length) return
    const used = arrange(children, { x: FRAME_SIDE, y: HEAD + 2 * GRID })
    sizes.set(frame.id, {
      width: snap(used.width + FRAME_SIDE),
      height: snap(Math.max(used.height + FRAME_FOOT, sizeOf({ ...frame, w: 0, h: 0, roomW: 0, roomH: 0 }).height)),
    })
  }

  if (only?.size) {
    const nodes = [...graph.nodes.values()].filter((n) => only.has(n.id))
    const groups = group(nodes)
    for (const members of groups.values()) {
      if (members.length < 2) continue
      arrange(members, { x: Math.min(...members.map((n) => n.x)), y: Math.min(...members.map((n) => n.y)) })
    }
    return places
  }
  const top = scope(undefined)
  for (const node of top) if (isFrame(node)) inside(node)
  if (top.length) arrange(top, { x: Math.min(...top.map((n) => n.x)), y: Math.min(...top.map((n) => n.y)) })
  return places
}

const joins = (edge: EdgeView, ids: Set<string>): boolean => edge.source !== edge.target && ids.has(edge.source) && ids.has(edge.target)

function group(nodes: NodeView[]): Map<string, NodeView[]> {
  const groups = new Map<string, NodeView[]>()
  for (const node of nodes) groups.set(node.parent ?? '', [...(groups.get(node.parent ?? '') ?? []), node])
  return groups
}
