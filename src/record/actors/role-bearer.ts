// A role phrase in; the person's name it is title of or in apposition to out.
import type { Document } from '../../language/document.ts'
import { ancestors, dependents, headOf, subtree } from '../../language/tree.ts'
import type { NameCandidate, RoleCandidate, TokenRange } from './candidate.ts'
import { covers, isPersonName, topOf } from './candidate.ts'
import { isOneOfMany, type RoleWords } from './role-words.ts'

/** The person's name that the phrase is title of or in apposition to. */
export function findBearer(
  document: Document,
  names: readonly NameCandidate[],
  range: TokenRange,
  role: RoleWords,
  titleEnd: (token: number) => number,
  afterOwners: number,
): { beside: RoleCandidate['beside']; bearer: TokenRange | null } {
  const isMany = role.role?.kind === 'group' && !isOneOfMany(role)
  if (role.role === null || isMany || role.plural)
    return namedBody(document, names, role) ?? { beside: null, bearer: null }
  const next = names.find(n => isPersonName(n) && [range.end, titleEnd(range.end)].includes(n.first))
  if (next && range.end === role.end) return { beside: 'title', bearer: next }
  const beyond = names.find(
    n => isPersonName(n) && afterOwners > role.end && [afterOwners, titleEnd(afterOwners)].includes(n.first),
  )
  if (beyond) return { beside: 'title', bearer: beyond }
  const comma = (index: number) => document.tokens[index]?.form === ','
  const ahead = comma(range.end)
    ? names.find(n => n.first === titleEnd(range.end + 1) && isPersonName(n))
    : undefined
  if (ahead && isClosed(document, ahead.end) && mayBeOne(document, role, ahead))
    return { beside: 'apposition', bearer: ahead }
  const apposed = names.find(
    n =>
      isPersonName(n) &&
      (isApposedTo(document, n, role) || isSaidOf(document, n, role) || endsIt(document, n, role)),
  )
  if (apposed) return { beside: 'apposition', bearer: { first: apposed.first, end: apposed.end } }
  const behind = comma(range.first - 1)
    ? names.find(n => n.end === range.first - 1 && isPersonName(n))
    : undefined
  if (behind && isClosed(document, range.end)) return { beside: 'apposition', bearer: behind }
  const body = role.role.kind === 'group' ? namedBody(document, names, role) : null
  return body ?? { beside: null, bearer: null }
}

/** "Dahl, the head of Chad's army", "Dahl, who is head of …", "Dahl is the head of …": the tree says it of him. */
function isSaidOf(document: Document, name: TokenRange, role: RoleWords): boolean {
  const head = document.tokens[role.end - 1]
  if (name.end > role.first || head.sentence !== document.tokens[name.first].sentence) return false
  if (head.deprel === 'appos') return covers(name, head.head)
  const isNow = dependents(document, head.index, 'cop').some(c => /^(is|['’]s)$/i.test(c.form))
  if (!isNow || dependents(document, head.index, 'advmod').some(t => /^(not|n[’']t|no)$/i.test(t.form)))
    return false
  const subject = dependents(document, head.index, 'nsubj')[0]
  return head.deprel === 'acl:relcl' && /^who$/i.test(subject?.form ?? '')
    ? covers(name, head.head)
    : subject !== undefined && covers(name, subject.index)
}

/** "The director of the Oslo branch of Oxfam Anna Berg": a full name ends the phrase, with nothing that joins it on. */
function endsIt(document: Document, name: NameCandidate, role: RoleWords): boolean {
  const head = role.end - 1
  const top = topOf(document, name)
  const { deprel } = document.tokens[top]
  const isLast = Math.max(...subtree(document, head)) === name.end - 1
  const below = ancestors(document, top).findIndex(t => t.index === head)
  return (
    /\s/.test(name.words) &&
    name.first > role.end &&
    !isNearerTo(document, name, role) &&
    /^(flat|nmod|appos|compound)/.test(deprel) &&
    dependents(document, top, 'case').length === 0 &&
    !/^(of|for|to|in|at|and|or|,|the|by|with|from)$/i.test(document.tokens[name.first - 1].form) &&
    isLast &&
    below >= 0 &&
    ancestors(document, top)
      .slice(0, below)
      .every(t => /^nmod/.test(t.deprel))
  )
}

/** "the militant group Hamas", "Islamist rebels al-Shabab", "Oxfam, the aid group": the organisation that the tree sets beside it. */
function namedBody(
  document: Document,
  names: readonly NameCandidate[],
  role: RoleWords,
): { beside: 'apposition'; bearer: TokenRange } | null {
  const head = document.tokens[role.end - 1]
  const isBeside = (name: NameCandidate) => {
    const top = document.tokens[topOf(document, name)]
    const after = name.first === role.end && top.head === head.index && /^(appos|flat|nmod)/.test(top.deprel)
    return after || (head.deprel === 'appos' && covers(name, head.head))
  }
  const mayBear = (name: NameCandidate) =>
    name.known.length > 0
      ? name.known.some(k => BEARERS.has(k.actor.kind) && k.how === 'name')
      : name.entity === 'organisation' || role.body !== null
  const bearer = names.find(n => isBeside(n) && mayBear(n))
  return bearer ? { beside: 'apposition', bearer: { first: bearer.first, end: bearer.end } } : null
}

const BEARERS: ReadonlySet<string> = new Set(['organisation', 'armed group', 'body', 'company', 'outlet'])

/** "An aide to the president of Chad, Ivo Lang": he is the president. */
const isNearerTo = (document: Document, name: TokenRange, role: RoleWords): boolean =>
  document.tokens
    .slice(role.end, name.first - 1)
    .some(t => /^(president|minister|premier|chancellor|king|queen|leader)$/i.test(t.form))

/** "The commander of NATO forces in Afghanistan, British General David Richards": the tree hangs the name on the office or below it. */
function isApposedTo(document: Document, name: TokenRange, role: RoleWords): boolean {
  if (isNearerTo(document, name, role)) return false
  let top = document.tokens[name.first]
  while (/^(flat|compound|nmod:desc)/.test(top.deprel) && top.head >= 0) top = document.tokens[top.head]
  const loose =
    top.deprel === 'nmod' &&
    document.tokens[top.index - 1]?.form === ',' &&
    dependents(document, top.index, 'case').length === 0
  if (top.deprel !== 'appos' && !loose) return false
  let above = headOf(document, top.index)
  while (above && !covers(role, above.index) && /^(nmod|compound)/.test(above.deprel))
    above = headOf(document, above.index)
  return above !== null && covers(role, above.index)
}

/** In "After meeting the president, Berg flew home" the comma parts two persons: the tree tells, or the preposition does. */
function mayBeOne(document: Document, role: RoleWords, name: TokenRange): boolean {
  const linked = (a: TokenRange, b: TokenRange) =>
    document.tokens.slice(a.first, a.end).some(t => t.head >= b.first && t.head < b.end)
  if (linked(role, name) || linked(name, role)) return true
  const head = document.tokens[role.end - 1]
  return !/^(obj|obl|nmod|xcomp)/.test(head.deprel)
}

/** An apposition ends at a mark, at the end, or before a verb; "and" would make it a list. */
const isClosed = (document: Document, index: number): boolean => {
  const token = document.tokens[index]
  return (
    !token ||
    /^[,.;:)–—”"]$/.test(token.form) ||
    ['VERB', 'AUX', 'ADP', 'SCONJ', 'PRON', 'ADV'].includes(token.upos)
  )
}
