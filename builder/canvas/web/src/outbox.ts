/** Transactions on their way to Python. What is not acknowledged survives a reload of the page. */
import type { Transaction } from './types'

const LIMIT = 4_000_000

export class Outbox {
  private waiting: Transaction[]
  private readonly key: string

  constructor(flow: string, private readonly changed: (count: number) => void) {
    this.key = `loomline:pending:${flow}`
    this.waiting = read(this.key)
  }

  get pending(): readonly Transaction[] {
    return this.waiting
  }

  add(tx: Transaction): void {
    this.waiting.push(tx)
    this.keep()
  }

  settle(ids: readonly string[]): void {
    const gone = new Set(ids)
    const left = this.waiting.filter((tx) => !gone.has(tx.id))
    if (left.length === this.waiting.length) return
    this.waiting = left
    this.keep()
  }

  private keep(): void {
    try {
      const text = JSON.stringify(this.waiting)
      if (this.waiting.length && text.length < LIMIT) sessionStorage.setItem(this.key, text)
      else sessionStorage.removeItem(this.key)
    } catch {
      // Storage is full or switched off: the work is still sent, it just would not survive a crash of the browser.
    }
    this.changed(this.waiting.length)
  }
}

function read(key: string): Transaction[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(found) ? (found as Transaction[]).filter((tx) => typeof tx?.id === 'string' && Array.isArray(tx.ops)) : []
  } catch {
    return []
  }
}
