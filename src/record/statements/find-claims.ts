// Nouns of saying with their content in, drafts out: "his claim that …", "rejected reports that …", "voiced hope that …".
import type { Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import { clauseContent } from './clause-words.ts'
import type { Draft, Reading } from './draft.ts'
import { issuersOf } from './issuers.ts'
import { isNegated, isPassive } from './saying-clause.ts'
import { canSpeak, subjectsOf } from './subjects.ts'

export function findClaims(reading: Reading): Draft[] {
  const { document, cues } = reading
  return document.tokens.flatMap(token => {
    if (token.upos !== 'NOUN') return []
    const lemma = token.lemma.toLowerCase()
    const given =
      cues.nouns.undertaken.has(lemma) || (cues.nouns.intended.has(lemma) && isCarried(reading, token))
        ? undertaken(reading, token)
        : null
    if (given) return [given]
    const { said, believed, hearsay } = cues.nouns
    if (!said.has(lemma) && !believed.has(lemma) && !hearsay.has(lemma)) return []
    const clause = thatClause(reading, token)
    const draft = clause && (rejected(reading, token, clause) ?? claimed(reading, token, clause))
    return draft ? [draft] : []
  })
}

/** "his promise to leave", "expressed readiness to talk": an infinitive, where somebody owns or carries the noun. */
function undertaken(reading: Reading, noun: Token): Draft | null {
  const { document, cues } = reading
  const carrier = headOf(document, noun.index)
  const beside =
    carrier && cues.nouns.carriers.has(carrier.lemma.toLowerCase())
      ? dependents(document, carrier.index, 'advcl', 'xcomp')
      : []
  const verb = [...dependents(document, noun.index, 'acl', 'xcomp'), ...beside].find(t =>
    isInfinitiveBehind(reading, t, noun),
  )
  const negated =
    dependents(document, noun.index, 'det').some(t => t.lemma === 'no') ||
    (carrier !== null && isNegated(reading, carrier.index))
  const speakers = verb && !negated ? issuersOf(reading, noun.index).filter(h => canSpeak(reading, h)) : []
  if (!verb || speakers.length === 0) return null
  const draft = draftOf(reading, noun, verb, noun, speakers, { by: 'noun:undertaken', confidence: 0.7 })
  const to = dependents(document, verb.index, 'mark').find(m => m.lemma === 'to')
  return {
    ...draft,
    content: draft.content.map((s, i) => (i === 0 && to ? { start: to.start, end: s.end } : s)),
  }
}

/** "announced plans", "stated her intention" */
function isCarried(reading: Reading, noun: Token): boolean {
  const verb = headOf(reading.document, noun.index)
  return (
    verb !== null &&
    isRelation(noun.deprel, 'obj') &&
    reading.cues.nouns.carriers.has(verb.lemma.toLowerCase())
  )
}

/** "offer [to the council] to help": only those who are offered it stand between. */
function isInfinitiveBehind(reading: Reading, verb: Token, noun: Token): boolean {
  const { document } = reading
  const to = dependents(document, verb.index, 'mark').find(m => m.lemma === 'to')
  if (!to || to.index <= noun.index || to.index - noun.index > 8) return false
  const between = document.tokens.slice(noun.index + 1, to.index)
  return between.every(t => ['ADP', 'DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'PART'].includes(t.upos))
}

/** The clause with "that" below the noun, not a relative one. */
function thatClause(reading: Reading, noun: Token): Token | null {
  const { document } = reading
  return (
    dependents(document, noun.index, 'acl', 'ccomp', 'appos').find(t => {
      if (isRelation(t.deprel, 'acl:relcl') || t.index < noun.index) return false
      const that = dependents(document, t.index, 'mark').find(m => m.form.toLowerCase() === 'that')
      return (
        that !== undefined &&
        that.index > noun.index &&
        !document.tokens.slice(noun.index + 1, that.index).some(b => b.upos === 'VERB') &&
        subtree(document, t.index)[0] >= that.index - 1
      )
    }) ?? null
  )
}

const draftOf = (
  reading: Reading,
  noun: Token,
  clause: Token,
  cue: Token,
  speakers: readonly number[],
  more: Partial<Draft>,
): Draft => ({
  content: clauseContent(reading, clause.index, noun.index),
  cue: { start: cue.start, end: cue.end },
  cueToken: noun.index,
  speakers,
  addressees: [],
  chain: [],
  channelToken: null,
  polarity: 'affirmed',
  by: 'noun:claim',
  confidence: 0.75,
  ...more,
})

/** "dismissed claims that …": what the subject says is not so. */
function rejected(reading: Reading, noun: Token, clause: Token): Draft | null {
  const verb = headOf(reading.document, noun.index)
  if (
    !verb ||
    !isRelation(reading.document.tokens[noun.index].deprel, 'obj') ||
    !reading.cues.nouns.deniers.has(verb.lemma.toLowerCase())
  )
    return null
  if (
    reading.cues.nouns.believed.has(noun.lemma) ||
    isNegated(reading, verb.index) ||
    isPassive(reading, verb.index)
  )
    return null
  const speakers = subjectsOf(reading, verb.index)
  if (speakers.length === 0 || !speakers.every(h => canSpeak(reading, h))) return null
  return draftOf(reading, noun, clause, verb, speakers, {
    polarity: 'denied',
    by: 'noun:rejected',
    confidence: 0.8,
  })
}

function claimed(reading: Reading, noun: Token, clause: Token): Draft | null {
  const { nouns } = reading.cues
  const lemma = noun.lemma.toLowerCase()
  if (dependents(reading.document, noun.index, 'det').some(t => t.lemma === 'no')) return null
  const issuers = issuersOf(reading, noun.index)
  // "Polish warnings that": the state by its adjective.
  const states = dependents(reading.document, noun.index, 'amod').filter(t => reading.isActor(t.index))
  const speakers = (issuers.length > 0 ? issuers : states.map(t => t.index)).filter(h => canSpeak(reading, h))
  if (speakers.length > 0)
    return draftOf(
      reading,
      noun,
      clause,
      noun,
      speakers,
      nouns.said.has(lemma) ? { channelToken: noun.index } : {},
    )
  return nouns.hearsay.has(lemma)
    ? draftOf(reading, noun, clause, noun, [], { by: 'noun:hearsay', confidence: 0.6 })
    : null
}
