// Comes in: a Document. Goes out: its phrases with all that the links between them rest on: traits, place, quotation and who tells it.
import type { Knowledge } from '../knowledge/knowledge.ts'
import { findMentionPhrases, type Mention } from './coreference-mentions.ts'
import { type Traits, traitsOf } from './coreference-traits.ts'
import type { CoreferenceWords } from './coreference-words.ts'
import type { Document, Token } from './document.ts'
import { ancestors, dependents } from './tree.ts'

export interface Phrase extends Mention {
  readonly traits: Traits
  /** What its links are learnt by: pronouns by form, nouns by determiner, names, groups. */
  readonly sort: string
  readonly sentence: number
  readonly paragraph: number
  /** Number of the quotation it stands in; -1 outside of quotations. */
  readonly quotation: number
  /** In a quotation: index of the phrase that tells it ("she" in “I agree,” she said), or null. */
  readonly teller: number | null
}

/** In text order, the longer first where two begin together; `index` is the place in this list. */
export function findPhrases(document: Document, knowledge: Knowledge, words: CoreferenceWords): Phrase[] {
  const mentions = findMentionPhrases(document)
  const quotations = findQuotations(document)
  const indexOf = new Map(mentions.filter(m => !m.group).map(m => [m.head.index, m.index]))
  const read = mentions.map(mention => traitsOf(mention, knowledge, words))
  const traits = shareTraits(mentions, read)
  return mentions.map((mention, i) => {
    const { sentence, index } = mention.head
    const teller = quotations[index] < 0 ? null : findTeller(document, mention.head, quotations)
    return {
      ...mention,
      traits: traits[i],
      sort: sortOf(mention),
      sentence,
      paragraph: document.sentences[sentence].paragraph,
      quotation: quotations[index],
      teller: teller === null ? null : (indexOf.get(teller.index) ?? null),
    }
  })
}

/** A single name is a person's where the text names a person so more fully ("Berg" for "Anna Berg"). */
function shareTraits(mentions: readonly Mention[], traits: readonly Traits[]): Traits[] {
  const persons = new Map<string, Traits>()
  for (const [i, { kind, core }] of mentions.entries())
    if (kind === 'name' && core.length > 1 && traits[i].being === 'person')
      for (const word of core) if (!persons.has(word)) persons.set(word, traits[i])
  return mentions.map(({ kind, core }, i) => {
    const person = kind === 'name' && core.length === 1 ? persons.get(core[0]) : undefined
    return person && traits[i].bearer === null
      ? { ...traits[i], being: 'person', gender: traits[i].gender ?? person.gender }
      : traits[i]
  })
}

function sortOf(mention: Mention): string {
  if (mention.group) return 'group'
  if (mention.kind === 'name') return 'name'
  if (!mention.pronoun) return mention.determiner
  const { person, plural, gender, demonstrative, reflexive } = mention.pronoun
  if (reflexive) return 'self'
  if (demonstrative) return plural ? 'these' : 'this'
  if (person < 3) return person === 2 ? 'you' : plural ? 'we' : 'I'
  return gender === 'thing' ? 'it' : gender ? 'he' : 'they'
}

const OPENS = /^(“|"|``)$/
const CLOSES = /^(”|"|'')$/

/** For each token the number of the pair of quotation marks around it, -1 outside; no pair leaves its paragraph. */
function findQuotations(document: Document): Int32Array {
  const inside = new Int32Array(document.tokens.length).fill(-1)
  let [open, count, paragraph] = [-1, 0, -1]
  for (const token of document.tokens) {
    const here = document.sentences[token.sentence].paragraph
    if (here !== paragraph) open = -1
    paragraph = here
    if (open >= 0 && CLOSES.test(token.form)) {
      inside.fill(count++, open + 1, token.index)
      open = -1
    } else if (OPENS.test(token.form)) open = token.index
  }
  return inside
}

/** Subject, outside of the quotation, of a verb above the token or beside it. */
function findTeller(document: Document, token: Token, quotations: Int32Array): Token | null {
  for (const verb of [token, ...ancestors(document, token.index)]) {
    const beside = dependents(document, verb.index, 'parataxis')
    const subjects = [verb, ...beside].flatMap(v => dependents(document, v.index, 'nsubj'))
    const outside = subjects.find(t => quotations[t.index] !== quotations[token.index])
    if (outside) return outside
  }
  return null
}
