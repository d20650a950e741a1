// The lexicon of saying, from data/statements/: verbs with what they take, nouns, source phrases, channels.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export type Frame =
  | 'clause'
  | 'question'
  | 'infinitive'
  | 'gerund'
  | 'object-infinitive'
  | 'small-clause'
  | 'as'
  | 'noun'
  | 'quotation'

export interface CueVerb {
  /** Lemma, with its particle where it has one: `point out`. */
  readonly words: string
  readonly frames: ReadonlySet<Frame>
  /** Prepositions after which a noun phrase is content ("warn of"). */
  readonly prepositions: ReadonlySet<string>
  /** Where the hearer stands: the object ("told her"), a phrase with "to", or nowhere. */
  readonly addressee: 'object' | 'to' | null
  readonly polarity: 'affirmed' | 'denied'
  /** Frames in which the verb only counts when its subject is an actor. */
  readonly actorOnly: ReadonlySet<Frame>
  /** Frames in which it is thought rather than said. */
  readonly mental: ReadonlySet<Frame>
  /** The object before the infinitive is part of the content ("expects the talks to fail"). */
  readonly contentObject: boolean
}

export interface Channel {
  readonly name: string
  readonly words: readonly string[]
  /** Prepositions that may introduce it. */
  readonly after: ReadonlySet<string>
  /** Verbs that name it by themselves ("tweeted"). */
  readonly verbs: ReadonlySet<string>
}

type Words = ReadonlySet<string>

export interface Cues {
  /** The verb with this lemma; with its particle first tries are the caller's. */
  readonly verb: (words: string) => CueVerb | null
  readonly nouns: {
    readonly said: Words
    readonly believed: Words
    readonly hearsay: Words
    /** Completed by an infinitive: "his promise to leave". */
    readonly undertaken: Words
    /** The same, only as objects of a carrier: "announced plans to leave". */
    readonly intended: Words
    readonly carriers: Words
    readonly deniers: Words
    readonly documents: Words
    readonly silent: Words
    /** Objects of "deny" that are withheld, not called untrue. */
    readonly refused: Words
  }
  readonly sources: {
    readonly prepositions: Words
    readonly owned: Words
    readonly hearsay: Words
    readonly hearsayPassives: Words
    readonly notSources: Words
    readonly citing: Words
    readonly quoting: Words
    readonly toSay: Words
    readonly withholding: Words
    readonly withheld: Words
    readonly withheldNouns: Words
    readonly reporters: Words
    /** Adjectives of belief: "is concerned that". */
    readonly minded: Words
  }
  /** The verb's or noun's lemma by its form, for the words of this lexicon; null for other words. */
  readonly lemmaOf: (form: string) => string | null
  /** In the order of the file. */
  readonly channels: readonly Channel[]
  /** The channels with words that begin with this one (small letters), each with those words. */
  readonly channelsFrom: (word: string) => readonly ChannelWords[]
  /** The last words of all channels' names, in small letters: "conference". */
  readonly channelNouns: Words
}

/** A channel with some of its names, cut into words. Names keep their capitals: "X" is no "x". */
export interface ChannelWords {
  readonly channel: Channel
  readonly phrases: readonly { readonly words: readonly string[]; readonly exact: boolean }[]
}

interface Group {
  readonly group: string
  readonly frames?: readonly Frame[]
  readonly verbs?: readonly string[]
  readonly prepositions?: Readonly<Record<string, readonly string[]>>
  readonly addressee?: 'object' | 'to'
  readonly polarity?: 'denied'
  readonly actorOnly?: boolean
  readonly mental?: boolean
  readonly contentObject?: boolean
}

const load = (name: string): unknown =>
  parse(readFileSync(new URL(`../../data/statements/${name}.yaml`, import.meta.url), 'utf8'))

const EMPTY: CueVerb = {
  words: '',
  frames: new Set(),
  prepositions: new Set(),
  addressee: null,
  polarity: 'affirmed',
  actorOnly: new Set(),
  mental: new Set(),
  contentObject: false,
}

/** A verb after one more group that lists it: frames add up; a frame is actor-only or mental unless some group gives it freely. */
function extended(verb: CueVerb, group: Group): CueVerb {
  const frames = group.frames ?? []
  const isNew = frames.filter(f => !verb.frames.has(f))
  const freed = new Set(group.actorOnly ? [] : frames)
  const spoken = new Set(group.mental ? [] : frames)
  const keep = (marked: ReadonlySet<Frame>, free: Set<Frame>, adds: boolean | undefined) =>
    new Set([...[...marked].filter(f => !free.has(f)), ...(adds ? isNew : [])])
  return {
    ...verb,
    frames: new Set([...verb.frames, ...frames]),
    prepositions: new Set([...verb.prepositions, ...(group.prepositions?.[verb.words] ?? [])]),
    addressee: group.addressee === 'object' ? 'object' : (verb.addressee ?? group.addressee ?? null),
    polarity: group.polarity ?? verb.polarity,
    actorOnly: keep(verb.actorOnly, freed, group.actorOnly),
    mental: keep(verb.mental, spoken, group.mental),
    contentObject: verb.contentObject || Boolean(group.contentObject),
  }
}

function verbsOf(groups: readonly Group[]): Map<string, CueVerb> {
  const verbs = new Map<string, CueVerb>()
  for (const group of groups) {
    for (const words of group.verbs ?? Object.keys(group.prepositions ?? {})) {
      verbs.set(words, extended(verbs.get(words) ?? { ...EMPTY, words }, group))
    }
  }
  return verbs
}

/** Every list of a file as a set of words. */
const setsOf = <T>(lists: Readonly<Record<string, readonly string[]>>): T =>
  Object.fromEntries(Object.entries(lists).map(([name, words]) => [name, new Set(words.map(String))])) as T

/** Regular forms of a verb or noun ("quip": quips, quipped, quipping; "deny": denies, denied). */
function formsOf(lemma: string): string[] {
  const stem = /[^aeiou]y$/.test(lemma) ? lemma.slice(0, -1) : null
  const cut = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma
  const s = stem ? `${stem}ies` : /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  const ed = stem ? `${stem}ied` : `${cut}ed`
  const doubled = /[^aeiou][aeiou][bdglmnprt]$/.test(lemma)
    ? [`${lemma}${lemma.at(-1)}ed`, `${lemma}${lemma.at(-1)}ing`]
    : []
  return [lemma, s, ed, `${cut}ing`, ...doubled]
}

/** Forms of all words of the lexicon; a lemma's own form wins over another one's inflected form. */
function lemmasByForm(
  lemmas: readonly string[],
  irregular: Readonly<Record<string, readonly string[]>>,
): Map<string, string> {
  const byForm = new Map<string, string>()
  for (const lemma of lemmas)
    for (const form of formsOf(lemma)) if (!byForm.has(form)) byForm.set(form, lemma)
  for (const lemma of lemmas) byForm.set(lemma, lemma)
  for (const [lemma, forms] of Object.entries(irregular)) for (const form of forms) byForm.set(form, lemma)
  return byForm
}

/** The channels by the first word of their names, in the order of the file. */
function channelsByFirstWord(channels: readonly Channel[]): Map<string, ChannelWords[]> {
  const byFirst = new Map<string, ChannelWords[]>()
  for (const channel of channels) {
    const phrases = channel.words.map(w => {
      const exact = /^[A-Z]/.test(w)
      return { words: (exact ? w : w.toLowerCase()).split(' '), exact }
    })
    for (const first of new Set(phrases.map(p => p.words[0].toLowerCase())))
      byFirst.set(first, [
        ...(byFirst.get(first) ?? []),
        { channel, phrases: phrases.filter(p => p.words[0].toLowerCase() === first) },
      ])
  }
  return byFirst
}

/** Reads data/statements/; throws where a file is missing or malformed. */
export function readCues(): Cues {
  const verbs = verbsOf(load('verbs') as Group[])
  const listed = load('channels') as { name: string; words: string[]; after: string[]; verbs?: string[] }[]
  const channels = listed.map(c => ({ ...c, after: new Set(c.after), verbs: new Set(c.verbs ?? []) }))
  const byFirst = channelsByFirstWord(channels)
  const nouns = load('nouns') as Record<string, string[]>
  const sources = load('sources') as Record<string, string[]>
  const single = [...verbs.keys()].map(words => words.split(' ')[0])
  const byForm = lemmasByForm(
    [
      ...single,
      ...nouns.said,
      ...nouns.believed,
      ...nouns.hearsay,
      ...nouns.undertaken,
      ...nouns.intended,
      ...nouns.carriers,
      ...nouns.deniers,
      ...nouns.documents,
      ...Object.values(sources).flat(),
    ].filter(w => !w.includes(' ')),
    load('forms') as Record<string, string[]>,
  )
  return {
    verb: words => verbs.get(words) ?? null,
    nouns: setsOf(nouns),
    sources: setsOf(sources),
    lemmaOf: form => byForm.get(form.toLowerCase()) ?? null,
    channels,
    channelsFrom: word => byFirst.get(word) ?? [],
    channelNouns: new Set(channels.flatMap(c => c.words.map(w => w.toLowerCase().split(' ').at(-1)!))),
  }
}
