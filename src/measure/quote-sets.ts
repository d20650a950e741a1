// Comes in: the attribution sets below a folder. Goes out: their texts with who says what, in spans of the text as it is.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Span } from '../text/span.ts'
import type { Attribution } from './attribution.ts'
import { asPolnearMarks } from './polnear-spans.ts'

export interface GoldText {
  readonly id: string
  readonly text: string
  readonly attributions: readonly Attribution[]
}

export const SETS: readonly {
  readonly set: string
  readonly path: string
  readonly read: (path: string) => GoldText[]
  /** What the set would mark for an entry of the record, where it marks more words than the codebook does. */
  readonly marks?: (text: string, entry: Attribution) => Attribution
}[] = [
  { set: 'GUM attribution dev', path: 'quotes/gum-attribution/dev.jsonl', read: readGum },
  {
    set: 'GUM attribution dev, news',
    path: 'quotes/gum-attribution/dev.jsonl',
    read: path => readGum(path, 'news'),
  },
  { set: 'PolNeAR dev', path: 'quotes/polnear/data/dev', read: readPolnear, marks: asPolnearMarks },
]

type GumSpans = readonly (readonly [number, number])[]

/** Picture credits (no cue, no mark or colon beside the content) are left out, as the set's own notes advise. */
function readGum(path: string, genre?: string): GoldText[] {
  const spans = (list: GumSpans): Span[] => list.map(([start, end]) => ({ start, end }))
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(
      line =>
        JSON.parse(line) as {
          doc: string
          genre: string
          text: string
          attributions: {
            source: GumSpans
            cue: GumSpans
            content: GumSpans
            sourceEntity: { names: string[]; mentionSpans: GumSpans } | null
          }[]
        },
    )
    .filter(d => !genre || d.genre === genre)
    .map(d => ({
      id: d.doc,
      text: d.text,
      attributions: d.attributions
        .filter(
          a =>
            a.cue.length > 0 ||
            /["“”:]/.test(d.text.slice(Math.max(0, a.content[0][0] - 2), a.content[0][0] + 1)),
        )
        .map(a => ({
          source: spans(a.source),
          cue: spans(a.cue),
          content: spans(a.content),
          mentions: a.sourceEntity?.names.length ? spans(a.sourceEntity.mentionSpans) : [],
        })),
    }))
}

/** The first annotator of each article. */
function readPolnear(folder: string): GoldText[] {
  const files = readdirSync(join(folder, 'attributions'))
    .filter(f => f.endsWith('.ann'))
    .sort()
  const seen = new Set<string>()
  return files.flatMap(file => {
    const id = basename(file, '.ann').replace(/_[^_]+$/, '')
    if (seen.has(id)) return []
    seen.add(id)
    const text = readFileSync(join(folder, 'text', `${id}.txt`), 'utf8')
    return [{ id, text, attributions: readBrat(readFileSync(join(folder, 'attributions', file), 'utf8')) }]
  })
}

function readBrat(notes: string): Attribution[] {
  const spans = new Map<string, Span[]>()
  const events: string[] = []
  for (const line of notes.split(/\n(?=[TE#]\d+\t)/)) {
    const place = /^(T\d+)\t\S+ ([\d ;]+)\t/.exec(line)
    if (place)
      spans.set(
        place[1],
        place[2]
          .split(';')
          .map(p => p.split(' ').map(Number))
          .map(([start, end]) => ({ start, end })),
      )
    else if (line.startsWith('E')) events.push(line.split('\t')[1])
  }
  return events.flatMap(event => {
    const of = (role: string) =>
      event
        .trim()
        .split(' ')
        .filter(p => new RegExp(`^${role}\\d*:`).test(p))
        .flatMap(p => spans.get(p.split(':')[1]) ?? [])
    const [source, cue, content] = [of('Source'), of('Cue'), of('Content')]
    return content.length > 0 ? [{ source, cue, content, mentions: [] }] : []
  })
}
