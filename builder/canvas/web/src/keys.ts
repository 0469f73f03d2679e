/** The keyboard and the clipboard of one canvas; text fields, dialogs and other canvases keep theirs. */
import type { Editor } from './editor'
import { GRID } from './geometry'
import type { Stage } from './stage'

const FIELDS = 'input,textarea,select,[contenteditable=""],[contenteditable=true],.q-menu,.q-dialog,.lc-picker'

export interface Commands {
  fit(): void
  picker(): void
  zoom(factor: 1 | -1 | 0): void
  escape(): boolean
  open(id: string): void
}

export class Keys {
  pointer: { x: number; y: number } | null = null

  constructor(private readonly stage: Stage, private readonly editor: Editor, private readonly commands: Commands) {}

  start(): void {
    document.addEventListener('keydown', this.down)
    document.addEventListener('copy', this.copy)
    document.addEventListener('cut', this.copy)
    document.addEventListener('paste', this.paste)
    document.addEventListener('pointermove', this.track, { passive: true })
  }

  stop(): void {
    document.removeEventListener('keydown', this.down)
    document.removeEventListener('copy', this.copy)
    document.removeEventListener('cut', this.copy)
    document.removeEventListener('paste', this.paste)
    document.removeEventListener('pointermove', this.track)
  }

  /** Whether what is typed is meant for this canvas. */
  private mine(event: Event): boolean {
    const target = event.target as Element | null
    if (target?.closest?.(FIELDS) || document.querySelector('.q-dialog--modal')) return false
    const focus = document.activeElement
    return !focus || focus === document.body || this.stage.root().contains(focus)
  }

  private readonly down = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || !this.mine(event)) return
    const mod = event.ctrlKey || event.metaKey
    const done = mod ? this.withControl(event) : this.plain(event)
    if (done) event.preventDefault()
  }

  private withControl(event: KeyboardEvent): boolean {
    switch (event.key.toLowerCase()) {
      case 'z':
        this.stage.emit(event.shiftKey ? 'redo' : 'undo')
        return true
      case 'y':
        this.stage.emit('redo')
        return true
      case 'a':
        this.stage.select([...this.stage.graph.nodes.keys(), ...this.stage.graph.notes.keys()])
        return true
      case 'd':
        void this.editor.duplicate()
        return true
      case 'k':
      case 'f':
      case 's':
      case 'enter':
        this.stage.emit('command', { name: event.key === 'Enter' ? 'run' : { k: 'palette', f: 'find', s: 'save' }[event.key.toLowerCase()]! })
        return true
      case '0':
        this.commands.zoom(0)
        return true
      default:
        return false
    }
  }

  private plain(event: KeyboardEvent): boolean {
    const { selection } = this.stage
    const only = selection.value.ids.length === 1 ? selection.value.ids[0]! : ''
    const button = (event.target as Element | null)?.closest?.('button,a,[role=button]')
    const focused = (event.target as HTMLElement | null)?.closest?.<HTMLElement>('.vue-flow__node')?.dataset.id
    if (focused && !button && (event.key === ' ' || (event.key === 'Enter' && focused !== only))) {
      this.stage.select([focused])
      if (event.key === 'Enter') this.commands.open(focused)
      return true
    }
    switch (event.key) {
      case 'Delete':
      case 'Backspace':
        this.editor.remove()
        return true
      case 'Escape':
        if (this.commands.escape()) return true
        if (!Object.values(this.stage.selection.value).some((ids: string[]) => ids.length)) return false
        this.stage.select([])
        return true
      case 'Enter':
        if (!only || button) return false
        this.commands.open(only)
        return true
      case 'F2':
        if (only) this.stage.renaming.value = only
        return !!only
      case 'Tab':
        if (button || event.shiftKey || !(event.target === document.body || event.target === this.stage.root())) return false
        this.commands.picker()
        return true
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'ArrowUp':
      case 'ArrowDown':
        return this.arrow(event)
      case '+':
        this.commands.zoom(1)
        return true
      case '-':
        this.commands.zoom(-1)
        return true
      case '?':
        this.stage.emit('command', { name: 'shortcuts' })
        return true
      default:
    }
    if (event.shiftKey && event.code === 'Digit1') {
      this.commands.fit()
      return true
    }
    if (event.key === 'n' || event.key === 'N') {
      this.commands.picker()
      return true
    }
    if (event.key === 'd' || event.key === 'D') {
      this.editor.toggleDisabled()
      return true
    }
    return false
  }

  private arrow(event: KeyboardEvent): boolean {
    const { ids, notes } = this.stage.selection.value
    if (!ids.length && !notes.length) return false
    const step = event.shiftKey ? 5 * GRID : GRID
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]!
    this.editor.nudge(way[0]! * step, way[1]! * step)
    return true
  }

  private readonly copy = (event: ClipboardEvent): void => {
    if (!this.mine(event) || window.getSelection()?.toString()) return
    const { ids, notes } = this.stage.selection.value
    if (!ids.length && !notes.length) return
    event.preventDefault()
    this.editor.resetPasting()
    const text = this.editor.copyText()
    const cut = event.type === 'cut'
    if (text) {
      event.clipboardData?.setData('text/plain', text)
      if (cut) this.editor.remove()
    } else void this.copySoon(cut)
  }

  /** The content of the nodes was not there yet; the clipboard is written when it is. */
  private async copySoon(cut: boolean): Promise<void> {
    const text = await this.editor.copyTextSoon()
    try {
      if (!text) throw new Error('no answer')
      await navigator.clipboard.writeText(text)
      if (cut) this.editor.remove()
    } catch {
      this.stage.say('Could not copy; try again.', 'bad')
    }
  }

  private readonly paste = (event: ClipboardEvent): void => {
    if (!this.mine(event)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const box = this.stage.root().getBoundingClientRect()
    const p = this.pointer
    const over = p && p.x > box.left && p.x < box.right && p.y > box.top && p.y < box.bottom
    if (this.editor.paste(text, over ? this.stage.board.screenToFlowPosition(p) : null)) event.preventDefault()
  }

  private readonly track = (event: PointerEvent): void => {
    this.pointer = { x: event.clientX, y: event.clientY }
  }
}
