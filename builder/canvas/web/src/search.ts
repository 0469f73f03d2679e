/** Finding node types by what somebody wants to do: titles and other words for it count more than descriptions. */
import type { KindView } from './types'

const NOISE = new Set(['a', 'an', 'the', 'to', 'of', 'with', 'and', 'or', 'in', 'into', 'for', 'node', 'my'])

const words = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean)

function score(kind: KindView, token: string): number {
  const title = words(kind.title)
  if (title.includes(token)) return 100
  if (title.some((w) => w.startsWith(token))) return 80
  const aliases = kind.aliases.map((a) => a.toLowerCase())
  if (aliases.includes(token)) return 75
  if (aliases.some((a) => words(a).some((w) => w.startsWith(token)))) return 60
  if (words(kind.type).some((w) => w.startsWith(token))) return 45
  const summary = words(kind.summary)
  if (summary.some((w) => w.startsWith(token))) return 30
  // Half a word is enough to recognise a longer one: "summarise" finds "summary".
  const stem = token.slice(0, Math.max(4, token.length - 3))
  if (token.length > 4 && [...title, ...aliases, ...summary].some((w) => w.startsWith(stem))) return 18
  return kind.title.toLowerCase().includes(token) ? 12 : 0
}

/** Return the kinds that match all words of `query`, best first; `recent` breaks ties. */
export function search(kinds: KindView[], query: string, recent: string[] = []): KindView[] {
  const all = words(query)
  const tokens = all.filter((w) => !NOISE.has(w))
  const wanted = tokens.length ? tokens : all
  const rank = (kind: KindView): number => {
    const at = recent.indexOf(kind.type)
    return at < 0 ? 0 : 8 - at
  }
  if (!wanted.length) return [...kinds]
  const scored: { kind: KindView; points: number }[] = []
  for (const kind of kinds) {
    const points = wanted.map((token) => score(kind, token))
    if (points.every((p) => p > 0)) {
      const phrase = kind.title.toLowerCase().startsWith(query.trim().toLowerCase()) ? 40 : 0
      scored.push({ kind, points: points.reduce((a, b) => a + b) / wanted.length + phrase + rank(kind) })
    }
  }
  return scored.sort((a, b) => b.points - a.points || a.kind.title.localeCompare(b.kind.title)).map((s) => s.kind)
}

const KEY = 'loomline:recent-kinds'

export function recentKinds(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.filter((t): t is string => typeof t === 'string').slice(0, 6) : []
  } catch {
    return []
  }
}

export function rememberKind(type: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([type, ...recentKinds().filter((t) => t !== type)].slice(0, 6)))
  } catch {
    // Without storage there is nothing to remember.
  }
}
