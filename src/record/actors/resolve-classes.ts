// Gives "the group", "the bloc", "the newspaper" the body of that kind that was named last; nobody where none is near.
import type { ActorKind } from '../entry.ts'
import type { PronounCandidate } from './candidate.ts'
import { topOf } from './candidate.ts'
import type { Draft, DraftMention } from './discourse.ts'
import { byRecency } from './discourse.ts'
import type { NameContext } from './resolve-names.ts'

/** Sentences back in which it must have been named. */
const REACH = 3

const KINDS: { readonly [list: string]: readonly ActorKind[] } = {
  armedNouns: ['armed group'],
  groupNouns: ['armed group', 'organisation'],
  organisationNouns: ['organisation', 'armed group'],
  blocNouns: ['organisation'],
  outletNouns: ['outlet'],
  companyNouns: ['company', 'organisation'],
}

/** States and people join a bloc; a group or a company is none of those bodies that states have made. */
const isOfStates = (draft: Draft): boolean => draft.code?.startsWith('IGO') === true

/** Beside it at one verb ("Hamas fought the group"): somebody else. */
function isBeside({ document }: NameContext, phrase: PronounCandidate, mention: DraftMention): boolean {
  const headOf = (token: number) => document.tokens[token].head
  return headOf(topOf(document, mention)) === headOf(topOf(document, phrase)) && mention.first < phrase.first
}

export function resolveClass(context: NameContext, phrase: PronounCandidate): Draft | null {
  const { document, words, discourse } = context
  const noun = document.tokens[phrase.end - 1].form.toLowerCase()
  const isArmed = document.tokens
    .slice(phrase.first, phrase.end - 1)
    .some(t => words.armedAdjectives.has(t.form.toLowerCase()))
  const list = (Object.keys(KINDS) as (keyof typeof words)[]).find(l => words[l].has(noun))
  if (!list) return null
  const kinds = isArmed ? KINDS.armedNouns : KINDS[list]
  const floor = document.tokens[phrase.first].sentence - REACH
  const near = byRecency(
    discourse,
    d =>
      kinds.includes(d.kind) &&
      d.mentions.some(m => m.how === 'name') &&
      d.mentions.some(m => document.tokens[m.first].sentence >= floor) &&
      !d.mentions.some(m => isBeside(context, phrase, m)),
  )
  if (list === 'blocNouns') return near.find(isOfStates) ?? null
  if (list === 'organisationNouns') return near[0] ?? null
  return near.find(d => !isOfStates(d)) ?? (list === 'groupNouns' ? (near[0] ?? null) : null)
}
