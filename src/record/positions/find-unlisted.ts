// Positions in words that no list holds: what the network takes for a stance, held by whom it names.
import type { Token } from '../../language/document.ts'
import { tokensAround } from '../../language/nearby.ts'
import { dependents, phraseSpan } from '../../language/tree.ts'
import { overlaps } from '../../text/span.ts'
import { claimOf, type Reference } from '../actors/actor-index.ts'
import type { ActorId, Claim, Stance } from '../entry.ts'
import { inferred, STANCES } from '../entry.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import { clauseSpan, hasModal, issueOf, speakersAround } from './phrases.ts'
import { matchVerb } from './verb-stance.ts'

/** From this probability of its stance on a word heads a position. */
const TAKEN = 0.5
/** From this probability on an actor named nearby holds it or is meant. */
const NAMED = 0.4
/** Sentences before and after in which they may be named. */
const REACH = 1

function bestStance({ document }: PositionInput, word: number): readonly [Stance, number] {
  const chances = document.judgements.stance(word)
  const best = STANCES.reduce<Stance>((a, b) => (chances[b] > chances[a] ? b : a), STANCES[0])
  return [best, chances[best]]
}

/** The actors around a word that the link names. */
function linked({ document, actors }: PositionInput, from: Token, link: string): Claim<ActorId>[] {
  const best = new Map<ActorId, Reference>()
  for (const { index } of tokensAround(document, from.sentence, REACH))
    for (const reference of actors.at(index))
      if (!best.has(reference.actor) && document.judgements.link(link, from.index, index) >= NAMED)
        best.set(reference.actor, reference)
  return [...best.values()].map(r => inferred(claimOf(r).value, [r.span], `network:${link}`))
}

/** Words that a list holds are the finders' to judge; what is denied or only may be is nobody's position. */
function isLeftAlone(input: PositionInput, token: Token): boolean {
  const { document, stances } = input
  const word = token.lemma.toLowerCase()
  const listed =
    (token.upos === 'VERB' && (matchVerb(input, token) !== null || stances.dutyVerbs.has(word))) ||
    (token.upos === 'ADJ' && (stances.adjectives.has(word) || stances.dutyAdjectives.has(word))) ||
    (token.upos === 'NOUN' && stances.nouns.has(word))
  return (
    listed ||
    input.toldBy(token)?.polarity === 'denied' ||
    hasModal(document, token.index, /^(may|might|could)$/)
  )
}

/** What the word is about, where the tree shows it; else the word itself. */
const matterOf = ({ document, actors }: PositionInput, token: Token): Token =>
  dependents(document, token.index, 'xcomp', 'ccomp', 'obj').find(t => actors.at(t.index).length === 0) ??
  token

/** Drafts for words that `found` leaves alone, in text order. */
export function findUnlisted(input: PositionInput, found: readonly PositionDraft[]): PositionDraft[] {
  return input.document.tokens.flatMap((token): PositionDraft[] => {
    const [stance, probability] = bestStance(input, token.index)
    if (probability < TAKEN || found.some(d => overlaps(d.span, token))) return []
    if (isLeftAlone(input, token)) return []
    const named = linked(input, token, 'holder')
    const holders = named.length > 0 ? named : speakersAround(input, token)
    if (holders.length === 0) return []
    const toward = linked(input, token, 'toward').filter(t => !holders.some(h => h.value === t.value))
    const span =
      token.upos === 'VERB'
        ? clauseSpan(input.document, token.index)
        : phraseSpan(input.document, token.index)
    return [
      {
        holders,
        toward,
        stance,
        issue: issueOf(input.document, matterOf(input, token)),
        span,
        condition: null,
        consequence: null,
        token: token.index,
        by: `network:${stance}`,
        confidence: 0.5,
      },
    ]
  })
}
