// The text comes in; accusations made by a verdict alone go out: "pressure from Washington is nothing but a mockery".
import type { Token } from '../../language/document.ts'
import { ancestors, dependents, headOf } from '../../language/tree.ts'
import type { Reference } from '../actors/actor-index.ts'
import { clauseOf } from './clause.ts'
import type { Reading, Sides } from './parties.ts'
import { ownersOf, partiesAt } from './parties.ts'
import { obliquesOf } from './phrases.ts'

export interface Verdict {
  readonly word: number
  readonly sides: Sides
}

/** Who says it: the subject of the nearest verb of saying above, whatever stands between ("made a statement indicating"). */
function speakerOf(reading: Reading, word: Token): Reference[] {
  const { document, lexicon } = reading
  for (const above of ancestors(document, word.index)) {
    if (above.upos !== 'VERB') continue
    const parties = clauseOf(document, above.index).subjects.flatMap(t => partiesAt(reading, t))
    if (parties.length > 0 && (lexicon.saying.has(above.lemma) || above.deprel === 'root')) return parties
  }
  return []
}

/** Whose deed the verdict is passed on. */
function judgedOf(reading: Reading, word: Token): Reference[] {
  const { document } = reading
  const subject = dependents(document, word.index, 'nsubj')[0]
  if (!subject) return []
  const named = partiesAt(reading, subject.index)
  if (named.length > 0) return named
  const owners = ownersOf(reading, subject.index)
  if (owners.length > 0) return owners
  return obliquesOf(document, subject.index)
    .filter(o => o.prep === 'from')
    .flatMap(o => partiesAt(reading, o.token))
}

/** The one other state named before the predicate, where the tree shows no subject. */
function onlyOther(reading: Reading, predicate: number, own: ReadonlySet<string | null>): Reference[] {
  const { document, actors } = reading
  const { firstToken } = document.sentences[document.tokens[predicate].sentence]
  const others: Reference[] = []
  for (let i = firstToken; i < predicate; i++)
    for (const r of actors.at(i)) {
      const { kind, country } = actors.get(r.actor)
      if ((kind === 'state' || kind === 'government') && country !== null && !own.has(country)) others.push(r)
    }
  return new Set(others.map(r => actors.get(r.actor).country)).size === 1 ? others.slice(0, 1) : []
}

export function findVerdicts(reading: Reading): Verdict[] {
  const { document, actors, lexicon } = reading
  return document.tokens.flatMap(token => {
    if (!lexicon.verdicts.has(token.lemma.toLowerCase()) || !headOf(document, token.index)) return []
    // "nothing but a mockery" coordinates the verdict with "nothing".
    const head = headOf(document, token.index)
    const predicate = head && (token.deprel === 'conj' || head.lemma === 'nothing') ? head : token
    if (dependents(document, predicate.index, 'cop').length === 0) return []
    const speaker = speakerOf(reading, token)
    const own = new Set(speaker.map(r => actors.get(r.actor).country))
    const named = judgedOf(reading, predicate)
    const judged = named.length > 0 ? named : onlyOther(reading, predicate.index, own)
    if (judged.length === 0 || speaker.length === 0) return []
    if (judged.some(r => own.has(actors.get(r.actor).country) || actors.get(r.actor).country === null))
      return []
    return [{ word: token.index, sides: { actors: speaker.slice(0, 1), recipients: judged } }]
  })
}
