/**
 * Notes in Markdown, as Vue nodes: nothing here ever becomes HTML by itself, so a script in a note stays text.
 *
 * Headings, lists, tasks, quotes, rules, code, bold, italic and links to http(s) and mailto.
 */
import { h, type VNode } from 'vue'

type Part = VNode | string

const INLINE = /(`[^`\n]+`)|(\*\*[^*\n]+\*\*)|(\*[^*\n]+\*|_[^_\n]+_)|\[([^\]\n]{1,300})\]\(([^)\s]{1,2000})\)/

function inline(text: string): Part[] {
  const out: Part[] = []
  let rest = text
  for (let match = INLINE.exec(rest); match; match = INLINE.exec(rest)) {
    if (match.index) out.push(rest.slice(0, match.index))
    const [all, code, bold, italic, label, address] = match
    if (code) out.push(h('code', code.slice(1, -1)))
    else if (bold) out.push(h('strong', inline(bold.slice(2, -2))))
    else if (italic) out.push(h('em', inline(italic.slice(1, -1))))
    else out.push(link(label!, address!))
    rest = rest.slice(match.index + all.length)
  }
  if (rest) out.push(rest)
  return out
}

function link(label: string, address: string): Part {
  if (!/^(https?:\/\/|mailto:)/i.test(address)) return `${label} (${address})`
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow', class: 'nodrag' }, label)
}

export function markdown(source: string): VNode[] {
  const lines = source.slice(0, 20_000).split('\n').slice(0, 400)
  const out: VNode[] = []
  let i = 0
  const take = (pattern: RegExp): string[] => {
    const taken: string[] = []
    while (i < lines.length && pattern.test(lines[i]!)) taken.push(lines[i++]!.replace(pattern, ''))
    return taken
  }
  while (i < lines.length) {
    const line = lines[i]!
    const heading = /^(#{1,4})\s+(.*)$/.exec(line)
    if (heading) {
      out.push(h(`h${heading[1]!.length + 2}`, inline(heading[2]!)))
      i++
    } else if (/^```/.test(line)) {
      const end = lines.findIndex((l, n) => n > i && /^```/.test(l))
      out.push(h('pre', lines.slice(i + 1, end < 0 ? undefined : end).join('\n')))
      i = end < 0 ? lines.length : end + 1
    } else if (/^\s*[-*]\s+/.test(line)) {
      out.push(h('ul', take(/^\s*[-*]\s+/).map(item)))
    } else if (/^\s*\d+[.)]\s+/.test(line)) {
      out.push(h('ol', take(/^\s*\d+[.)]\s+/).map(item)))
    } else if (/^>\s?/.test(line)) {
      out.push(h('blockquote', take(/^>\s?/).flatMap((l, n) => [...(n ? [h('br')] : []), ...inline(l)])))
    } else if (/^\s*(---+|\*\*\*+)\s*$/.test(line)) {
      out.push(h('hr'))
      i++
    } else if (!line.trim()) {
      i++
    } else {
      const text: string[] = []
      while (i < lines.length && lines[i]!.trim() && !/^(#{1,4}\s|```|>|\s*[-*]\s|\s*\d+[.)]\s)/.test(lines[i]!)) text.push(lines[i++]!)
      if (!text.length) text.push(lines[i++]!)
      out.push(h('p', text.flatMap((l, n) => [...(n ? [h('br')] : []), ...inline(l)])))
    }
  }
  return out
}

function item(text: string): VNode {
  const task = /^\[([ xX])\]\s+(.*)$/.exec(text)
  if (!task) return h('li', inline(text))
  return h('li', { class: 'task' }, [h('span', { class: 'tick' }, task[1] === ' ' ? '☐' : '☑'), ' ', ...inline(task[2]!)])
}
