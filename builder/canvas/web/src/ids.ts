/** Fresh ids of the form the files use: `<word>_<4 letters or digits>`. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

const random = (length: number): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  return Array.from(bytes, (b) => LETTERS[b % LETTERS.length]).join('')
}

export function freshId(word: string, taken: (id: string) => boolean): string {
  const last = word.split('@')[0]!.split('.').pop() ?? ''
  const stem = last.toLowerCase().replace(/[^a-z0-9]+/g, '').slice(0, 20) || 'node'
  const safe = /^[a-z]/.test(stem) ? stem : `n${stem}`
  for (let length = 4; ; length++) {
    const id = `${safe}_${random(length)}`
    if (!taken(id)) return id
  }
}

export const sessionId = (): string => random(10)
