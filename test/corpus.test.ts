// The corpus is whole: every annotation has its card, its labels are words of the codebook, its offsets lie in the text where that is at hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Annotation, Offsets } from '../src/measure/corpus/annotation.ts'
import { type CorpusText, loadTexts } from '../src/measure/corpus/load-texts.ts'

const CORPUS = new URL('../corpus/', import.meta.url)
const TEXTS = new URL('../../shared/text/', import.meta.url)
const TYPES =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  )
const STATUSES = ['happened', 'planned', 'possible', 'denied']
const STANCES = 'demand precondition offer acceptance refusal warning objection endorsement'.split(' ')

type Card = Omit<CorpusText, 'text'> & { readonly split: string }

const cards = JSON.parse(readFileSync(new URL('texts.json', CORPUS), 'utf8')) as Card[]
const annotations = readdirSync(new URL('annotations/', CORPUS)).map(
  file => JSON.parse(readFileSync(new URL(`annotations/${file}`, CORPUS), 'utf8')) as Annotation,
)

const keysOf = (a: Annotation): string[] =>
  [
    ...a.mentions.map(m => m.key),
    ...a.statements.flatMap(s => [...s.speakers, s.addressee]),
    ...a.events.flatMap(e => [...e.actors, ...e.recipients, e.deniedBy, e.doubtedBy]),
    ...a.positions.flatMap(p => [...p.holders, p.toward]),
  ].filter(key => key !== null)

const offsetsOf = (a: Annotation): Offsets[] => [
  ...a.mentions.map(m => m.at),
  ...a.statements.flatMap(s => [...s.content, ...(s.cue ? [s.cue] : [])]),
  ...a.events.flatMap(e => [...e.triggers, ...(e.place ? [e.place] : [])]),
  ...a.positions.flatMap(p => [p.span, ...(p.condition ? [p.condition] : [])]),
]

describe('the corpus', () => {
  it('has a card for every annotation and an annotation for every card', () => {
    expect(annotations.map(a => a.id).sort()).toEqual(cards.map(c => c.id).sort())
  })

  it('uses the labels of the codebook', () => {
    for (const { id, events, positions } of annotations) {
      for (const e of events)
        expect(
          [TYPES, STATUSES].map((known, i) => known.includes([e.type, e.status][i])),
          id,
        ).toEqual([true, true])
      for (const p of positions) expect(STANCES, id).toContain(p.stance)
    }
  })

  it('names only actors that the annotation lists', () => {
    for (const a of annotations) {
      const known = new Set(a.actors.map(x => x.key))
      expect(
        keysOf(a).filter(key => !known.has(key)),
        a.id,
      ).toEqual([])
    }
  })

  it.runIf(existsSync(TEXTS))('fits the texts, character for character', () => {
    const texts = loadTexts(TEXTS.pathname, id => cards.some(c => c.id === id))
    for (const a of annotations) {
      const text = texts.get(a.id)
      expect(text?.sha256, a.id).toBe(a.sha256)
      for (const [start, end] of offsetsOf(a))
        expect(start >= 0 && start < end && end <= (text?.text.length ?? 0), a.id).toBe(true)
    }
  })
})
