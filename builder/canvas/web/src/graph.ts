/** The graph as the canvas shows it: loaded and patched by Python, changed at once by the hands of the person. */
import { absolute, depthOf, FRAME_FOOT, FRAME_SIDE, isFrame, sizeOf } from './geometry'
import type {
  CanvasPatch, CanvasView, EdgeView, Json, KindView, NodeDraft, NodeView, NoteView, Op, Place, PortType, PortView,
} from './types'

/** What has to be drawn again. */
export interface Touched {
  nodes: Set<string>
  edges: Set<string>
}

const EDGE = /^\s*(\w+)\.(\w+)\s*->\s*(\w+)\.(\w+)\s*$/

export const edgeId = (source: string, sourcePort: string, target: string, targetPort: string): string =>
  `${source}.${sourcePort} -> ${target}.${targetPort}`

export class Graph {
  readonly nodes = new Map<string, NodeView>()
  readonly edges = new Map<string, EdgeView>()
  readonly notes = new Map<string, NoteView>()

  constructor(readonly kinds: Map<string, KindView>) {}

  load(view: CanvasView): void {
    this.nodes.clear()
    this.edges.clear()
    this.notes.clear()
    for (const node of view.nodes) this.nodes.set(node.id, node)
    for (const edge of view.edges) this.edges.set(edge.id, edge)
    for (const note of view.notes) this.notes.set(note.id, note)
  }

  /** Take over what Python says. */
  merge(patch: CanvasPatch): Touched {
    const touched: Touched = { nodes: new Set(), edges: new Set() }
    const take = <T>(into: Map<string, T>, from: Record<string, T | null> | undefined, ids: Set<string>): void => {
      for (const [id, view] of Object.entries(from ?? {})) {
        if (view === null) into.delete(id)
        else into.set(id, view)
        ids.add(id)
      }
    }
    take(this.nodes, patch.nodes, touched.nodes)
    take(this.edges, patch.edges, touched.edges)
    take(this.notes, patch.notes, touched.nodes)
    return touched
  }

  /** Let every frame be large enough for what lies in it; the frames that changed are touched. */
  makeRoom(touched: Touched): void {
    const inside = new Map<string, NodeView[]>()
    for (const node of this.nodes.values()) {
      if (!node.parent) continue
      const list = inside.get(node.parent)
      if (list) list.push(node)
      else inside.set(node.parent, [node])
    }
    const frames = [...this.nodes.values()].filter((n) => isFrame(n))
    const deepestFirst = frames.map((n) => ({ id: n.id, depth: this.depth(n.id) })).sort((a, b) => b.depth - a.depth)
    for (const { id } of deepestFirst) {
      const frame = this.nodes.get(id)!
      let roomW = 0
      let roomH = 0
      for (const child of inside.get(id) ?? []) {
        const now = this.nodes.get(child.id) ?? child
        const { width, height } = sizeOf(now)
        roomW = Math.max(roomW, now.x + width + FRAME_SIDE)
        roomH = Math.max(roomH, now.y + height + FRAME_FOOT)
      }
      if (frame.roomW !== roomW || frame.roomH !== roomH) {
        this.nodes.set(id, { ...frame, roomW, roomH })
        touched.nodes.add(id)
      }
    }
  }

  /** Apply operations at once, before Python has seen them; ids that are gone are skipped. */
  apply(ops: Op[]): Touched {
    const touched: Touched = { nodes: new Set(), edges: new Set() }
    for (const op of ops) this.step(op, touched)
    return touched
  }

  port(nodeId: string, direction: 'source' | 'target', name: string): PortView | undefined {
    const node = this.nodes.get(nodeId)
    if (!node) return undefined
    if (direction === 'target') {
      if (name === 'in') return node.start ? undefined : { name, title: 'Start after', type: 'order', many: true, wired: true }
      return find(node.inputs, name) ?? find(node.inner_inputs, name)
    }
    if (name === 'out') return { name, title: 'After', type: 'order' }
    return find(node.outputs, name) ?? find(node.inner_outputs, name)
  }

  /** Whether a port is on the inside of a container. */
  inner(nodeId: string, direction: 'source' | 'target', name: string): boolean {
    const node = this.nodes.get(nodeId)
    return !!node?.container && !!find(direction === 'source' ? node.inner_outputs : node.inner_inputs, name)
  }

  descendants(id: string): Set<string> {
    const all = new Set<string>([id])
    let grew = true
    while (grew) {
      grew = false
      for (const node of this.nodes.values()) {
        if (node.parent && all.has(node.parent) && !all.has(node.id)) grew = !!all.add(node.id)
      }
    }
    all.delete(id)
    return all
  }

  /** Whether something is inside a collapsed container. */
  hidden(id: string): boolean {
    const seen = new Set<string>()
    for (let up = this.nodes.get(id)?.parent; up && !seen.has(up); up = this.nodes.get(up)?.parent) {
      seen.add(up)
      if (this.nodes.get(up)?.collapsed) return true
    }
    return false
  }

  absolute(id: string): { x: number; y: number } {
    const node = this.nodes.get(id)
    return node ? absolute(node, this.nodes) : { x: 0, y: 0 }
  }

  depth(id: string): number {
    const node = this.nodes.get(id)
    return node ? depthOf(node, this.nodes) : 0
  }

  draft(id: string, node: NodeDraft, place: Place): NodeView {
    const kind = this.kinds.get(node.type)
    const outputs = [...(kind?.outputs ?? [])]
    if (node.policy?.on_error === 'branch') outputs.push({ name: 'error', title: 'Error', type: 'error' })
    return {
      id,
      type: node.type,
      label: node.label || (kind?.title ?? node.type),
      icon: kind?.icon ?? 'help',
      category: kind?.category ?? 'missing',
      sub: '',
      parent: node.parent ?? undefined,
      x: place.x,
      y: place.y,
      w: place.w ?? undefined,
      h: place.h ?? undefined,
      container: kind?.container ?? false,
      start: kind?.start,
      disabled: node.disabled,
      missing: !kind,
      inputs: kind?.inputs ?? [],
      outputs,
      inner_inputs: kind?.inner_inputs,
      inner_outputs: kind?.inner_outputs,
    }
  }

  private step(op: Op, touched: Touched): void {
    switch (op.op) {
      case 'add_node':
        if (this.nodes.has(op.id)) return
        this.nodes.set(op.id, this.draft(op.id, op.node, op.place))
        touched.nodes.add(op.id)
        return
      case 'remove_node':
        for (const id of [...this.descendants(op.id), op.id]) this.drop(id, touched)
        return
      case 'add_edge':
        return this.plug(op.edge, touched)
      case 'remove_edge':
        return this.unplug(op.edge, touched)
      case 'set_node':
        return this.change(op.id, nodeFields(op.fields), touched)
      case 'style':
        return this.change(op.id, styleFields(op.fields), touched)
      case 'move':
        for (const [id, place] of Object.entries(op.places)) this.move(id, place, touched)
        return
      case 'add_note':
        this.notes.set(op.id, { ...op.note, id: op.id })
        touched.nodes.add(op.id)
        return
      case 'remove_note':
        this.notes.delete(op.id)
        touched.nodes.add(op.id)
        return
      case 'set_note': {
        const note = this.notes.get(op.id)
        if (note) this.notes.set(op.id, { ...note, text: String(op.fields.text ?? note.text) })
        touched.nodes.add(op.id)
        return
      }
      default: // what fields hold is shown by Python's answer
    }
  }

  private drop(id: string, touched: Touched): void {
    this.nodes.delete(id)
    touched.nodes.add(id)
    for (const edge of this.edges.values()) {
      if (edge.source === id || edge.target === id) this.unplug(edge.id, touched)
    }
  }

  private plug(line: string, touched: Touched): void {
    const match = EDGE.exec(line)
    if (!match) return
    const [, source, sourcePort, target, targetPort] = match as unknown as string[]
    const from = this.port(source!, 'source', sourcePort!)
    if (!from || !this.nodes.has(target!)) return
    const type: PortType = targetPort === 'in' && from.type !== 'error' ? 'order' : from.type
    const id = edgeId(source!, sourcePort!, target!, targetPort!)
    this.edges.set(id, { id, source: source!, source_port: sourcePort!, target: target!, target_port: targetPort!, type })
    touched.edges.add(id)
    this.mark(target!, targetPort!, touched)
  }

  private unplug(line: string, touched: Touched): void {
    const edge = this.edges.get(line)
    if (!edge) return
    this.edges.delete(line)
    touched.edges.add(line)
    this.mark(edge.target, edge.target_port, touched)
  }

  private mark(nodeId: string, port: string, touched: Touched): void {
    const node = this.nodes.get(nodeId)
    if (!node || port === 'in') return
    const wired = [...this.edges.values()].some((e) => e.target === nodeId && e.target_port === port)
    const update = (ports: PortView[]): PortView[] => ports.map((p) => (p.name === port ? { ...p, wired } : p))
    this.nodes.set(nodeId, {
      ...node,
      inputs: update(node.inputs),
      inner_inputs: node.inner_inputs && update(node.inner_inputs),
    })
    touched.nodes.add(nodeId)
  }

  private move(id: string, place: Place, touched: Touched): void {
    const size = { ...(place.w != null && { w: place.w }), ...(place.h != null && { h: place.h }) }
    const note = this.notes.get(id)
    if (note) this.notes.set(id, { ...note, x: place.x, y: place.y, ...size })
    const node = this.nodes.get(id)
    if (node) this.nodes.set(id, { ...node, x: place.x, y: place.y, ...size })
    touched.nodes.add(id)
  }

  private change(id: string, fields: Partial<NodeView>, touched: Touched): void {
    const note = this.notes.get(id)
    if (note && fields.color !== undefined) this.notes.set(id, { ...note, color: fields.color })
    const node = this.nodes.get(id)
    if (node) this.nodes.set(id, { ...node, ...fields })
    touched.nodes.add(id)
    if ('collapsed' in fields || 'parent' in fields) {
      for (const child of this.descendants(id)) touched.nodes.add(child)
      for (const edge of this.edges.keys()) touched.edges.add(edge)
    }
  }
}

const find = (ports: PortView[] | undefined, name: string): PortView | undefined => ports?.find((p) => p.name === name)

function nodeFields(fields: Record<string, Json>): Partial<NodeView> {
  const out: Partial<NodeView> = {}
  if ('label' in fields) out.label = String(fields.label ?? '')
  if ('disabled' in fields) out.disabled = fields.disabled === true
  if ('parent' in fields) out.parent = typeof fields.parent === 'string' ? fields.parent : undefined
  return out
}

function styleFields(fields: Record<string, Json>): Partial<NodeView> {
  const out: Partial<NodeView> = {}
  if ('color' in fields) out.color = typeof fields.color === 'string' ? fields.color : undefined
  if ('collapsed' in fields) out.collapsed = fields.collapsed === true
  return out
}
