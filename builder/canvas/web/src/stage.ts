/** What all parts of one canvas share: the graph, the board that draws it, and the way to Python. */
import { nextTick, ref, shallowReactive, shallowRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import { depthOf, isFrame, sizeOf, spotsOf } from './geometry'
import { Graph, type Touched } from './graph'
import { sessionId } from './ids'
import { Position, setSelected, type Board, type BoardEdge, type BoardNode } from './lib'
import { Outbox } from './outbox'
import type {
  CanvasPatch, CanvasView, EdgeView, KindView, NodeDraft, NodeStatus, NodeView, NoteView, Op, Transaction, WireStatus,
} from './types'

export const STAGE: InjectionKey<Stage> = Symbol('stage')

/** Up to this many nodes everything is drawn in full, always. */
export const SMALL = 150

/** Events for Python. */
export type Emit = (event: string, ...values: unknown[]) => void

export interface Selection {
  ids: string[]
  edges: string[]
  notes: string[]
}

/** Which nodes are drawn in full. */
export interface Detail {
  /** Few nodes: all in full. */
  small: Ref<boolean>
  /** Zoomed out so far that nothing can be read. */
  far: Ref<boolean>
  /** Zoomed out so far that only large letters can be read. */
  distant: Ref<boolean>
  near: Set<string>
  nearEdges: Set<string>
}

export interface Tip {
  text: string
  x: number
  y: number
  tone: 'bad' | 'good' | 'plain'
  action?: { label: string; run: () => void }
}

export class Stage {
  readonly graph: Graph
  readonly outbox: Outbox
  readonly client = sessionId()
  readonly status = shallowReactive(new Map<string, NodeStatus>())
  readonly wires = shallowReactive(new Map<string, WireStatus>())
  readonly detail: Detail = { small: ref(true), far: ref(false), distant: ref(false), near: shallowReactive(new Set()), nearEdges: shallowReactive(new Set()) }
  readonly selection: ShallowRef<Selection> = shallowRef({ ids: [], edges: [], notes: [] })
  readonly count = ref(0)
  readonly pending = ref(0)
  readonly offline = ref(false)
  readonly locked = ref(false)
  readonly revision = ref(0)
  readonly loaded = ref(false)
  readonly renaming = ref('')
  readonly editingNote = ref('')
  readonly hovered = ref('')
  readonly tip: ShallowRef<Tip | null> = shallowRef(null)
  readonly drafts = new Map<string, NodeDraft>()
  /** Font family of the page, for cutting text to width; changes when fonts have arrived. */
  readonly font = ref('sans-serif')
  /** Ticks while something runs, so that seconds can be counted. */
  readonly now = ref(0)
  readonly since = new Map<string, number>()
  board!: Board
  /** True while ops are applied: the library asks for the validity of every edge it is given, also of old ones. */
  applying = false
  /** Told after anything has changed that an overview would show. */
  redraw: () => void = () => undefined
  private counter = 0
  private queued = false
  private tipTimer = 0
  private ticker = 0

  constructor(readonly flow: string, kinds: KindView[], readonly emit: Emit, readonly root: () => HTMLElement) {
    this.graph = new Graph(new Map(kinds.map((kind) => [kind.type, kind])))
    this.outbox = new Outbox(flow, (count) => {
      this.pending.value = count
      this.emit('saving', { pending: count, offline: this.offline.value })
    })
    this.pending.value = this.outbox.pending.length
  }

  // ---------------------------------------------------------------- from Python

  load(view: CanvasView, revision: number, acked: string[] = []): void {
    this.outbox.settle(acked)
    this.graph.load(view)
    this.graph.makeRoom(this.graph.apply(this.outbox.pending.flatMap((tx) => tx.ops)))
    this.revision.value = revision
    // A big flow begins as empty boxes; what can be read is drawn in full once the view is known.
    if (!this.loaded.value && this.graph.nodes.size > SMALL) {
      this.detail.small.value = false
      this.detail.far.value = true
    }
    this.loaded.value = true
    const selected = new Set(this.board.getNodes.value.filter((n) => n.selected).map((n) => n.id))
    this.guarded(() => {
      this.board.setEdges([])
      this.board.setNodes(this.ordered().map((node) => ({ ...node, selected: selected.has(node.id) })))
      this.board.setEdges([...this.graph.edges.values()].map((edge) => this.edge(edge)))
    })
    this.after()
  }

  /** What Python made of it; what is still under way is laid over it again. */
  merge(patch: CanvasPatch, revision: number): void {
    const touched = this.graph.merge(patch)
    const again = this.graph.apply(this.outbox.pending.flatMap((tx) => tx.ops))
    for (const id of again.nodes) touched.nodes.add(id)
    for (const id of again.edges) touched.edges.add(id)
    this.revision.value = Math.max(this.revision.value, revision)
    for (const id of touched.nodes) this.drafts.delete(id)
    this.show(touched)
  }

  /** Runtime states: an overlay, never part of the document, never undone. */
  overlay(nodes: Record<string, NodeStatus | null>, wires: Record<string, WireStatus | null>): void {
    for (const [id, state] of Object.entries(nodes)) {
      if (state?.s === 'running') {
        if (!this.since.has(id)) this.since.set(id, performance.now())
      } else this.since.delete(id)
      if (state) this.status.set(id, state)
      else this.status.delete(id)
    }
    for (const [id, state] of Object.entries(wires)) {
      if (state) this.wires.set(id, state)
      else this.wires.delete(id)
    }
    if (this.since.size && !this.ticker) this.ticker = window.setInterval(() => this.tick(), 500)
    this.now.value = performance.now()
    this.redraw()
  }

  private tick(): void {
    this.now.value = performance.now()
    if (!this.since.size) this.stop()
  }

  stop(): void {
    window.clearInterval(this.ticker)
    this.ticker = 0
  }

  // ---------------------------------------------------------------- to Python

  /** Do a finished gesture: shown at once, sent, and kept until it is acknowledged. */
  commit(label: string, ops: Op[], select?: string[]): void {
    if (this.locked.value || !ops.length) return
    this.show(this.graph.apply(ops), select)
    const tx: Transaction = { id: `${this.client}-${++this.counter}`, client: this.client, label, ops }
    this.outbox.add(tx)
    this.emit('tx', tx)
  }

  select(ids: Iterable<string>, edges: Iterable<string> = []): void {
    const nodes = new Set(ids)
    const wires = new Set(edges)
    this.guarded(() => setSelected(this.board, (id) => nodes.has(id), (id) => wires.has(id)))
    this.selectionChanged()
  }

  selectionChanged(): void {
    if (this.queued) return
    this.queued = true
    requestAnimationFrame(() => {
      this.queued = false
      const nodes = this.board.getNodes.value.filter((n) => n.selected).map((n) => n.id)
      const next: Selection = {
        ids: nodes.filter((id) => this.graph.nodes.has(id)),
        notes: nodes.filter((id) => this.graph.notes.has(id)),
        edges: this.board.getEdges.value.filter((e) => e.selected).map((e) => e.id),
      }
      if (same(next, this.selection.value)) return
      this.selection.value = next
      this.redraw()
      this.emit('selection', next)
    })
  }

  // ---------------------------------------------------------------- small things

  /** Say something beside the pointer, or in the middle of the top. */
  say(text: string, tone: Tip['tone'] = 'plain', at?: { x: number; y: number }, action?: Tip['action']): void {
    const box = this.root().getBoundingClientRect()
    const spot = at ? { x: at.x - box.left, y: at.y - box.top } : { x: box.width / 2, y: 40 }
    this.tip.value = { text, tone, ...spot, action }
    window.clearTimeout(this.tipTimer)
    this.tipTimer = window.setTimeout(() => (this.tip.value = null), action ? 6000 : 3200)
  }

  hush(): void {
    window.clearTimeout(this.tipTimer)
    this.tip.value = null
  }

  /** The middle of the canvas in its own units. */
  centre(): { x: number; y: number } {
    const box = this.root().getBoundingClientRect()
    return this.board.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 })
  }

  // ---------------------------------------------------------------- drawing

  /** Draw what was touched; with `select` exactly these are selected afterwards. */
  show(touched: Touched, select?: string[]): void {
    this.graph.makeRoom(touched)
    const chosen = select && new Set(select)
    const { nodes: views, notes, edges } = this.graph
    let structure = false
    const old = this.board.getNodes.value
    const known = new Set<string>()
    const next: BoardNode[] = []
    for (const node of old) {
      known.add(node.id)
      const gone = !views.has(node.id) && !notes.has(node.id)
      if (gone) {
        structure = true
        this.status.delete(node.id)
        continue
      }
      const selected = chosen ? chosen.has(node.id) : !!node.selected
      if (touched.nodes.has(node.id)) {
        const fresh = { ...this.node(node.id), selected }
        structure ||= fresh.parentId !== node.parentId
        next.push(fresh)
      } else next.push(selected === !!node.selected ? node : { ...node, selected })
    }
    for (const id of touched.nodes) {
      if (known.has(id) || (!views.has(id) && !notes.has(id))) continue
      structure = true
      next.push({ ...this.node(id), selected: chosen?.has(id) ?? false })
    }
    if (structure) next.sort((a, b) => this.graph.depth(a.id) - this.graph.depth(b.id))
    this.guarded(() => {
      this.board.setNodes(next)
      if (touched.edges.size || structure || chosen) {
        const wires = this.board.getEdges.value
        const had = new Set(wires.map((e) => e.id))
        const kept = wires.filter((e) => edges.has(e.id)).map((e) => {
          const selected = chosen ? false : !!e.selected
          if (touched.edges.has(e.id)) return { ...this.edge(edges.get(e.id)!), selected }
          return selected === !!e.selected ? e : { ...e, selected }
        })
        const added = [...touched.edges].filter((id) => !had.has(id) && edges.has(id)).map((id) => this.edge(edges.get(id)!))
        this.board.setEdges([...kept, ...added])
      }
    })
    this.after()
  }

  private after(): void {
    this.count.value = this.graph.nodes.size + this.graph.notes.size
    this.selectionChanged()
    this.redraw()
    void nextTick(() => this.redraw())
  }

  private guarded(work: () => void): void {
    this.applying = true
    try {
      work()
    } finally {
      this.applying = false
    }
  }

  private ordered(): BoardNode[] {
    const ids = [...this.graph.notes.keys(), ...this.graph.nodes.keys()]
    return ids.map((id) => this.node(id)).sort((a, b) => this.graph.depth(a.id) - this.graph.depth(b.id))
  }

  private node(id: string): BoardNode {
    const view = this.graph.nodes.get(id)
    return view ? this.card(view) : this.note(this.graph.notes.get(id)!)
  }

  private card(view: NodeView): BoardNode {
    const { width, height } = sizeOf(view)
    const frame = isFrame(view)
    const depth = depthOf(view, this.graph.nodes)
    const parent = view.parent && this.graph.nodes.has(view.parent) ? view.parent : undefined
    return {
      id: view.id,
      type: view.container ? 'frame' : 'card',
      position: { x: view.x, y: view.y },
      parentId: parent,
      hidden: this.graph.hidden(view.id),
      width,
      height,
      measured: { width, height },
      zIndex: depth * 10 + (frame ? 0 : 5),
      ...(frame && { dragHandle: '.lc-frame-head' }),
      // Known, not measured: the library then never has to lay a card out to draw its wires.
      handles: spotsOf(view).map((s) => ({
        id: s.id, type: s.type, x: s.x, y: s.y, width: 0, height: 0,
        position: s.side === 'left' ? Position.Left : Position.Right,
      })),
      data: { view },
      ariaLabel: `${view.label || view.type}${view.problem ? `, problem: ${view.problem}` : ''}`,
    } as BoardNode
  }

  private note(view: NoteView): BoardNode {
    return {
      id: view.id, type: 'note', position: { x: view.x, y: view.y }, width: view.w, height: view.h,
      measured: { width: view.w, height: view.h }, zIndex: -1, handles: [], data: { view }, ariaLabel: 'Note',
    } as BoardNode
  }

  private edge(view: EdgeView): BoardEdge {
    const depth = Math.max(this.graph.depth(view.source), this.graph.depth(view.target))
    const source = this.graph.nodes.get(view.source)
    const target = this.graph.nodes.get(view.target)
    return {
      id: view.id, type: 'wire', source: view.source, sourceHandle: view.source_port,
      target: view.target, targetHandle: view.target_port, zIndex: depth * 10 + 2, reconnectable: !this.locked.value,
      hidden: this.graph.hidden(view.source) || this.graph.hidden(view.target)
        || (!!source?.collapsed && target?.parent === source.id) || (!!target?.collapsed && source?.parent === target.id),
      data: { type: view.type }, ariaLabel: `From ${source?.label ?? view.source} to ${target?.label ?? view.target}`,
    } as BoardEdge
  }
}

const same = (a: Selection, b: Selection): boolean =>
  a.ids.join() === b.ids.join() && a.edges.join() === b.edges.join() && a.notes.join() === b.notes.join()
