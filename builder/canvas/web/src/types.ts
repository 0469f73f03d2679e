/** What travels between Python and the canvas. Mirrors `builder/editor/view.py`; change both together. */

export interface PortView {
  name: string
  title: string
  type: PortType
  many?: boolean
  required?: boolean
  wired?: boolean
}
export type PortType = 'text' | 'number' | 'boolean' | 'object' | 'list' | 'any' | 'order' | 'error'

export interface KindView {
  type: string
  title: string
  summary: string
  category: string
  icon: string
  aliases: string[]
  inputs: PortView[]
  outputs: PortView[]
  inner_inputs: PortView[]
  inner_outputs: PortView[]
  container: boolean
  start: boolean
  result: boolean
  paid: boolean
}

export interface NodeView {
  id: string
  type: string
  label: string
  icon: string
  category: string
  color?: string
  sub: string
  parent?: string
  x: number
  y: number
  w?: number
  h?: number
  container: boolean
  start?: boolean
  collapsed?: boolean
  disabled?: boolean
  missing?: boolean
  problem?: string
  /** How bad the problem is. */
  severity?: 'error' | 'warning'
  inputs: PortView[]
  outputs: PortView[]
  inner_inputs?: PortView[]
  inner_outputs?: PortView[]
  /** What a frame needs for what lies in it; worked out here, never sent. */
  roomW?: number
  roomH?: number
}

export interface EdgeView {
  id: string
  source: string
  source_port: string
  target: string
  target_port: string
  type: PortType
}

export interface NoteView {
  id: string
  text: string
  x: number
  y: number
  w: number
  h: number
  color: string
}

export interface CanvasView {
  nodes: NodeView[]
  edges: EdgeView[]
  notes: NoteView[]
}

export interface CanvasPatch {
  nodes?: Record<string, NodeView | null>
  edges?: Record<string, EdgeView | null>
  notes?: Record<string, NoteView | null>
}

export interface Place {
  x: number
  y: number
  w?: number | null
  h?: number | null
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export type Op =
  | { op: 'add_node'; id: string; node: NodeDraft; place: Place }
  | { op: 'remove_node'; id: string }
  | { op: 'add_edge'; edge: string }
  | { op: 'remove_edge'; edge: string }
  | { op: 'set_node'; id: string; fields: Record<string, Json> }
  | { op: 'set_input'; id: string; name: string; value: Json }
  | { op: 'move'; places: Record<string, Place> }
  | { op: 'style'; id: string; fields: Record<string, Json> }
  | { op: 'add_note'; id: string; note: Omit<NoteView, 'id'> }
  | { op: 'remove_note'; id: string }
  | { op: 'set_note'; id: string; fields: Record<string, Json> }
  | { op: 'unset_input'; id: string; name: string }
  | { op: 'set_flow'; fields: Record<string, Json> }

export interface NodeDraft {
  type: string
  label?: string
  parent?: string | null
  disabled?: boolean
  in?: Record<string, Json>
  policy?: Record<string, Json>
}

export interface Transaction {
  id: string
  client: string
  label: string
  ops: Op[]
}

export type RunState =
  | 'queued' | 'running' | 'succeeded' | 'failed' | 'skipped' | 'paused' | 'cancelled' | 'cached'

export interface NodeStatus {
  s: RunState
  done?: number
  total?: number
  ms?: number
  usd?: number
  tokens?: number
  text?: string
  error?: string
}

export interface WireStatus {
  on: boolean
  /** Something went along it. */
  sent?: boolean
  /** How many items, where that is known. */
  n?: number
}

/** A connection someone is drawing or asks about. */
export interface Link {
  source: string
  sourceHandle: string
  target: string
  targetHandle: string
}
