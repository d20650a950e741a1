// A spokesman named without an owner in; the state or body that he speaks for out: the one that the text has just let speak.
// "Kenya's army denied it. “Nobody fired,” spokesman Ivo Lang said.": he speaks for Kenya's army.
import type { Document } from '../../language/document.ts'
import { headOf } from '../../language/tree.ts'
import type { RoleCandidate, TokenRange } from './candidate.ts'
import { topOf } from './candidate.ts'
import type { Draft } from './discourse.ts'
import { countryOf } from './discourse.ts'
import type { RoleContext } from './read-owners.ts'

/** Sentences back, marks of quotation left out. */
const REACH = 2

const SPOKESMAN = /^(?:spokes(?:man|woman|person)|mouthpiece)$/

const HAS_SPOKESMEN: ReadonlySet<string> = new Set([
  'state',
  'government',
  'body',
  'organisation',
  'armed group',
  'company',
  'group',
])

export const isSpokesman = (role: Pick<RoleCandidate, 'words'>): boolean =>
  SPOKESMAN.test(role.words.split(' ').at(-1) ?? '')

/** "foreign ministry" in "foreign ministry spokesman". */
export const isBeforeSpokesman = (document: Document, body: TokenRange): boolean =>
  SPOKESMAN.test(document.tokens[body.end]?.lemma.toLowerCase() ?? '')

/** "the leader of the bloc", "its chairwoman": whatever that is, it is no state left out. */
export function isOfAnother(document: Document, role: RoleCandidate): boolean {
  const last = document.tokens.slice(role.first, role.end).findLast(t => t.upos !== 'PUNCT')
  const after = last && document.tokens[last.index + 1]
  const noun = after && headOf(document, after.index)
  const named = role.owner.names.length > 0
  if (after?.form.toLowerCase() === 'of' && noun && !named) return !OWN_STATE.test(noun.form)
  return role.owner.pronoun !== null && !named && !OF_A_STATE.test(role.words)
}

const OWN_STATE = /^(?:country|nation|republic|state|government|kingdom|union)$/i

/** Offices that only a state has. */
const OF_A_STATE = /(?:minister|ambassador|king|queen|emir|sultan|premier)$/

/** The body named right before the word, which comes before every other owner: "Chad's foreign ministry spokesman". */
export function bodyBeside(context: RoleContext, role: RoleCandidate): Draft | null {
  if (!isSpokesman(role)) return null
  const { tokens } = context.document
  const word = tokens.slice(role.first, role.end).find(t => SPOKESMAN.test(t.lemma.toLowerCase()))
  const [beside] = word ? context.draftsAt(word.index - 1) : []
  return beside?.kind === 'body' ? beside : null
}

/** Whoever was the subject of what was said in the sentence before, in the same paragraph. */
export function speakerBefore(context: RoleContext, role: RoleCandidate): Draft | null {
  const { document } = context
  const here = document.sentences[document.tokens[role.first].sentence]
  for (let back = 1; back <= REACH; back++) {
    const before = document.sentences[here.index - back]
    if (!before || before.paragraph !== here.paragraph) return null
    if (isQuotation(document, before.start)) continue
    const tellers = [...context.discourse.drafts.values()].filter(
      d => HAS_SPOKESMEN.has(d.kind) && !d.plural && d.mentions.some(m => tells(context, m, before.index)),
    )
    return tellers.length === 1 ? tellers[0] : null
  }
  return null
}

const isQuotation = (document: Document, start: number): boolean =>
  /["“„«]/.test(document.text.content[start])

function tells({ document, words }: RoleContext, mention: TokenRange, sentence: number): boolean {
  const top = document.tokens[topOf(document, mention)]
  const verb = document.tokens[top.head]
  return (
    top.sentence === sentence &&
    top.deprel === 'nsubj' &&
    verb?.deprel === 'root' &&
    words.telling.has(verb.lemma.toLowerCase())
  )
}

/** "In Kyiv, Foreign Minister Ivo Lang said": the state of the capital with which the sentence begins. */
export function seatAhead({ document, names }: RoleContext, role: RoleCandidate): string | null {
  const { firstToken } = document.sentences[document.tokens[role.first].sentence]
  const seat = names.find(n => n.place && n.first === firstToken + 1 && n.end < role.first)
  if (!seat || document.tokens[firstToken].form !== 'In' || document.tokens[seat.end].form !== ',')
    return null
  return seat.known.find(k => k.how === 'metonym')?.actor.country ?? null
}

/** The state that a body without an owner belongs to there. */
export const stateOfSpeaker = (context: RoleContext, role: RoleCandidate): string | null => {
  const draft = speakerBefore(context, role)
  return draft ? countryOf(draft) : null
}
