/** What hands can do to a flow: each method is one gesture, one transaction, one undo. */
import { clipText, pasteOps, readClip } from './clipboard'
import { absolute, distanceTo, endsOf, GRID, HEAD, headHeight, isFrame, sizeOf, snap, WIDTH } from './geometry'
import { edgeId } from './graph'
import { freshId } from './ids'
import { rememberKind } from './search'
import type { Stage } from './stage'
import { tidyPlaces } from './tidy'
import type { EdgeView, KindView, NodeDraft, NodeView, Op, Place, PortType } from './types'
import { matching, splice, type Joint } from './wiring'
import { plural } from './words'

/** A port somebody dragged a wire from. */
export interface Origin {
  node: string
  port: string
  type: 'source' | 'target'
  carries: PortType
}

interface Point {
  x: number
  y: number
}

const DRAFT_WAIT = 2000

export class Editor {
  /** Where Python's answers about the content of nodes are waited for. */
  private waiting: (() => void)[] = []
  private pasted = 0

  constructor(private readonly stage: Stage) {}

  // ---------------------------------------------------------------- adding

  /** Add a node with its corner at a point of the canvas, inside a container when it lies over one. */
  add(type: string, at: Point, options: { from?: Origin; on?: string } = {}): string | null {
    const { graph } = this.stage
    const kind = graph.kinds.get(type)
    if (!kind || this.stage.locked.value) return null
    const id = freshId(type, (taken) => graph.nodes.has(taken) || graph.notes.has(taken))
    const size = kind.container ? { w: 640, h: 320 } : {}
    const corner = { x: snap(at.x), y: snap(at.y) }
    const over = options.from ? this.scopeOf(options.from) : this.frameAt({ x: corner.x + WIDTH / 2, y: corner.y + HEAD / 2 })
    const base = over ? graph.absolute(over) : { x: 0, y: 0 }
    const edge = options.on ? graph.edges.get(options.on) : undefined
    const parent = edge ? this.scopeOfEdge(edge) : over
    const place: Place = { x: corner.x - base.x, y: corner.y - base.y, ...size }
    const ops: Op[] = [{ op: 'add_node', id, node: { type, parent: parent ?? null }, place }]
    if (edge) ops.push(...this.spliceOps(edge, id, kind))
    else if (options.from) ops.push(...this.wireOps(options.from, id, kind))
    rememberKind(type)
    this.stage.commit(`Add ${kind.title}`, ops, [id])
    return id
  }

  addNote(at: Point): void {
    const { graph } = this.stage
    const id = freshId('note', (taken) => graph.notes.has(taken))
    const note = { text: '', x: snap(at.x), y: snap(at.y), w: 240, h: 140, color: 'yellow' }
    this.stage.commit('Add note', [{ op: 'add_note', id, note }], [id])
    this.stage.editingNote.value = id
  }

  private wireOps(from: Origin, id: string, kind: KindView): Op[] {
    const port = matching(kind, from.carries, from.type)
    if (!port) return []
    const edge = from.type === 'source' ? edgeId(from.node, from.port, id, port) : edgeId(id, port, from.node, from.port)
    return [{ op: 'add_edge', edge }]
  }

  private spliceOps(edge: EdgeView, id: string, node: Joint): Op[] {
    const how = splice(this.stage.graph, edge, node)
    if (!how) return []
    return [
      { op: 'remove_edge', edge: edge.id },
      { op: 'add_edge', edge: edgeId(edge.source, edge.source_port, id, how.input) },
      { op: 'add_edge', edge: edgeId(id, how.output, edge.target, edge.target_port) },
    ]
  }

  // ---------------------------------------------------------------- places

  /** The innermost open container under a point, not counting `except` and what is inside it. */
  frameAt(point: Point, except: Set<string> = new Set()): string | undefined {
    const { graph } = this.stage
    let best: { id: string; depth: number } | undefined
    for (const node of graph.nodes.values()) {
      if (!isFrame(node) || except.has(node.id) || graph.hidden(node.id)) continue
      const at = absolute(node, graph.nodes)
      const { width, height } = sizeOf(node)
      const inside = point.x > at.x && point.x < at.x + width && point.y > at.y + headHeight(node) && point.y < at.y + height
      const depth = graph.depth(node.id)
      if (inside && (!best || depth > best.depth)) best = { id: node.id, depth }
    }
    return best?.id
  }

  /** A wire a free node would be spliced into at this place. */
  wireUnder(node: NodeView, at: Point): EdgeView | undefined {
    const { graph } = this.stage
    if (node.start || node.container) return undefined
    for (const edge of graph.edges.values()) if (edge.source === node.id || edge.target === node.id) return undefined
    const { width, height } = sizeOf(node)
    return this.wireAt({ x: at.x + width / 2, y: at.y + Math.min(height, HEAD) / 2 }, node)
  }

  wireAt(point: Point, node: Joint): EdgeView | undefined {
    const { graph } = this.stage
    let best: { edge: EdgeView; far: number } | undefined
    for (const edge of graph.edges.values()) {
      const ends = endsOf(edge, graph.nodes)
      if (!ends || point.x < Math.min(ends.sx, ends.tx) || point.x > Math.max(ends.sx, ends.tx)) continue
      const far = distanceTo(ends, point.x, point.y)
      if (far < 34 && (!best || far < best.far) && splice(graph, edge, node)) best = { edge, far }
    }
    return best?.edge
  }

  /** Finish a drag: new places, new containers, and a splice when a node was dropped on a wire. */
  drop(moved: Map<string, Point>): void {
    const { graph } = this.stage
    const ops: Op[] = []
    const places: Record<string, Place> = {}
    const into: string[] = []
    for (const [id, at] of moved) {
      const node = graph.nodes.get(id)
      const before = node ?? graph.notes.get(id)
      if (!before) continue
      places[id] = { x: Math.round(at.x), y: Math.round(at.y) }
      if (node) {
        const change = this.newScope(node, places[id]!)
        if (change) {
          ops.push(...change.ops)
          places[id] = change.place
          into.push(id)
        }
      }
    }
    for (const [id, place] of Object.entries(places)) {
      const was = graph.nodes.get(id) ?? graph.notes.get(id)
      if (was && was.x === place.x && was.y === place.y && !into.includes(id)) delete places[id]
    }
    const single = moved.size === 1 ? graph.nodes.get([...moved.keys()][0]!) : undefined
    if (Object.keys(places).length) ops.push({ op: 'move', places })
    else return
    if (single && !into.length) {
      const base = single.parent ? graph.absolute(single.parent) : { x: 0, y: 0 }
      const at = places[single.id]!
      const wire = this.wireUnder(single, { x: at.x + base.x, y: at.y + base.y })
      if (wire && (this.scopeOfEdge(wire) ?? '') === (single.parent ?? '')) {
        this.stage.commit(`Put ${single.label} in between`, [...ops, ...this.spliceOps(wire, single.id, single)])
        return
      }
    }
    const label = into.length ? `Move ${plural(into.length, 'node')} to another container` : `Move ${plural(Object.keys(places).length, 'node')}`
    this.stage.commit(single && !into.length ? `Move ${single.label}` : label, ops)
  }

  private newScope(node: NodeView, place: Place): { ops: Op[]; place: Place } | null {
    const { graph } = this.stage
    const base = node.parent ? graph.absolute(node.parent) : { x: 0, y: 0 }
    const at = { x: base.x + place.x, y: base.y + place.y }
    const { width } = sizeOf(node)
    const inside = graph.descendants(node.id)
    const over = this.frameAt({ x: at.x + width / 2, y: at.y + HEAD / 2 }, new Set([node.id, ...inside]))
    if ((over ?? '') === (node.parent ?? '')) return null
    const cut = [...graph.edges.values()].filter((e) => {
      const ours = (id: string): boolean => id === node.id || inside.has(id)
      return ours(e.source) !== ours(e.target)
    })
    if (cut.length) this.stage.say(`${plural(cut.length, 'wire')} could not cross the border and came off.`, 'plain')
    const origin = over ? graph.absolute(over) : { x: 0, y: 0 }
    return {
      ops: [
        ...cut.map((e): Op => ({ op: 'remove_edge', edge: e.id })),
        { op: 'set_node', id: node.id, fields: { parent: over ?? null } },
      ],
      place: { x: at.x - origin.x, y: at.y - origin.y },
    }
  }

  private scopeOf(from: Origin): string | undefined {
    const { graph } = this.stage
    return graph.inner(from.node, from.type, from.port) ? from.node : graph.nodes.get(from.node)?.parent
  }

  private scopeOfEdge(edge: EdgeView): string | undefined {
    const { graph } = this.stage
    return graph.inner(edge.source, 'source', edge.source_port) ? edge.source : graph.nodes.get(edge.source)?.parent
  }

  nudge(dx: number, dy: number): void {
    const { ids, notes } = this.stage.selection.value
    const { graph } = this.stage
    const chosen = new Set(ids)
    const places: Record<string, Place> = {}
    for (const id of [...ids, ...notes]) {
      const item = graph.nodes.get(id) ?? graph.notes.get(id)
      const parent = graph.nodes.get(id)?.parent
      if (item && !(parent && chosen.has(parent))) places[id] = { x: item.x + dx, y: item.y + dy }
    }
    if (Object.keys(places).length) this.stage.commit(`Move ${plural(Object.keys(places).length, 'node')}`, [{ op: 'move', places }])
  }

  async tidy(): Promise<boolean> {
    const chosen = new Set(this.stage.selection.value.ids)
    const places = await tidyPlaces(this.stage.graph, chosen.size > 1 ? chosen : undefined)
    if (!Object.keys(places).length) return false
    this.stage.commit(chosen.size > 1 ? 'Tidy selection' : 'Tidy flow', [{ op: 'move', places }])
    return chosen.size < 2
  }

  // ---------------------------------------------------------------- changing

  remove(): void {
    const { ids, edges, notes } = this.stage.selection.value
    const gone = ids.filter((id) => !ids.some((up) => this.stage.graph.descendants(up).has(id)))
    const ops: Op[] = [
      ...edges.map((edge): Op => ({ op: 'remove_edge', edge })),
      ...gone.map((id): Op => ({ op: 'remove_node', id })),
      ...notes.map((id): Op => ({ op: 'remove_note', id })),
    ]
    const what = ids.length ? plural(ids.length, 'node') : notes.length ? plural(notes.length, 'note') : plural(edges.length, 'wire')
    this.stage.commit(`Delete ${what}`, ops, [])
  }

  /** Delete a node and join what was before it with what came after, where the types fit. */
  unplug(edge: string): void {
    this.stage.commit('Delete wire', [{ op: 'remove_edge', edge }])
  }

  toggleDisabled(): void {
    const nodes = this.stage.selection.value.ids.map((id) => this.stage.graph.nodes.get(id)).filter((n) => !!n)
    const disable = nodes.some((n) => !n.disabled)
    const ops = nodes.filter((n) => !!n.disabled !== disable).map((n): Op => ({ op: 'set_node', id: n.id, fields: { disabled: disable || null } }))
    this.stage.commit(`${disable ? 'Disable' : 'Enable'} ${plural(ops.length, 'node')}`, ops)
  }

  rename(id: string, label: string): void {
    const node = this.stage.graph.nodes.get(id)
    const text = label.trim().slice(0, 200)
    if (node && text && text !== node.label) this.stage.commit(`Rename to ${text}`.slice(0, 120), [{ op: 'set_node', id, fields: { label: text } }])
  }

  collapse(id: string): void {
    const node = this.stage.graph.nodes.get(id)
    if (node?.container) {
      this.stage.commit(node.collapsed ? 'Expand' : 'Collapse', [{ op: 'style', id, fields: { collapsed: node.collapsed ? null : true } }])
    }
  }

  // ---------------------------------------------------------------- clipboard

  /** The selection as text; null when Python has not told yet what is in its nodes. */
  copyText(): string | null {
    const { ids, notes } = this.stage.selection.value
    if (!this.wanted(ids).every((id) => this.stage.drafts.has(id))) return null
    return clipText(this.stage.graph, [...ids, ...notes], Object.fromEntries(this.stage.drafts))
  }

  /** The same, waiting for Python if need be. */
  async copyTextSoon(): Promise<string | null> {
    const { ids } = this.stage.selection.value
    const missing = this.wanted(ids).filter((id) => !this.stage.drafts.has(id))
    if (missing.length) {
      this.stage.emit('drafts', { ids: missing.slice(0, 2000) })
      await Promise.race([
        new Promise<void>((done) => this.waiting.push(done)),
        new Promise((done) => setTimeout(done, DRAFT_WAIT)),
      ])
    }
    return this.copyText()
  }

  gotDrafts(drafts: Record<string, NodeDraft>): void {
    for (const [id, draft] of Object.entries(drafts)) this.stage.drafts.set(id, draft)
    for (const done of this.waiting.splice(0)) done()
  }

  /** Paste text; false when it is no clip. Without a place everything lands a little below and to the right. */
  paste(text: string, at: Point | null): boolean {
    const clip = readClip(text)
    if (!clip || this.stage.locked.value) return false
    const step = 2 * GRID * (at ? 1 : ++this.pasted)
    const result = pasteOps(this.stage.graph, clip, (box) =>
      at ? { x: snap(at.x - box.x), y: snap(at.y - box.y) } : { x: step, y: step })
    const unknown = Object.values(clip.nodes).filter((n) => !this.stage.graph.kinds.has(n.type)).length
    this.stage.commit(`Paste ${plural(result.count, 'node')}`, result.ops, result.ids)
    if (unknown) this.stage.say(`${plural(unknown, 'node')} of a type that is not installed here.`, 'bad')
    return true
  }

  async duplicate(): Promise<void> {
    const text = await this.copyTextSoon()
    this.pasted = 0
    if (text) this.paste(text, null)
  }

  resetPasting(): void {
    this.pasted = 0
  }

  private wanted(ids: string[]): string[] {
    const { graph } = this.stage
    return [...new Set(ids.flatMap((id) => [id, ...graph.descendants(id)]))].filter((id) => graph.nodes.has(id))
  }
}
