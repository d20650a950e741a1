// The lexicon of acts holds together: types and codes agree, slots are known ones, patterns mean what they say.
import { describe, expect, it } from 'vitest'
import type { Act } from '../src/knowledge/acts.ts'
import { ACT_TYPES, readActs, readPattern } from '../src/knowledge/acts.ts'
import { baseForms } from '../src/record/events/base-forms.ts'

const lexicon = readActs()
const acts: Act[] = (['verb', 'noun', 'adjective'] as const).flatMap(words =>
  [...lexicon.acts[words].values()].flat(),
)

/** Beginnings of the CAMEO codes of each type, after PLOVER's own table. */
const CODES: Record<(typeof ACT_TYPES)[number], readonly string[]> = {
  AGREE: ['03'],
  CONSULT: ['04'],
  SUPPORT: ['05'],
  CONCEDE: ['08'],
  COOPERATE: ['06'],
  AID: ['07'],
  RETREAT: ['08'],
  REQUEST: ['10'],
  ACCUSE: ['11', '09'],
  REJECT: ['12'],
  THREATEN: ['13'],
  PROTEST: ['14'],
  MOBILIZE: ['15'],
  SANCTION: ['16'],
  COERCE: ['17', '163', '191', '192'],
  ASSAULT: ['18', '19', '20', '175', '1712'],
}

const token = (form: string, lemma: string, upos = 'VERB') =>
  ({
    form,
    lemma,
    upos,
    index: 0,
    start: 0,
    end: form.length,
    feats: {},
    head: -1,
    deprel: 'root',
    sentence: 0,
  }) as const

describe('the lexicon of acts', () => {
  it('has acts of every type', () => {
    expect(new Set(acts.map(a => a.type))).toEqual(new Set(ACT_TYPES))
  })

  it('gives each type only CAMEO codes of its own', () => {
    const wrong = acts.filter(a => !CODES[a.type].some(code => a.cameo.startsWith(code)))
    expect(wrong.map(a => `${a.id}: ${a.type} ${a.cameo}`)).toEqual([])
  })

  it('keeps the finer codes of outer acts within their types', () => {
    for (const [type, table] of Object.entries(lexicon.refine))
      for (const code of Object.values(table))
        expect(
          CODES[type as keyof typeof CODES].some(c => code.startsWith(c)),
          `${type} ${code}`,
        ).toBe(true)
  })

  it('says who acts in every act', () => {
    expect(acts.filter(a => a.by.length === 0).map(a => a.id)).toEqual([])
  })
})

describe('a pattern of the lexicon', () => {
  const sets = { talks: ['talk', 'negotiation'] }

  it('names an object, a preposition and a set', () => {
    expect(readPattern('break off obj:@talks with', 'verb', sets)).toEqual({
      words: 'verb',
      head: 'break',
      parts: [
        { slot: null, lemmas: ['off'] },
        { slot: null, lemmas: ['with'] },
        { slot: 'obj', lemmas: ['talk', 'negotiation'] },
      ],
    })
  })

  it('puts the head of a noun last', () => {
    expect(readPattern('peace plan +for', 'noun', sets)).toEqual({
      words: 'noun',
      head: 'plan',
      parts: [
        { slot: 'mod', lemmas: ['peace'] },
        { slot: null, lemmas: ['for'] },
      ],
    })
  })

  it('refuses a set that nobody wrote down', () => {
    expect(() => readPattern('hold obj:@parties', 'verb', sets)).toThrow('unknown set')
  })
})

describe('the base forms of a word', () => {
  it('know irregular verbs that the lemma missed', () => {
    expect(baseForms(token('met', 'm'))).toContain('meet')
  })

  it('undo regular endings', () => {
    expect(baseForms(token('imposed', 'impos'))).toContain('impose')
    expect(baseForms(token('planned', 'plann'))).toContain('plan')
    expect(baseForms(token('denies', 'denie'))).toContain('deny')
  })
})
