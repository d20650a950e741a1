// Finds pronouns and phrases that stand for actors named elsewhere: "she", "their", "both sides", "the two leaders", "his country".
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import type { PronounCandidate, PronounKind } from './candidate.ts'
import { classAt } from './class-phrases.ts'
import { pairAt } from './pair-phrases.ts'

const KINDS: { readonly [form: string]: PronounKind } = {
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
  it: 'thing',
  its: 'thing',
  itself: 'thing',
  they: 'plural',
  them: 'plural',
  their: 'plural',
  theirs: 'plural',
  themselves: 'plural',
}
const POSSESSIVE = new Set(['his', 'its', 'their'])

const isPossessive = (token: Token): boolean =>
  POSSESSIVE.has(token.form.toLowerCase()) || token.deprel === 'nmod:poss'

/** "it" stands for an actor where it acts; as object or in the passive it is mostly a thing or a whole clause. */
const mayAct = (document: Document, token: Token): boolean =>
  token.form.toLowerCase() !== 'it' ||
  (token.deprel === 'nsubj' && token.head >= 0 && document.tokens[token.head].upos === 'VERB')

/** "It is clear that": no mention. */
const isExpletive = (document: Document, token: Token): boolean =>
  token.deprel === 'expl' ||
  (token.form.toLowerCase() === 'it' &&
    document.children[token.head < 0 ? token.index : token.head].some(i =>
      document.tokens[i].deprel.startsWith('csubj'),
    ))

/** "his country", "the country": the state of its owner, or of the one spoken of. */
function homelandAt(document: Document, first: number): PronounCandidate | null {
  const [token, noun] = [document.tokens[first], document.tokens[first + 1]]
  if (
    !noun ||
    !/^(country|nation|homeland)$/i.test(noun.form) ||
    noun.head === first ||
    noun.sentence !== token.sentence
  )
    return null
  const owned = /^(his|her|its|their)$/i.test(token.form)
  const isPlainNoun =
    !['compound', 'amod'].includes(noun.deprel) &&
    dependents(document, noun.index, 'amod', 'acl', 'nmod').every(t => t.index === first)
  if (!isPlainNoun || !(owned || /^the$/i.test(token.form))) return null
  return {
    type: 'pronoun',
    first,
    end: first + 2,
    kind: 'homeland',
    possessive: false,
    among: [],
    count: null,
    owner: owned ? first : null,
  }
}

/** In text order. */
export function findPronouns(document: Document, words: ActorWords): PronounCandidate[] {
  const found: PronounCandidate[] = []
  for (const token of document.tokens) {
    const pair = pairAt(document, words, token.index)
    if (pair) {
      found.push(pair)
      continue
    }
    const body = classAt(document, words, token)
    if (body) found.push(body)
    const homeland = homelandAt(document, token.index)
    if (homeland) found.push(homeland)
    const kind = KINDS[token.form.toLowerCase()]
    if (
      !kind ||
      isExpletive(document, token) ||
      !mayAct(document, token) ||
      (token.upos !== 'PRON' && token.upos !== 'DET')
    )
      continue
    found.push({
      type: 'pronoun',
      first: token.index,
      end: token.index + 1,
      kind,
      possessive: isPossessive(token),
      among: [],
      count: null,
      owner: null,
    })
  }
  return found
}
