/**
 * The only file that knows the graph library (@xyflow/vue), so that its version can change here and nowhere else.
 *
 * Nodes and edges of the library are immutable and its arrays are replaced: every change goes through
 * `setNodes`/`setEdges` of the instance, which is synchronous. Its `v-model` lags and loses writes.
 */
import base from '@xyflow/vue/dist/base.css?inline'
import type { Edge, Node, XYPosition } from '@xyflow/vue'

export { Background, Handle, MiniMap, NodeToolbar, Position, SelectionMode, VueFlow } from '@xyflow/vue'
export const LIBRARY_CSS: string = base

export type BoardNode = Node
export type BoardEdge = Edge
export interface Viewport {
  x: number
  y: number
  zoom: number
}

/** The part of the library's instance the canvas uses. */
export interface Board {
  readonly getNodes: { value: BoardNode[] }
  readonly getEdges: { value: BoardEdge[] }
  setNodes(nodes: BoardNode[]): void
  setEdges(edges: BoardEdge[]): void
  getInternalNode(id: string): { internals: { positionAbsolute: XYPosition } } | undefined
  screenToFlowPosition(point: XYPosition): XYPosition
  getViewport(): Viewport
  setViewport(view: Viewport, options?: { duration?: number }): Promise<boolean>
  fitView(options: Record<string, unknown>): Promise<boolean>
  zoomIn(options?: { duration?: number }): Promise<boolean>
  zoomOut(options?: { duration?: number }): Promise<boolean>
  zoomTo(zoom: number, options?: { duration?: number }): Promise<boolean>
  setCenter(x: number, y: number, options?: { zoom?: number; duration?: number }): Promise<boolean>
}

/** Settings that do not change while the canvas lives. */
export const BOARD_OPTIONS = {
  minZoom: 0.05,
  maxZoom: 2.5,
  autoConnect: false,
  autoApplyChanges: true,
  elevateNodesOnSelect: false,
  elevateEdgesOnSelect: false,
  zIndexMode: 'manual' as const,
  deleteKeyCode: null,
  connectionRadius: 24,
  connectionDragThreshold: 3,
  nodeDragThreshold: 3,
  snapToGrid: true,
  snapGrid: [20, 20] as [number, number],
  zoomActivationKeyCode: ['Control', 'Meta'],
  panActivationKeyCode: 'Space',
  multiSelectionKeyCode: ['Shift', 'Control', 'Meta'],
  zoomOnDoubleClick: false,
  panOnScrollSpeed: 1,
  edgesFocusable: false,
  nodesFocusable: true,
  disableKeyboardA11y: true,
}

/** Select exactly the nodes and edges these say. */
export function setSelected(board: Board, nodes: (id: string) => boolean, edges: (id: string) => boolean): void {
  const ns = board.getNodes.value
  if (ns.some((n) => !!n.selected !== nodes(n.id))) {
    board.setNodes(ns.map((n) => (!!n.selected === nodes(n.id) ? n : { ...n, selected: nodes(n.id) })))
  }
  const es = board.getEdges.value
  if (es.some((e) => !!e.selected !== edges(e.id))) {
    board.setEdges(es.map((e) => (!!e.selected === edges(e.id) ? e : { ...e, selected: edges(e.id) })))
  }
}
