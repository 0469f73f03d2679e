/** Numbers as people read them, and text cut to a width without clipping (clipping costs a layer per card). */

export function duration(ms: number): string {
  if (ms < 1000) return `${Math.max(1, Math.round(ms))} ms`
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 60) return `${minutes} min ${Math.round((ms % 60_000) / 1000)} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

export function money(usd: number): string {
  if (usd === 0) return '$0'
  if (usd < 0.0001) return '<$0.0001'
  return usd < 0.01 ? `$${usd.toFixed(4)}` : `$${usd.toFixed(usd < 1 ? 3 : 2)}`
}

export function count(n: number): string {
  if (n < 10_000) return n.toLocaleString('en')
  return n < 1_000_000 ? `${(n / 1000).toFixed(n < 100_000 ? 1 : 0)}k` : `${(n / 1_000_000).toFixed(1)}M`
}

export const plural = (n: number, word: string): string => `${count(n)} ${word}${n === 1 ? '' : 's'}`

let brush: CanvasRenderingContext2D | null | undefined
const known = new Map<string, string>()

/** Cut `text` to `width` pixels with an ellipsis. */
export function fitted(text: string, width: number, font: string): string {
  const key = `${font}|${width}|${text.length > 200 ? text.slice(0, 200) : text}`
  const hit = known.get(key)
  if (hit !== undefined) return hit
  brush ??= document.createElement('canvas').getContext('2d')
  const short = text.replace(/\s+/g, ' ').slice(0, 200)
  let out = short
  if (brush) {
    brush.font = font
    if (brush.measureText(short).width > width || text.length > 200) {
      let low = 0
      let high = short.length
      while (low < high) {
        const mid = (low + high + 1) >> 1
        if (brush.measureText(`${short.slice(0, mid).trimEnd()}…`).width <= width) low = mid
        else high = mid - 1
      }
      out = `${short.slice(0, low).trimEnd()}…`
    }
  }
  if (known.size > 20_000) known.clear()
  known.set(key, out)
  return out
}
/** Fonts arrive after the first paint: what was measured with the stand-in is measured again. */
export const forgetWidths = (): void => known.clear()
