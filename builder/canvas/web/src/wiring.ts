/** What may be wired to what, and why not: the same rules as Python's, so that the answer is there at once. */
import { edgeId, type Graph } from './graph'
import type { EdgeView, KindView, Link, PortType, PortView } from './types'

export interface Refusal {
  reason: string
  /** A wire that stands in the way and could be replaced. */
  replace?: string
}

const WORDS: Record<PortType, string> = {
  text: 'text', number: 'a number', boolean: 'yes or no', object: 'an object', list: 'a list',
  any: 'anything', order: 'only the order', error: 'an error',
}

export function fits(source: PortType, target: PortType): boolean {
  if (target === 'order') return true
  if (source === 'order') return false
  const given = source === 'error' ? 'object' : source
  return given === target || given === 'any' || target === 'any'
}

/** Say why two ports cannot be wired; null when they can. */
export function refusal(graph: Graph, link: Link, instead?: string, loops?: Set<string>): Refusal | null {
  const { source, sourceHandle, target, targetHandle } = link
  const from = graph.port(source, 'source', sourceHandle)
  const to = graph.port(target, 'target', targetHandle)
  if (!from || !to) return { reason: 'Connect an output to an input.' }
  const toInside = graph.inner(target, 'target', targetHandle)
  const fromInside = graph.inner(source, 'source', sourceHandle)
  if (source === target && !(toInside && fromInside)) return { reason: 'A node cannot feed itself.' }
  if (source === target) return { reason: 'Put a node between what comes in and what goes out.' }
  const id = edgeId(source, sourceHandle, target, targetHandle)
  if (graph.edges.has(id) && id !== instead) return { reason: 'These two are connected already.' }
  if (!fits(from.type, to.type)) return { reason: mismatch(graph, from, link, to) }
  const scope = (node: string, inside: boolean): string => (inside ? node : (graph.nodes.get(node)?.parent ?? ''))
  if (scope(source, fromInside) !== scope(target, toInside)) {
    return { reason: 'A wire cannot cross the border of a container; use the ports on its edge.' }
  }
  const taken = occupied(graph, link, to, instead)
  if (taken) return { reason: `${to.title} has a wire already.`, replace: taken }
  if (toInside || fromInside) return null
  const closes = loops ? loops.has(target) && loops.has(source) : walk(graph, target, 'down', instead).has(source)
  return closes ? { reason: 'This would close a loop.' } : null
}

function mismatch(graph: Graph, from: PortView, link: Link, to: PortView): string {
  const label = graph.nodes.get(link.target)?.label || 'it'
  const gives = from.type === 'order' ? 'only says when' : `gives ${WORDS[from.type]}`
  return `${from.title} ${gives}, but ${label} › ${to.title} needs ${WORDS[to.type]}.`
}

function occupied(graph: Graph, link: Link, to: PortView, instead?: string): string | undefined {
  if (to.many || !to.wired) return undefined
  for (const edge of graph.edges.values()) {
    if (edge.id !== instead && edge.target === link.target && edge.target_port === link.targetHandle) return edge.id
  }
  return undefined
}

/** Everything before or after a node. Inner wires of a container do not make it follow itself. */
function walk(graph: Graph, from: string, way: 'up' | 'down', instead?: string): Set<string> {
  const next = new Map<string, string[]>()
  for (const edge of graph.edges.values()) {
    if (edge.id === instead || isInner(graph, edge)) continue
    const [a, b] = way === 'down' ? [edge.source, edge.target] : [edge.target, edge.source]
    const list = next.get(a)
    if (list) list.push(b)
    else next.set(a, [b])
  }
  const seen = new Set<string>()
  const stack = [from]
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    stack.push(...(next.get(id) ?? []))
  }
  return seen
}

const isInner = (graph: Graph, edge: EdgeView): boolean =>
  graph.nodes.get(edge.source)?.parent !== graph.nodes.get(edge.target)?.parent

/** All ports of `nodes` one could end a wire at, so that the others can step back while it is drawn. */
export function reachable(
  graph: Graph, start: { node: string; port: string; type: 'source' | 'target' }, nodes: Iterable<string>, instead?: string,
): Set<string> {
  const good = new Set<string>()
  const outward = start.type === 'source'
  // Seen from an output, whatever lies before it would close a loop; from an input, whatever lies after it.
  const loops = walk(graph, start.node, outward ? 'up' : 'down', instead)
  for (const id of nodes) {
    const node = graph.nodes.get(id)
    if (!node) continue
    const names = outward
      ? ['in', ...node.inputs.map((p) => p.name), ...(node.inner_inputs ?? []).map((p) => p.name)]
      : ['out', ...node.outputs.map((p) => p.name), ...(node.inner_outputs ?? []).map((p) => p.name)]
    for (const name of names) {
      const link = outward
        ? { source: start.node, sourceHandle: start.port, target: id, targetHandle: name }
        : { source: id, sourceHandle: name, target: start.node, targetHandle: start.port }
      const no = refusal(graph, link, instead, loops)
      if (!no || no.replace) good.add(`${id} ${name}`)
    }
  }
  return good
}

/** The port of a kind that a wire from (or to) this port would go to; undefined when none fits. */
export function matching(kind: KindView, type: PortType, side: 'source' | 'target'): string | undefined {
  if (side === 'source') {
    const exact = kind.inputs.find((p) => p.type === type)
    const loose = kind.inputs.find((p) => fits(type, p.type))
    if (type !== 'order' && (exact ?? loose)) return (exact ?? loose)!.name
    return kind.start ? undefined : 'in'
  }
  if (type === 'order') return 'out'
  const exact = kind.outputs.find((p) => p.type === type)
  return (exact ?? kind.outputs.find((p) => fits(p.type, type)))?.name
}

/** What has ports and could sit in a wire: a kind, or a node. */
export interface Joint {
  inputs: PortView[]
  outputs: PortView[]
  start?: boolean
}

export interface Splice {
  input: string
  output: string
}

/** How a node would fit into a wire; null when it would not. */
export function splice(graph: Graph, edge: EdgeView, node: Joint): Splice | null {
  const from = graph.port(edge.source, 'source', edge.source_port)
  const to = graph.port(edge.target, 'target', edge.target_port)
  if (!from || !to || node.start) return null
  const input =
    from.type === 'order' || from.type === 'error'
      ? undefined
      : (node.inputs.find((p) => p.type === from.type && !p.wired) ?? node.inputs.find((p) => fits(from.type, p.type) && !p.wired))
  const output =
    to.type === 'order'
      ? undefined
      : (node.outputs.find((p) => p.type === to.type) ?? node.outputs.find((p) => fits(p.type, to.type)))
  if (to.type !== 'order' && !output) return null
  return { input: input?.name ?? 'in', output: output?.name ?? 'out' }
}
