/** Copying as text: `{"loomline": "clip", "format": 1, ...}`, which can go into a chat, a file or another flow. */
import type { Graph } from './graph'
import { freshId } from './ids'
import type { Json, NodeDraft, NoteView, Op, Place } from './types'

const MAX_NODES = 2000
const ID = /^[a-z][a-z0-9_]{0,63}$/

interface Clip {
  nodes: Record<string, NodeDraft>
  edges: string[]
  places: Record<string, Place>
  notes: Record<string, Omit<NoteView, 'id'>>
}

/** The browser does not hold what fields contain: Python is asked for it, `nodes` is its answer. */
export function clipText(graph: Graph, ids: string[], inputs: Record<string, NodeDraft>): string | null {
  const all = new Set<string>()
  for (const id of ids) {
    if (!graph.nodes.has(id) && !graph.notes.has(id)) continue
    all.add(id)
    for (const child of graph.descendants(id)) all.add(child)
  }
  if (!all.size) return null
  const clip: Clip = { nodes: {}, edges: [], places: {}, notes: {} }
  for (const id of all) {
    const node = graph.nodes.get(id)
    const note = graph.notes.get(id)
    if (node) {
      const outside = node.parent && !all.has(node.parent)
      const at = outside ? graph.absolute(id) : { x: node.x, y: node.y }
      clip.nodes[id] = { ...(inputs[id] ?? { type: node.type, label: node.label }), parent: outside ? null : (node.parent ?? null) }
      clip.places[id] = { ...at, ...(node.w != null && { w: node.w }), ...(node.h != null && { h: node.h }) }
    } else if (note) {
      const { id: _id, ...rest } = note
      clip.notes[id] = rest
    }
  }
  for (const edge of graph.edges.values()) {
    if (all.has(edge.source) && all.has(edge.target)) clip.edges.push(edge.id)
  }
  return JSON.stringify({ loomline: 'clip', format: 1, ...clip }, null, 1)
}

/** Read a clip from text somebody pasted; null when it is something else. Rubbish inside is left out. */
export function readClip(text: string): Clip | null {
  if (text.length > 20_000_000 || !text.trimStart().startsWith('{')) return null
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(raw) || raw.loomline !== 'clip' || raw.format !== 1 || !isRecord(raw.nodes)) return null
  const clip: Clip = { nodes: {}, edges: [], places: {}, notes: {} }
  const places = isRecord(raw.places) ? raw.places : {}
  for (const [id, node] of Object.entries(raw.nodes).slice(0, MAX_NODES)) {
    if (!ID.test(id) || !isRecord(node) || typeof node.type !== 'string') continue
    clip.nodes[id] = node as unknown as NodeDraft
    clip.places[id] = place(places[id])
  }
  for (const [id, note] of Object.entries(isRecord(raw.notes) ? raw.notes : {}).slice(0, MAX_NODES)) {
    if (!ID.test(id) || !isRecord(note)) continue
    const { x, y, w, h } = place(note)
    clip.notes[id] = { text: String(note.text ?? ''), x, y, w: w ?? 240, h: h ?? 120, color: colour(note.color) }
  }
  for (const edge of Array.isArray(raw.edges) ? raw.edges.slice(0, 20_000) : []) {
    const match = typeof edge === 'string' ? /^(\w+)\.\w+ -> (\w+)\.\w+$/.exec(edge) : null
    if (match && clip.nodes[match[1]!] && clip.nodes[match[2]!]) clip.edges.push(edge)
  }
  return Object.keys(clip.nodes).length || Object.keys(clip.notes).length ? clip : null
}

export interface Pasted {
  ops: Op[]
  ids: string[]
  count: number
}

/** Turn a clip into operations: fresh ids everywhere, also in the expressions, and everything moved to `at`. */
export function pasteOps(graph: Graph, clip: Clip, move: (box: { x: number; y: number }) => { x: number; y: number }): Pasted {
  const taken = new Set<string>()
  const fresh = new Map<string, string>()
  const isTaken = (id: string): boolean => graph.nodes.has(id) || graph.notes.has(id) || taken.has(id)
  for (const [id, node] of Object.entries(clip.nodes)) fresh.set(id, claim(freshId(stem(id, node.type), isTaken), taken))
  for (const id of Object.keys(clip.notes)) fresh.set(id, claim(freshId('note', isTaken), taken))

  const roots = Object.keys(clip.nodes).filter((id) => !parentOf(clip, id))
  const corners = [...roots.map((id) => clip.places[id]!), ...Object.values(clip.notes)]
  const shift = move({ x: Math.min(...corners.map((p) => p.x)), y: Math.min(...corners.map((p) => p.y)) })
  const ops: Op[] = []
  for (const id of parentsFirst(clip)) {
    const parent = parentOf(clip, id)
    const at = clip.places[id]!
    const node: NodeDraft = { ...clip.nodes[id]!, parent: parent ? fresh.get(parent)! : null }
    if (node.in) node.in = remap(node.in, fresh) as Record<string, Json>
    const spot = parent ? at : { ...at, x: at.x + shift.x, y: at.y + shift.y }
    ops.push({ op: 'add_node', id: fresh.get(id)!, node, place: spot })
  }
  for (const [id, note] of Object.entries(clip.notes)) {
    ops.push({ op: 'add_note', id: fresh.get(id)!, note: { ...note, x: note.x + shift.x, y: note.y + shift.y } })
  }
  for (const edge of clip.edges) {
    const line = edge.replace(/^(\w+)\.(\w+) -> (\w+)\.(\w+)$/, (_m, s: string, sp: string, t: string, tp: string) =>
      `${fresh.get(s)}.${sp} -> ${fresh.get(t)}.${tp}`)
    ops.push({ op: 'add_edge', edge: line })
  }
  const top = [...roots, ...Object.keys(clip.notes)].map((id) => fresh.get(id)!)
  return { ops, ids: top, count: fresh.size }
}

/** Rewrite ids inside `{{ expressions }}`, and nowhere else. */
export function remap(value: Json, fresh: Map<string, string>): Json {
  if (typeof value === 'string') {
    return value.replace(/\{\{[\s\S]*?\}\}/g, (expression) =>
      expression.replace(/(^|[^\w.'"])([a-z][a-z0-9_]*)(?=\s*\.)/g, (all, before: string, id: string) =>
        fresh.has(id) ? before + fresh.get(id)! : all))
  }
  if (Array.isArray(value)) return value.map((v) => remap(v, fresh))
  if (isRecord(value)) {
    if ('$text' in value) return value as Json
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, remap(v as Json, fresh)]))
  }
  return value
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const claim = (id: string, taken: Set<string>): string => (taken.add(id), id)
const number = (value: unknown, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(Math.max(-1e6, Math.min(1e6, value))) : fallback
const colour = (value: unknown): string => (typeof value === 'string' && /^(#[0-9a-fA-F]{6}|[a-z]{3,12})$/.test(value) ? value : 'yellow')
const stem = (id: string, type: string): string => /^([a-z][a-z0-9]*)_[a-z0-9]+$/.exec(id)?.[1] ?? type

function place(value: unknown): Place {
  const raw = isRecord(value) ? value : {}
  const size = { ...(raw.w != null && { w: number(raw.w, 240) }), ...(raw.h != null && { h: number(raw.h, 120) }) }
  return { x: number(raw.x, 0), y: number(raw.y, 0), ...size }
}

function parentOf(clip: Clip, id: string): string | undefined {
  const parent = clip.nodes[id]?.parent
  return parent && parent !== id && clip.nodes[parent] ? parent : undefined
}

function parentsFirst(clip: Clip): string[] {
  const depth = (id: string): number => {
    let n = 0
    for (let up = parentOf(clip, id); up && n < 50; up = parentOf(clip, up)) n++
    return n
  }
  return Object.keys(clip.nodes).sort((a, b) => depth(a) - depth(b))
}
