// Gives "both sides", "the two leaders", "the three" the actors named last that may be meant; nobody where more or fewer fit.
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Document } from '../../language/document.ts'
import { ancestors, dependent, dependents, isUnder } from '../../language/tree.ts'
import type { PairKind, PronounCandidate } from './candidate.ts'
import { topOf } from './candidate.ts'
import type { Draft, DraftMention } from './discourse.ts'
import { countryOf, isPerson, sameOffice } from './discourse.ts'
import type { NameContext } from './resolve-names.ts'
import { stateByCode } from './resolve-names.ts'

/** Sentences back in which they must have been named. */
const REACH = 2
/** The same for three and more that were named together. */
const LIST_REACH = 5
const GROUPS: ReadonlySet<string> = new Set(['armed group', 'organisation', 'body', 'group', 'company'])

interface Named {
  readonly draft: Draft
  readonly mention: DraftMention
}

/** Whom a mention stands for among those asked for: the person himself, or the state he acts for. */
function asKind(context: NameContext, kind: PairKind, draft: Draft): Draft | null {
  if (kind === 'persons') return isPerson(draft) ? draft : null
  if (kind === 'groups')
    return GROUPS.has(draft.kind) && draft.country === null
      ? draft
      : draft.kind === 'armed group'
        ? draft
        : null
  const country = countryOf(draft)
  return country === null ? null : stateByCode(context, country)
}

/** "in Jordan", "from Egypt": where it is, not who acts. */
function isWhere({ document, words }: NameContext, { draft, mention }: Named): boolean {
  if (isPerson(draft)) return false
  const preposition = dependent(document, topOf(document, mention), 'case')?.lemma.toLowerCase()
  return preposition !== undefined && words.placePrepositions.has(preposition)
}

/** "Caricom, the bloc, urged both sides": who does something to them is none of them. */
function isDoingIt(document: Document, mention: DraftMention, phrase: number): boolean {
  const [noun, verb] = [document.tokens[phrase], ...ancestors(document, phrase)].filter(
    t => !['det', 'nummod'].includes(t.deprel),
  )
  if (!noun || !verb || !/^(?:obj|iobj|obl)/.test(noun.deprel)) return false
  const top = topOf(document, mention)
  return dependents(document, verb.index, 'nsubj').some(
    t => t.deprel === 'nsubj' && isUnder(document, top, t.index),
  )
}

/** All mentions of one sentence before the phrase, in text order. */
function namedIn(context: NameContext, sentence: number, before: number): Named[] {
  const { document, discourse } = context
  return [...discourse.drafts.values()]
    .flatMap(draft => draft.mentions.map(mention => ({ draft, mention })))
    .filter(n => n.mention.first < before && document.tokens[n.mention.first].sentence === sentence)
    .filter(n => !isWhere(context, n) && !isDoingIt(document, n.mention, before))
    .sort((a, b) => a.mention.first - b.mention.first)
}

/** Two or more under one coordination, of those given. */
function coordinated(
  document: Document,
  named: readonly Named[],
  kindOf: (draft: Draft) => Draft | null,
): Draft[] {
  const headOfList = (n: Named): number => {
    const top = document.tokens[topOf(document, n.mention)]
    return top.deprel === 'conj' ? top.head : top.index
  }
  for (const last of [...named].reverse()) {
    const together = named.filter(n => headOfList(n) === headOfList(last)).map(n => kindOf(n.draft))
    const found = [...new Set(together)].filter(d => d !== null)
    if (found.length > 1) return found
  }
  return []
}

/** Some of those named, where all of them are too many: each way is tried in turn until it leaves as many as asked. */
type Narrowing = (context: NameContext, phrase: PronounCandidate, named: readonly Named[]) => readonly Named[]

/** "the presidents": those who are called so; "the men": no women. */
const holdersOf: Narrowing = ({ document, words }, phrase, named) => {
  const noun = document.tokens[phrase.end - 1].lemma.toLowerCase()
  const other = OTHER_GENDER[noun]
  return namesOffice(words, noun)
    ? named.filter(n => holdsOffice(n.draft, noun))
    : named.filter(n => !other || n.draft.gender !== other)
}

const OTHER_GENDER: { readonly [noun: string]: 'male' | 'female' } = { man: 'female', woman: 'male' }

const namesOffice = (words: ActorWords, noun: string): boolean =>
  (words.chiefs.has(noun) && !words.chiefWords.has(noun)) || noun.endsWith('minister')

const holdsOffice = (draft: Draft, noun: string): boolean =>
  draft.offices.some(o => sameOffice(noun, o.words)) ||
  (draft.known?.terms.some(t => sameOffice(noun, t.office)) ?? false)

const namedOnly: Narrowing = (_, phrase, named) =>
  phrase.among.includes('persons') ? named.filter(n => n.draft.kind === 'person') : named

/** "Rice said both sides must resist": not the one who speaks of them. */
const notTheTeller: Narrowing = ({ document }, phrase, named) => {
  const above = ancestors(document, phrase.end - 1)
  // "Berg raised it, and Lang spoke for both sides": the first verb is not told by him.
  const joined = above.findIndex(
    t => t.deprel === 'conj' && dependents(document, t.index, 'nsubj').length > 0,
  )
  const tellers = (joined < 0 ? above : above.slice(0, joined + 1)).flatMap(t =>
    dependents(document, t.index, 'nsubj'),
  )
  const isTeller = (draft: Draft) =>
    draft.mentions.some(m =>
      tellers.some(t => m.first <= t.index && t.index < m.end && t.index < phrase.first),
    )
  const isInside = (mention: DraftMention) =>
    tellers.some(t => t.index < phrase.first && isUnder(document, topOf(document, mention), t.index))
  return named.filter(n => !isTeller(n.draft) && !isInside(n.mention))
}

/** Both at one verb: "Berg met Lang". */
const atOneVerb: Narrowing = ({ document }, _, named) => {
  const verbOf = ({ mention }: Named): number => {
    const top = document.tokens[topOf(document, mention)]
    return /^(nsubj|obj|iobj|obl)/.test(top.deprel) ? top.head : -1
  }
  for (const last of [...named].reverse()) {
    const together = named.filter(n => verbOf(n) === verbOf(last))
    if (verbOf(last) >= 0 && new Set(together.map(n => n.draft)).size > 1) return together
  }
  return []
}

const NARROWINGS: readonly Narrowing[] = [holdersOf, namedOnly, notTheTeller, atOneVerb]

function lastOf(context: NameContext, phrase: PronounCandidate, kind: PairKind): Draft[] {
  const { document } = context
  const here = document.tokens[phrase.first].sentence
  const kindOf = (draft: Draft) => asKind(context, kind, draft)
  const distinct = distinctOf(context, kind)
  let named: Named[] = []
  for (let back = 0; back <= REACH && here - back >= 0; back++) {
    named = [...namedIn(context, here - back, phrase.first), ...named]
    const found = distinct(holdersOf(context, phrase, named))
    const enough = phrase.count ?? 2
    if (found.length === enough) return found
    if (found.length > enough) {
      const list = coordinated(document, named, kindOf)
      if (phrase.count === null || list.length === phrase.count) return list
      return narrowed(context, phrase, named, distinct)
    }
  }
  return []
}

const distinctOf =
  (context: NameContext, kind: PairKind) =>
  (named: readonly Named[]): Draft[] =>
    [...new Set(named.map(n => asKind(context, kind, n.draft)))].filter(d => d !== null)

function narrowed(
  context: NameContext,
  phrase: PronounCandidate,
  named: readonly Named[],
  distinct: (named: readonly Named[]) => Draft[],
): Draft[] {
  let left = named
  for (const narrow of NARROWINGS) {
    left = narrow(context, phrase, left)
    const found = distinct(left)
    if (found.length === phrase.count) return found
  }
  return []
}

/** "Britain, France and Germany … the three countries": named in one breath, some sentences back. */
function lastList(context: NameContext, phrase: PronounCandidate, kind: PairKind): Draft[] {
  if ((phrase.count ?? 2) < 3) return []
  const here = context.document.tokens[phrase.first].sentence
  for (let back = 0; back <= LIST_REACH && here - back >= 0; back++) {
    const list = coordinated(context.document, namedIn(context, here - back, phrase.first), d =>
      asKind(context, kind, d),
    )
    if (list.length === phrase.count) return list
  }
  return []
}

/** Far from where they were named: the only ones that the text has named so far. */
function onlyOnes(context: NameContext, phrase: PronounCandidate, kind: PairKind): Draft[] {
  const { sentence, lemma } = context.document.tokens[phrase.end - 1]
  if (phrase.count === null && !namesOffice(context.words, lemma.toLowerCase())) return []
  const named = Array.from({ length: sentence + 1 }, (_, s) => namedIn(context, s, phrase.first)).flat()
  const found = distinctOf(context, kind)(holdersOf(context, phrase, namedOnly(context, phrase, named)))
  return found.length === (phrase.count ?? 2) ? found : []
}

/** "the two Koreas": the states that share the name. */
function namesakes(context: NameContext, phrase: PronounCandidate): Draft[] {
  const noun = context.document.tokens[phrase.end - 1].form.replace(/s$/, '')
  const states = ['North', 'South'].flatMap(part => context.knowledge.names(`${part} ${noun}`))
  return states.flatMap(k => (k.actor.country ? (stateByCode(context, k.actor.country) ?? []) : []))
}

/** "both Sudanese sides": sides within one state, not two of those named before. */
const isOfOneState = ({ document, knowledge }: NameContext, { first, end }: PronounCandidate): boolean =>
  document.tokens
    .slice(first + 1, end - 1)
    .some(token => knowledge.names(token.form).some(known => known.how === 'demonym'))

/** The actors that the phrase stands for; empty where that is open. */
export function resolvePair(context: NameContext, phrase: PronounCandidate): readonly Draft[] {
  if (phrase.among.length === 0) return namesakes(context, phrase)
  if (isOfOneState(context, phrase)) return []
  for (const find of [lastList, lastOf, onlyOnes])
    for (const kind of phrase.among) {
      const found = find(context, phrase, kind)
      if (found.length > 0) return found
    }
  return []
}
