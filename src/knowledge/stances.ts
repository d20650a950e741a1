// Reads data/positions/stances.yaml and data/issues.yaml: words that carry a stance, and the issues that are known by name.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** Spelled as in the record. */
export type StanceWord =
  | 'demand'
  | 'precondition'
  | 'offer'
  | 'acceptance'
  | 'refusal'
  | 'warning'
  | 'objection'
  | 'endorsement'

type ByWord = ReadonlyMap<string, StanceWord>
type Words = ReadonlySet<string>

export interface Stances {
  /** Lemma, with its particle where it has one. */
  readonly verbs: ByWord
  readonly nouns: ByWord
  readonly adjectives: ByWord
  readonly light: Words
  readonly duty: Words
  readonly dutyVerbs: Words
  readonly dutyAdjectives: Words
  readonly verdicts: Words
  readonly refusable: Words
  readonly conditionMarks: Words
  readonly preconditionMarks: Words
  readonly wanting: Words
  readonly hostile: Words
  readonly blame: Words
  readonly bills: Words
  readonly lentOnly: Words
  readonly listing: Words
  readonly calling: Words
  readonly offerable: Words
  readonly vows: Words
  readonly silences: Words
  readonly vengeful: Words
  readonly clauseOnly: Words
  readonly conductOnly: Words
  readonly conduct: Words
  readonly sought: Words
  readonly arranging: Words
  readonly unwilled: Words
  readonly suffering: Words
  readonly consequences: Words
  readonly parts: Words
  readonly granted: Words
  readonly praises: Words
  readonly public: Words
  readonly choosing: Words
  readonly harming: Words
  readonly hinging: Words
  readonly received: Words
  readonly ambiguous: Words
  readonly suspecting: Words
  readonly ordered: Words
  readonly punishing: Words
  readonly toughening: Words
  readonly violence: Words
  readonly force: Words
  readonly firmly: Words
  readonly dealings: Words
  readonly withholding: Words
  readonly claimed: Words
  readonly sparking: Words
  readonly explaining: Words
  readonly denied: Words
  readonly bare: Words
  readonly courtesies: Words
  /** People who are for or against something. */
  readonly partisans: ByWord
  /** The known issue that these words speak of, or null. */
  readonly knownIssue: (words: string) => string | null
}

interface StanceFile {
  readonly verbs: { readonly [stance in StanceWord]?: string[] }
  readonly nouns: { readonly [stance in StanceWord]?: string[] }
  readonly adjectives: { readonly [stance in StanceWord]?: string[] }
  readonly partisans: { readonly [stance in StanceWord]?: string[] }
  readonly [list: string]: unknown
}

const read = <T>(path: string): T =>
  parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')) as T

const byWord = (groups: { readonly [stance in StanceWord]?: string[] }): ByWord =>
  new Map(
    Object.entries(groups).flatMap(([stance, words]) => words.map(w => [w, stance as StanceWord] as const)),
  )

/** The issue with the longest matching phrase wins. */
function makeKnownIssue(issues: { readonly [issue: string]: string[] }): (words: string) => string | null {
  const phrases = Object.entries(issues)
    .flatMap(([issue, words]) => [issue, ...words].map(phrase => ({ issue, phrase })))
    .sort((a, b) => b.phrase.length - a.phrase.length)
  return words => {
    const padded = ` ${words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}-]+/gu, ' ')
      .trim()} `
    return phrases.find(p => padded.includes(` ${p.phrase} `))?.issue ?? null
  }
}

export function loadStances(): Stances {
  const file = read<StanceFile>('positions/stances.yaml')
  const set = (list: string): Words => new Set(file[list] as string[])
  return {
    verbs: byWord(file.verbs),
    nouns: byWord(file.nouns),
    adjectives: byWord(file.adjectives),
    light: set('light'),
    duty: set('duty'),
    dutyVerbs: set('dutyVerbs'),
    dutyAdjectives: set('dutyAdjectives'),
    verdicts: set('verdicts'),
    refusable: set('refusable'),
    conditionMarks: set('conditionMarks'),
    preconditionMarks: set('preconditionMarks'),
    hostile: set('hostile'),
    blame: set('blame'),
    bills: set('bills'),
    lentOnly: set('lentOnly'),
    listing: set('listing'),
    calling: set('calling'),
    offerable: set('offerable'),
    vows: set('vows'),
    silences: set('silences'),
    vengeful: set('vengeful'),
    clauseOnly: set('clauseOnly'),
    conductOnly: set('conductOnly'),
    conduct: set('conduct'),
    sought: set('sought'),
    arranging: set('arranging'),
    unwilled: set('unwilled'),
    suffering: set('suffering'),
    consequences: set('consequences'),
    parts: set('parts'),
    granted: set('granted'),
    praises: set('praises'),
    public: set('public'),
    choosing: set('choosing'),
    harming: set('harming'),
    hinging: set('hinging'),
    received: set('received'),
    ambiguous: set('ambiguous'),
    suspecting: set('suspecting'),
    ordered: set('ordered'),
    punishing: set('punishing'),
    toughening: set('toughening'),
    violence: set('violence'),
    force: set('force'),
    firmly: set('firmly'),
    dealings: set('dealings'),
    withholding: set('withholding'),
    claimed: set('claimed'),
    sparking: set('sparking'),
    explaining: set('explaining'),
    denied: set('denied'),
    bare: set('bare'),
    courtesies: set('courtesies'),
    partisans: byWord(file.partisans),
    wanting: set('wanting'),
    knownIssue: makeKnownIssue(read('issues.yaml')),
  }
}
