// Comes in: a phrase and one that may be its antecedent. Goes out: what speaks for or against the two being one, as names of features.
import type { Phrase } from './coreference-phrases.ts'
import type { Document } from './document.ts'

/** The features of a phrase that begins a chain (`earlier` null) or goes on with that of `earlier`. */
export type FeaturesOf = (phrase: Phrase, earlier: Phrase | null) => string[]

export function featuresIn(document: Document, phrases: readonly Phrase[]): FeaturesOf {
  const [first, last] = [new Map<string, number>(), new Map<string, number>()]
  for (const phrase of phrases) {
    for (const word of keywordsOf(phrase)) {
      if (!first.has(word)) first.set(word, phrase.index)
      last.set(word, phrase.index)
    }
  }
  const seen = (phrase: Phrase): string => {
    if (phrase.pronoun) return 'pronoun'
    const words = keywordsOf(phrase)
    if (words.some(word => first.get(word)! < phrase.index)) return 'before'
    return words.some(word => last.get(word)! > phrase.index) ? 'after' : 'never'
  }
  return (phrase, earlier) =>
    earlier === null ? aloneFeatures(phrase, seen(phrase)) : pairFeatures(document, phrase, earlier)
}

const keywordsOf = (phrase: Phrase): readonly string[] => [lemmaOf(phrase), ...phrase.core]

const lemmaOf = (phrase: Phrase): string => phrase.head.lemma.toLowerCase()

/** The number as the first end it does not pass. */
const upTo = (n: number, ends: readonly number[]): string =>
  String(ends.find(end => n <= end) ?? `over ${ends[ends.length - 1]}`)

const roleOf = (phrase: Phrase): string => phrase.head.deprel.replace(/:(?!poss|pass).*/, '')

function aloneFeatures(phrase: Phrase, seen: string): string[] {
  const { traits, sort } = phrase
  const features = [
    'any',
    `role ${roleOf(phrase)}`,
    `words ${upTo(phrase.end - phrase.first, [1, 2, 3, 5, 8, 15])}`,
    `head ${seen}`,
    `sentence ${upTo(phrase.sentence, [0, 1, 3, 8])}`,
    `being ${traits.being}`,
    `plural ${traits.plural}`,
    `modifiers ${upTo(phrase.modifiers.length, [0, 1, 2])}`,
    `quoted ${phrase.quotation >= 0}`,
  ].map(feature => `new ${sort} ${feature}`)
  const [form] = phrase.core
  return phrase.pronoun
    ? [...features, `new form ${form}`, `new form ${form} role ${roleOf(phrase)}`]
    : [...features, `new lemma ${lemmaOf(phrase)}`]
}

/** Each feature counts twice: for these two sorts of phrases, and for all. */
function pairFeatures(document: Document, phrase: Phrase, earlier: Phrase): string[] {
  const pair = `${phrase.sort}<${earlier.pronoun || earlier.group ? earlier.sort : earlier.kind}`
  const features = [
    ...placeFeatures(document, phrase, earlier),
    ...agreementFeatures(phrase, earlier),
    ...(phrase.pronoun
      ? pronounFeatures(phrase, earlier)
      : earlier.pronoun
        ? []
        : wordFeatures(phrase, earlier)),
  ]
  return [
    ...features.map(feature => `${pair} ${feature}`),
    ...features.map(feature => `any ${feature}`),
    ...lemmaFeatures(phrase, earlier),
  ]
}

function placeFeatures(document: Document, phrase: Phrase, earlier: Phrase): string[] {
  const back = phrase.sentence - earlier.sentence
  const [role, earlierRole] = [roleOf(phrase), roleOf(earlier)]
  const { head } = phrase.head
  return [
    `sentences ${upTo(back, [0, 1, 2, 3, 5, 8, 15])}`,
    `phrases ${upTo(phrase.index - earlier.index, [1, 2, 3, 5, 8, 15, 30])}`,
    `role ${earlierRole}`,
    `roles ${role} ${earlierRole} ${back === 0 ? 'here' : 'before'}`,
    ...(role === earlierRole ? ['same role'] : []),
    ...(phrase.paragraph === earlier.paragraph ? ['same paragraph'] : []),
    ...(head >= 0 && head === earlier.head.head ? ['same head above'] : []),
    ...(isPredicateOf(document, phrase, earlier) ? ['predicate'] : []),
    ...(phrase.quotation >= 0 || earlier.quotation >= 0
      ? [`quotation ${quotationsOf(phrase, earlier)}`]
      : []),
  ]
}

/** "She is a minister": one phrase is told of the other. */
const isPredicateOf = (document: Document, phrase: Phrase, earlier: Phrase): boolean =>
  earlier.head.head === phrase.head.index &&
  earlier.head.deprel.startsWith('nsubj') &&
  document.children[phrase.head.index].some(i => document.tokens[i].deprel === 'cop')

function quotationsOf(phrase: Phrase, earlier: Phrase): string {
  const [here, there] = [phrase.quotation, earlier.quotation]
  const place = here === there ? 'same' : here < 0 ? 'earlier' : there < 0 ? 'later' : 'both'
  const teller = phrase.teller === earlier.index ? ' teller' : ''
  return phrase.teller !== null && phrase.teller === earlier.teller ? `${place} told alike` : place + teller
}

const agreement = (a: unknown, b: unknown): string =>
  a === null || b === null ? 'open' : a === b ? 'same' : 'other'

const agreementFeatures = ({ traits: mine }: Phrase, { traits: theirs }: Phrase): string[] => [
  `gender ${agreement(mine.gender, theirs.gender)}`,
  `number ${agreement(mine.plural, theirs.plural)}`,
  `being ${mine.being} ${theirs.being}`,
]

function pronounFeatures(phrase: Phrase, earlier: Phrase): string[] {
  if (!earlier.pronoun) return [`determiner ${earlier.determiner}`]
  return phrase.pronoun === earlier.pronoun
    ? ['same pronoun']
    : [`pronouns ${phrase.core[0]} ${earlier.core[0]}`]
}

function lemmaFeatures(phrase: Phrase, earlier: Phrase): string[] {
  if (phrase.pronoun && earlier.kind === 'noun') return [`${phrase.sort} for ${lemmaOf(earlier)}`]
  const same = !phrase.pronoun && !earlier.pronoun && lemmaOf(phrase) === lemmaOf(earlier)
  return same ? [`same lemma ${lemmaOf(phrase)}`] : []
}

function wordFeatures(phrase: Phrase, earlier: Phrase): string[] {
  const sameWords = areSame(phrase.words, earlier.words)
  const [mine, theirs] = [phrase.traits.bearer, earlier.traits.bearer]
  const names = phrase.kind === 'name' && earlier.kind === 'name'
  return [
    ...(sameWords ? ['same words', `same words ${upTo(phrase.words.length, [1, 2, 3])}`] : []),
    ...(areSame(phrase.core, earlier.core) ? ['same core'] : []),
    ...headFeatures(phrase, earlier),
    ...(names ? nameFeatures(phrase, earlier) : []),
    ...(mine !== null && theirs !== null ? [mine === theirs ? 'same bearer' : 'other bearer'] : []),
  ]
}

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i])

function headFeatures(phrase: Phrase, earlier: Phrase): string[] {
  const strange = (from: Phrase, to: Phrase): string =>
    upTo(from.modifiers.filter(w => !to.words.includes(w) && !to.modifiers.includes(w)).length, [0, 1])
  if (lemmaOf(phrase) === lemmaOf(earlier))
    return [
      'same head',
      `same head, modifiers new ${strange(phrase, earlier)} lost ${strange(earlier, phrase)}`,
      `same head ${earlier.determiner}`,
    ]
  const shared = phrase.modifiers.filter(word => earlier.words.includes(word)).length
  const inside = earlier.words.includes(phrase.head.form.toLowerCase())
  const around = phrase.words.includes(earlier.head.form.toLowerCase())
  return [
    'other head',
    `other head, shared ${upTo(shared, [0, 1])}`,
    ...(inside ? ['head inside'] : around ? ['head around'] : []),
  ]
}

function nameFeatures(phrase: Phrase, earlier: Phrase): string[] {
  const shared = phrase.core.filter(word => earlier.core.includes(word)).length
  const types = `types ${phrase.entity} ${earlier.entity}`
  if (shared === phrase.core.length && shared === earlier.core.length) return [types]
  if (shared === phrase.core.length) {
    const place =
      phrase.core.at(-1) === earlier.core.at(-1)
        ? 'last'
        : phrase.core[0] === earlier.core[0]
          ? 'first'
          : 'inner'
    return [
      types,
      'shorter name',
      `shorter name ${phrase.traits.being}`,
      `shorter name ${phrase.traits.being} ${place}`,
    ]
  }
  if (shared === earlier.core.length) return [types, 'longer name', `longer name ${phrase.traits.being}`]
  if (shared > 0) return [types, 'names share']
  const initials = areInitials(phrase.core, earlier.core) || areInitials(earlier.core, phrase.core)
  return [types, initials ? 'initials' : 'other names']
}

const areInitials = (short: readonly string[], long: readonly string[]): boolean =>
  short.length === 1 && long.length > 1 && short[0].replace(/\./g, '') === long.map(word => word[0]).join('')
