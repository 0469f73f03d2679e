/** Drawing wires: who may take the wire, why not, and what happens where it is let go. */
import { edgeId } from './graph'
import type { Origin } from './editor'
import type { Stage } from './stage'
import type { Link } from './types'
import { reachable, refusal } from './wiring'

interface StartEvent {
  nodeId?: string
  handleId?: string | null
  handleType?: string
}

export class Connecting {
  private origin: Origin | null = null
  private instead: string | undefined
  private done = false
  private shown = ''

  constructor(
    private readonly stage: Stage,
    private readonly picker: (at: { x: number; y: number }, from: Origin) => void,
  ) {}

  get active(): boolean {
    return this.origin !== null
  }

  /** Asked by the library for the wire being drawn, and for every other edge, which is none of its business. */
  valid(link: { source: string; target: string; sourceHandle?: string | null; targetHandle?: string | null }): boolean {
    if (this.stage.applying || !this.origin) return true
    return refusal(this.stage.graph, link as Link, this.instead) === null
  }

  start(event: StartEvent): void {
    const { nodeId, handleId, handleType } = event
    if (!nodeId || !handleId || (handleType !== 'source' && handleType !== 'target')) return
    const port = this.stage.graph.port(nodeId, handleType, handleId)
    this.origin = { node: nodeId, port: handleId, type: handleType, carries: port?.type ?? 'any' }
    this.done = false
    this.stage.hush()
    this.stage.root().classList.add('lc-connecting')
    this.stage.root().dataset.carries = this.origin.carries
    this.mark()
    addEventListener('pointermove', this.follow, { passive: true })
  }

  restart(edge: string): void {
    this.instead = edge
    this.mark()
  }

  connect(link: Link): void {
    this.done = true
    const edge = edgeId(link.source, link.sourceHandle, link.target, link.targetHandle)
    this.stage.commit('Connect', [{ op: 'add_edge', edge }])
  }

  reconnect(old: string, link: Link): void {
    this.done = true
    const edge = edgeId(link.source, link.sourceHandle, link.target, link.targetHandle)
    if (edge === old) return
    this.stage.commit('Rewire', [{ op: 'remove_edge', edge: old }, { op: 'add_edge', edge }])
  }

  end(event: MouseEvent | TouchEvent | undefined): void {
    removeEventListener('pointermove', this.follow)
    const { origin, instead } = this
    this.origin = null
    this.instead = undefined
    this.clear()
    const point = event && ('changedTouches' in event ? event.changedTouches[0] : event)
    if (!origin || !point || this.done) return
    const at = { x: point.clientX, y: point.clientY }
    const handle = handleAt(at)
    if (handle) this.refuse(origin, handle, at, instead)
    else if (!overEmpty(at)) this.stage.hush()
    else if (instead) this.stage.commit('Delete wire', [{ op: 'remove_edge', edge: instead }])
    else this.picker(at, origin)
  }

  private refuse(origin: Origin, handle: HTMLElement, at: { x: number; y: number }, instead?: string): void {
    const link = linkOf(origin, handle)
    if (!link) return
    if (handle.dataset.nodeid === origin.node && handle.dataset.handleid === origin.port) return
    const no = refusal(this.stage.graph, link, instead)
    if (!no) return
    handle.classList.add('lc-refuse')
    setTimeout(() => handle.classList.remove('lc-refuse'), 500)
    const { replace } = no
    const action = replace
      ? {
          label: 'Replace it',
          run: () => {
            const edge = edgeId(link.source, link.sourceHandle, link.target, link.targetHandle)
            this.stage.hush()
            const also = instead ? [{ op: 'remove_edge' as const, edge: instead }] : []
            this.stage.commit('Replace wire', [{ op: 'remove_edge', edge: replace }, ...also, { op: 'add_edge', edge }])
          },
        }
      : undefined
    this.stage.say(no.reason, 'bad', at, action)
    this.stage.emit('refused', { ...link, reason: no.reason })
  }

  /** Say why, in one line beside the pointer, while it is over a port that cannot take the wire. */
  private readonly follow = (event: PointerEvent): void => {
    if (!this.origin) return
    const at = { x: event.clientX, y: event.clientY }
    const handle = handleAt(at)
    const link = handle && linkOf(this.origin, handle)
    const no = link && refusal(this.stage.graph, link, this.instead)
    const own = handle?.dataset.nodeid === this.origin.node && handle.dataset.handleid === this.origin.port
    if (no && !own) {
      this.shown = no.reason
      this.stage.say(no.reason, 'bad', at)
    } else if (this.shown) {
      this.shown = ''
      this.stage.hush()
    }
  }

  private mark(): void {
    if (!this.origin) return
    const { graph, detail } = this.stage
    const nodes = detail.small.value ? graph.nodes.keys() : [...detail.near].filter((id) => graph.nodes.has(id))
    const good = reachable(graph, this.origin, nodes, this.instead)
    const other = this.origin.type === 'source' ? 'target' : 'source'
    for (const handle of this.stage.root().querySelectorAll<HTMLElement>('.vue-flow__handle')) {
      const { nodeid, handleid } = handle.dataset
      const own = nodeid === this.origin.node && handleid === this.origin.port && handle.classList.contains(this.origin.type)
      const fit = own || (handle.classList.contains(other) && good.has(`${nodeid} ${handleid}`))
      handle.dataset.fit = fit ? 'yes' : 'no'
    }
  }

  private clear(): void {
    const root = this.stage.root()
    root.classList.remove('lc-connecting')
    delete root.dataset.carries
    for (const handle of root.querySelectorAll<HTMLElement>('[data-fit]')) delete handle.dataset.fit
    this.shown = ''
  }
}

function handleAt(at: { x: number; y: number }): HTMLElement | undefined {
  return document.elementsFromPoint(at.x, at.y).find((e) => e.classList.contains('vue-flow__handle')) as HTMLElement | undefined
}

function overEmpty(at: { x: number; y: number }): boolean {
  const top = document.elementsFromPoint(at.x, at.y).find((e) => !e.closest('.vue-flow__edges, .vue-flow__connectionline'))
  return !!top && !!top.closest('.vue-flow__pane, .lc-frame-body, .lc-note, .vue-flow__viewport') && !top.closest('.lc-card, .lc-frame-head')
}

function linkOf(origin: Origin, handle: HTMLElement): Link | null {
  const { nodeid, handleid } = handle.dataset
  const type = handle.classList.contains('source') ? 'source' : 'target'
  if (!nodeid || !handleid || type === origin.type) {
    if (!nodeid || !handleid) return null
    // Output on output: let the rules say that this is no wire.
    return { source: origin.node, sourceHandle: origin.port, target: nodeid, targetHandle: `${handleid}?` }
  }
  return origin.type === 'source'
    ? { source: origin.node, sourceHandle: origin.port, target: nodeid, targetHandle: handleid }
    : { source: nodeid, sourceHandle: handleid, target: origin.node, targetHandle: origin.port }
}
