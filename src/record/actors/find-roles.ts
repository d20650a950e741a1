// Finds role phrases: offices, kin, groups and bodies with the name or pronoun that owns them, and the person's name they stand beside.
// "South Korea's new president, Lee Jae Myung": president, owner South Korea, new, beside Lee Jae Myung.
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Document } from '../../language/document.ts'
import type { NameCandidate, Owner, RoleCandidate } from './candidate.ts'
import { covers } from './candidate.ts'
import { coOwner, type Left, readLeft, readRight, seatAfter } from './owner-phrases.ts'
import { findBearer } from './role-bearer.ts'
import { type RoleWords, roleWordsAt } from './role-words.ts'

/** "diplomats in Beirut" are others' than Lebanon's. */
const SENT_THERE = /(?:diplomat|ambassador|envoy|observer|inspector|monitor|peacekeeper|analyst|expert)$/

function readRole(
  document: Document,
  names: readonly NameCandidate[],
  words: ActorWords,
  role: RoleWords,
  titleEnd: (token: number) => number,
): RoleCandidate {
  const left = readLeft(document, names, words, role)
  const partner = left.owner ? coOwner(document, names, left.owner) : null
  const after = readRight(document, names, role, role.end)
  const right = left.owner || left.pronoun !== null ? { owners: [], end: role.end } : after
  const bearer = findBearer(document, names, { first: left.first, end: right.end }, role, titleEnd, after.end)
  const range = { first: left.first, end: bearer.beside === 'title' ? bearer.bearer!.first : right.end }
  const owner: Owner = {
    names: left.owner ? [...(partner ? [partner] : []), left.owner] : right.owners,
    pronoun: left.pronoun,
    seat:
      left.owner || right.owners.length > 0 || role.role?.code === 'MED' || SENT_THERE.test(role.words)
        ? null
        : seatAfter(document, names, role.end),
  }
  const extension = extensionWords(document, words, left, role)
  return {
    type: 'role',
    ...range,
    words: extension ? `${extension} ${role.words}` : role.words,
    role: role.role,
    body: role.body,
    owner,
    qualifiers: left.qualifiers.filter(q => words.qualifiers.has(q)),
    former: left.qualifiers.some(q => words.former.has(q)),
    determiner: left.determiner,
    plural: role.plural,
    ...bearer,
    equal: words.equals.has(role.words),
  }
}

/** "agriculture" of "the new agriculture minister": only before a bare "minister", "ministry", "secretary". */
function extensionWords(document: Document, words: ActorWords, left: Left, role: RoleWords): string {
  if (!/^(minister|ministry|secretary|department|committee|council|commission|agency)$/.test(role.words))
    return ''
  const before = document.tokens.slice(left.first, role.first)
  return before
    .filter(
      t =>
        ['compound', 'amod'].includes(t.deprel) &&
        t.upos !== 'PROPN' &&
        !words.loose.has(t.form.toLowerCase()) &&
        !(left.owner && covers(left.owner, t.index)),
    )
    .map(t => t.form.toLowerCase())
    .join(' ')
}

/** In text order; no two overlap in their role words. */
export function findRoles(
  document: Document,
  names: readonly NameCandidate[],
  knowledge: Knowledge,
  words: ActorWords,
): RoleCandidate[] {
  const found: RoleCandidate[] = []
  const places = new Set(
    document.entities
      .filter(e => e.type === 'place' && e.endToken - e.firstToken > 1)
      .flatMap(e => [e.firstToken, e.endToken - 1]),
  )
  /** Where a name after the title at a token would begin: "his brother, Prime Minister X". */
  const titleEnd = (token: number) =>
    token < document.tokens.length ? (roleWordsAt(document, knowledge, token)?.end ?? token) : token
  for (let at = 0; at < document.tokens.length; at++) {
    const token = document.tokens[at]
    if (!['NOUN', 'PROPN', 'ADJ'].includes(token.upos) || names.some(n => covers(n, at)) || places.has(at))
      continue
    const role = roleWordsAt(document, knowledge, at)
    if (!role || names.some(n => n.first < role.end && n.first > role.first)) continue
    if (!['NOUN', 'PROPN'].includes(document.tokens[role.end - 1].upos)) continue
    found.push(readRole(document, names, words, role, titleEnd))
    at = role.end - 1
  }
  return found
}
