// Finds phrases that only tell what kind of body is meant: "the group", "the militant group", "the bloc", "the newspaper", "the company".
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import type { PronounCandidate } from './candidate.ts'

/** "the group", "this 25-member bloc"; not "the group leader", "the group of seven", "the other group", "the group Hamas". */
export function classAt(document: Document, words: ActorWords, noun: Token): PronounCandidate | null {
  const { form, upos, deprel, feats, index } = noun
  const isClass = upos === 'NOUN' && words.bodies.has(form.toLowerCase()) && feats.Number !== 'Plur'
  if (!isClass || /^(compound|amod|flat|appos)/.test(deprel)) return null
  const below = dependents(
    document,
    index,
    'det',
    'amod',
    'compound',
    'nummod',
    'nmod',
    'acl',
    'appos',
    'flat',
  )
  const [first] = below
  if (!first || !/^(the|this)$/i.test(first.form) || first.index > index) return null
  const isPlain = below.every(
    t =>
      t === first ||
      (t.index < index && (words.bodyAdjectives.has(t.form.toLowerCase()) || /^\d/.test(t.form))),
  )
  const isWhole = document.tokens
    .slice(first.index + 1, index)
    .every(t => below.includes(t) || t.form === '-' || t.head < index)
  if (!isPlain || !isWhole) return null
  return {
    type: 'pronoun',
    first: first.index,
    end: index + 1,
    kind: 'class',
    possessive: deprel === 'nmod:poss',
    among: [],
    count: null,
    owner: null,
  }
}
