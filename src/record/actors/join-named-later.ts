// What the mentions stand for in; the same with an unnamed holder of an office joined to the person that the text names as its holder later.
// Headline "Chad's president warns rebels", then "President Ivo Lang said …": one and the same.
import type { Document } from '../../language/document.ts'
import { type Draft, isCountry, sameOffice } from './discourse.ts'
import { bearerOfLead } from './find-lead-bearer.ts'
import type { Reading } from './resolve-mentions.ts'

/** Offices of a state that one person holds at a time. */
const ONE_AT_A_TIME =
  /^(?:president|prime minister|premier|king|queen|emir|sultan|chancellor|crown prince|supreme leader|secretary general|(?:foreign|defen[cs]e|interior|finance|trade|energy|oil|economy|justice|health) minister|army chief|national security adviser)$/

/** Whoever is at the top of an organisation, by whatever word. */
const HEAD =
  /^(?:head|chief|leader|president|chairman|chairwoman|chairperson|director|director[ -]general|secretary[ -]general)$/

interface Held {
  readonly words: string
  readonly of: string
}

/** The office that an unnamed holder is called after; null for a former one, one of several, and "a minister". */
function heldBy(draft: Draft): Held | null {
  const [office] = draft.offices
  if (draft.kind !== 'unnamed' || draft.plural || !office?.of) return null
  const isOneMan = (isCountry(office.of) ? ONE_AT_A_TIME : HEAD).test(office.words)
  if (office.former || office.qualifier !== null || !isOneMan) return null
  return draft.key.includes('#') ? null : { words: office.words, of: office.of }
}

const isSameOffice = (asked: string, held: string, of: string): boolean =>
  sameOffice(asked, held) || (!isCountry(of) && HEAD.test(asked) && HEAD.test(held))

/** The only person of this text who is called so. */
function holderOf(drafts: readonly Draft[], { words, of }: Held): Draft | null {
  const called = drafts.filter(
    d =>
      d.kind === 'person' &&
      d.offices.some(
        o => !o.former && o.qualifier === null && o.of === of && isSameOffice(words, o.words, of),
      ),
  )
  return called.length === 1 ? called[0] : null
}

export function joinNamedLater(document: Document, reading: Reading): Reading {
  const { drafts } = reading.discourse
  const joined = new Map<Draft, Draft>()
  const all = [...drafts.values()]
  for (const draft of all) {
    const held = heldBy(draft)
    const holder = held && holderOf(all, held)
    const bearer = holder ?? bearerOfLead(document, all, draft)
    if (!bearer) continue
    joined.set(draft, bearer)
    if (!holder) bearer.offices.push(...draft.offices)
  }
  for (const [draft, holder] of joined) {
    holder.mentions.push(...draft.mentions)
    drafts.delete(draft.key)
  }
  const other = (draft: Draft): Draft => joined.get(draft) ?? draft
  return {
    ...reading,
    mentions: reading.mentions.map(m => ({ ...m, drafts: [...new Set(m.drafts.map(other))] })),
  }
}
