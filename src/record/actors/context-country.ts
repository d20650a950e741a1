// A role phrase without an owner in ("the ministry"); the state that the text speaks of there out.
import type { Document } from '../../language/document.ts'
import { headOf } from '../../language/tree.ts'
import type { RoleCandidate, TokenRange } from './candidate.ts'
import { topOf } from './candidate.ts'
import type { Draft } from './discourse.ts'
import { byRecency, countryOf, isCountry } from './discourse.ts'
import type { RoleContext } from './read-owners.ts'

/** Words for the executive as a whole: they mean the state's government itself. */
export const GOVERNMENT = new Set(['government', 'authorities'])
/** Subject, or owner of the subject ("Sudan's government says"). */
function isAgent(document: Document, range: TokenRange): boolean {
  const top = document.tokens[topOf(document, range)]
  const head = headOf(document, top.index)
  return (
    top.deprel.startsWith('nsubj') ||
    (/^(nmod:poss|amod|compound)$/.test(top.deprel) && head?.deprel.startsWith('nsubj') === true)
  )
}

/** The state of which the sentence before speaks, when it is the only one in it and in this sentence up to here. */
export function stateInFocus(context: RoleContext, role: RoleCandidate): string | null {
  const { document } = context
  const floor = document.sentences[Math.max(0, document.tokens[role.first].sentence - 1)].firstToken
  const named = byRecency(
    context.discourse,
    d => isState(d) && d.mentions.some(m => m.first >= floor && m.first < role.first),
  )
  const acts = named.length === 1 && named[0].mentions.some(m => m.first >= floor && isAgent(document, m))
  return acts ? named[0].country : null
}

/** The country that an unowned "the government" or "the ministry" belongs to: the dateline's, else that of the persons named nearest before. */
export function contextCountry(context: RoleContext, role: RoleCandidate): string | null {
  const { document } = context
  const seat = GOVERNMENT.has(role.body?.base ?? '') ? seatBeside(context, role) : null
  if (seat) return seat
  if (context.home) return context.home
  const armed = ['MIL', 'COP'].includes(role.body?.code ?? '')
  const forces = armed
    ? byRecency(context.discourse, d => d.country !== null && /(MIL|COP)$/.test(d.code ?? ''))[0]
    : undefined
  if (forces) return forces.country
  const place = role.determiner === 'none' ? placeBeside(context, role) : null
  if (place) return place
  const sentence = document.tokens[role.first].sentence
  const floor = document.sentences[Math.max(0, sentence - 1)].firstToken
  const isNear = (d: Draft) =>
    d.mentions.some(m => m.first >= floor && m.how !== 'demonym') && d.kind !== 'organisation'
  const inSentence = byRecency(
    context.discourse,
    d =>
      isState(d) &&
      d.mentions.some(m => m.how !== 'demonym' && document.tokens[m.first].sentence === sentence),
  )
  if (GOVERNMENT.has(role.body?.base ?? '') && inSentence.length === 1) return inSentence[0].country
  const near = [
    ...byRecency(context.discourse, d => isNear(d) && d.kind === 'person'),
    ...byRecency(context.discourse, isNear),
  ]
  for (const draft of near) {
    const country =
      countryOf(draft) ??
      draft.offices.find(o => o.of !== null && isCountry(o.of))?.of ??
      formerCountry(draft)
    if (country) return country
  }
  return null
}

/** "ordered out of Niamey by the military government", "the junta in Rangoon": the capital in the same sentence. */
function seatBeside(context: RoleContext, role: RoleCandidate): string | null {
  const { sentence } = context.document.tokens[role.first]
  const places = context.names.filter(n => n.place && context.document.tokens[n.first].sentence === sentence)
  const behind = places.find(n => n.first >= role.end && n.first - role.end < SEAT_REACH)
  const seat = behind ?? places.filter(n => n.end <= role.first).at(-1)
  return seat?.known.find(k => k.how === 'metonym')?.actor.country ?? null
}

/** "Police say two men died in Mosul": the country of a place in the same sentence, else in the one before. */
function placeBeside(context: RoleContext, role: RoleCandidate): string | null {
  const { document, knowledge } = context
  const { sentence } = document.tokens[role.first]
  const countries = document.entities
    .filter(e => e.type === 'place')
    .map(e => ({
      back: sentence - document.tokens[e.firstToken].sentence,
      country: knowledge.countryOfPlace(wordsOf(document, e.firstToken, e.endToken)),
    }))
    .filter(p => p.country !== null && (p.back === 0 || p.back === 1))
  const near = countries.filter(p => p.back === 0)
  const found = new Set((near.length > 0 ? near : countries).map(p => p.country))
  return found.size === 1 ? [...found][0] : null
}

const wordsOf = (document: Document, first: number, end: number): string =>
  document.text.content.slice(document.tokens[first].start, document.tokens[end - 1].end)

const isState = (draft: Draft): boolean => draft.kind === 'state' || draft.kind === 'government'

/** Words between a body and "in" with its capital. */
const SEAT_REACH = 3

const formerCountry = (draft: Draft): string | null =>
  draft.known?.terms.find(t => isCountry(t.of))?.of ?? null
