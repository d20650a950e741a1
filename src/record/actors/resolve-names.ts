// Gives a name its bearer: known states, bodies and persons by their names, bare surnames by who bears them in this text.
import type { ActorWords } from '../../knowledge/actor-words.ts'
import type { Knowledge, KnownActor, KnownName, Term } from '../../knowledge/knowledge.ts'
import type { Document } from '../../language/document.ts'
import type { NameCandidate, RoleCandidate } from './candidate.ts'
import { isPersonName } from './candidate.ts'
import type { Discourse, Draft, Resolution } from './discourse.ts'
import { byRecency, countryOf, isCountry, newDraft, recall } from './discourse.ts'

export interface NameContext {
  readonly document: Document
  readonly knowledge: Knowledge
  readonly words: ActorWords
  readonly discourse: Discourse
  /** Every person's name of two words and more in the text, wherever it stands. */
  readonly fullNames: readonly NameCandidate[]
}

export const fold = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’']/g, "'")
    .toLowerCase()

const nameWordsOf = (words: string): string[] => fold(words).split(/[\s]+/).filter(Boolean)

/** "Shaer" for "al-Shaer". */
const bare = (word: string): string => word.replace(/^(al|el|ul|ad|as|ash|an|ar|at)-/, '')

/** Could `short` (words of a bare surname) be the family name in `full`? */
function isFamilyNameOf(words: ActorWords, short: readonly string[], full: readonly string[]): boolean {
  if (short.length >= full.length) return false
  const isTail = short.every((w, i) => bare(w) === bare(full[full.length - short.length + i]))
  const first = full[0][0].toUpperCase() + full[0].slice(1)
  return isTail || (short.length === 1 && short[0] === full[0] && words.familyFirst.has(first))
}

/** A text without a date may be some months old: a term that ended after this day still counts for it. */
const RECENT = '2026-01-01'

const isTermOn = (term: Term, day: string | null): boolean =>
  day === null ? term.to === null : (term.from ?? '0') <= day && (term.to === null || term.to >= day)

/** The state a known person acts for on the day of publication: none when no term covers it. */
export function countryOnDay(known: KnownActor, day: string | null): Term | null {
  const terms = known.terms.filter(t => isCountry(t.of))
  return (
    terms.find(t => isTermOn(t, day)) ??
    (day === null ? (terms.find(t => (t.to ?? '') >= RECENT) ?? null) : null)
  )
}

/** Of several bearers of one name the one in office on the day, else the first. */
function choosePerson(
  known: readonly KnownName[],
  day: string | null,
  title: RoleCandidate | null,
): KnownActor {
  const persons = known.map(k => k.actor).filter(a => a.kind === 'person')
  const byTitle =
    title &&
    persons.find(p => p.terms.some(t => t.office === (title.role?.base ?? title.words) && isTermOn(t, day)))
  return byTitle ?? persons.find(p => p.terms.some(t => isTermOn(t, day))) ?? persons[0]
}

/** Country of somebody who acts for a state without a dated office: the files say so by a code. */
const standing = (known: KnownActor): string | null =>
  known.terms.length === 0 && known.code !== null ? known.country : null

function knownPerson(context: NameContext, known: KnownActor, words: string): Draft {
  const term = countryOnDay(known, context.document.published)
  return recall(
    context.discourse,
    () =>
      newDraft(known.ref, words.includes(' ') ? words : spelledAs(known, words), 'person', {
        known,
        gender: known.gender,
        nameWords: nameWordsOf(known.name),
        country: term?.of ?? standing(known),
        code: term ? `${term.of}GOV` : standing(known) && known.code,
      }),
    known.ref,
  )
}

/** "Zelenskyy" alone: the full name with the surname as the text spells it. */
function spelledAs(known: KnownActor, surname: string): string {
  const { name, familyName } = known
  const isSpelling =
    familyName !== null &&
    name.endsWith(` ${familyName}`) &&
    surname.slice(0, SAME_START) === familyName.slice(0, SAME_START)
  return isSpelling ? `${name.slice(0, -familyName.length)}${surname}` : name
}

/** Letters that two spellings of one surname begin with. */
const SAME_START = 5

function newPerson(context: NameContext, words: string, title: RoleCandidate | null): Draft {
  const parts = nameWordsOf(words)
  const given = words.split(/\s+/).slice(0, -1)
  const gender = title?.role?.gender ?? given.map(g => context.knowledge.genderOf(g)).find(Boolean) ?? null
  const key = `name:${parts.join(' ')}`
  return recall(context.discourse, () => newDraft(key, words, 'person', { gender, nameWords: parts }), key)
}

/** The person introduced in this text whose family name this is: who bore the short form before, else the last one introduced. */
function bearerOf(context: NameContext, name: NameCandidate): Draft | null {
  const short = nameWordsOf(name.words)
  const fits = (draft: Draft) =>
    draft.kind === 'person' && isFamilyNameOf(context.words, short, draft.nameWords)
  const bearers = byRecency(context.discourse, fits)
  const settled = bearers.find(d => d.shortForms.has(short.join(' ')))
  if (settled) return settled
  if (bearers.length > 0) return lastIntroduced(bearers)
  if (name.known.some(k => k.bare)) return null
  const later = context.fullNames.filter(n => isFamilyNameOf(context.words, short, nameWordsOf(n.words)))
  if (new Set(later.map(n => fold(n.words))).size !== 1) return null
  return personOf(context, later[0], null)
}

/** Of several persons with one surname the one whose full name stood last. */
function lastIntroduced(bearers: readonly Draft[]): Draft {
  const fullName = (draft: Draft) =>
    Math.max(...draft.mentions.filter(m => m.how === 'name').map(m => m.first), -1)
  return [...bearers].sort((a, b) => fullName(b) - fullName(a))[0]
}

/** "President Bush": the known person of that family name who holds or last held that office. */
function titledBearer(context: NameContext, name: NameCandidate, title: RoleCandidate): KnownActor | null {
  const { knowledge, document } = context
  const office = title.role?.base ?? title.words
  const fits = (term: Term) =>
    (knowledge.role(term.office)?.base ?? term.office) === office &&
    (document.published === null || title.former
      ? (term.from ?? '') <= (document.published ?? '9')
      : isTermOn(term, document.published))
  const lastFrom = (person: KnownActor) =>
    person.terms
      .filter(fits)
      .map(t => t.from ?? '')
      .sort()
      .at(-1) ?? ''
  const holders = knowledge.bearers(name.words).filter(p => p.terms.some(fits))
  return holders.sort((a, b) => lastFrom(b).localeCompare(lastFrom(a)))[0] ?? null
}

function personOf(context: NameContext, name: NameCandidate, title: RoleCandidate | null): Draft | null {
  const isShort =
    !/[\s]/.test(name.words.trim()) || context.words.courtesy.has(name.words.split(/\s/)[0].toLowerCase())
  const known = name.known.filter(k => k.actor.kind === 'person')
  const bearer = bearerOf(context, name)
  if (bearer) return bearer
  if (known.length > 0)
    return knownPerson(context, choosePerson(known, context.document.published, title), name.words)
  if (isShort && name.entity !== 'person' && !title) return null
  const titled = title && isShort ? titledBearer(context, name, title) : null
  if (titled) return knownPerson(context, titled, titled.name)
  return newPerson(context, name.words, title)
}

function stateOf(
  context: Pick<NameContext, 'knowledge' | 'discourse'>,
  known: KnownActor,
  metonym: boolean,
): Draft {
  const iso = known.country ?? known.ref.replace(/^[a-z]+\//, '')
  const key = `country/${iso}`
  const state = context.knowledge.country(iso)
  const draft = recall(
    context.discourse,
    () =>
      newDraft(
        key,
        metonym ? `Government of ${state?.name ?? known.name}` : (state?.name ?? known.name),
        metonym ? 'government' : 'state',
        {
          known: state ?? known,
          country: iso,
          code: metonym ? `${iso}GOV` : iso,
        },
      ),
    key,
  )
  if (!metonym && draft.kind === 'government')
    Object.assign(draft, { kind: 'state', name: state?.name ?? known.name, code: iso })
  return draft
}

/** A known body: called as the text calls it in full, by the name of the files where the text only gives a seat. */
function bodyOf(context: NameContext, known: KnownActor, called: string | null): Draft {
  const make = () =>
    newDraft(known.ref, called ?? known.name, known.kind, { known, country: known.country, code: known.code })
  const draft = recall(context.discourse, make, known.ref)
  const isFuller = called !== null && (called.length > draft.name.length || !namedInText(draft))
  if (isFuller) draft.name = called
  return draft
}

const namedInText = (draft: Draft): boolean => draft.mentions.some(m => m.how === 'name')

/** "the Slovenian": the person of that nationality who was named last. */
function compatriot(context: NameContext, name: NameCandidate, iso: string): Draft | null {
  const last = context.document.tokens[name.end - 1]
  const before = context.document.tokens[name.first - 1]
  const isNoun = last.upos === 'NOUN' || last.upos === 'PROPN'
  const definite = before?.form.toLowerCase() === 'the' && before.sentence === last.sentence
  const modifies = ['amod', 'compound', 'nmod'].includes(last.deprel) || last.feats.Number === 'Plur'
  if (!isNoun || !definite || modifies || name.end - name.first > 1) return null
  return byRecency(context.discourse, d => d.kind === 'person' && countryOf(d) === iso)[0] ?? null
}

const isEthnic = ({ document }: NameContext, { first }: NameCandidate) =>
  /^ethnic$/i.test(document.tokens[first - 1]?.form ?? '')

/** "ethnic Albanians": people of a descent, not the state; in "ethnic Albanian rebels" the rebels are meant. */
function peopleOf({ document, discourse }: NameContext, name: NameCandidate): Resolution | null {
  const last = document.tokens[name.end - 1]
  if (!/(?:s|ese|ish)$/.test(last.form) || /^(?:amod|compound)/.test(last.deprel)) return null
  const key = `group:ethnic ${name.words.toLowerCase()}@`
  const make = () => newDraft(key, `ethnic ${name.words}`, 'group', { plural: true })
  return { drafts: [recall(discourse, make, key)], how: 'unnamed', inferredBy: null }
}

function resolveKnown(context: NameContext, name: NameCandidate): Resolution | null {
  const pick = name.known.find(k => k.actor.kind !== 'person')
  if (!pick) return null
  const isState = pick.actor.kind === 'state' || pick.actor.kind === 'government'
  if (!isState) {
    const draft = bodyOf(context, pick.actor, pick.how === 'name' ? name.words.replace(/^the /i, '') : null)
    return { drafts: [draft], how: pick.how, inferredBy: null }
  }
  if (pick.how === 'demonym' && isEthnic(context, name)) return peopleOf(context, name)
  const iso = pick.actor.country ?? ''
  const person = pick.how === 'demonym' ? compatriot(context, name, iso) : null
  if (person) return { drafts: [person], how: 'demonym', inferredBy: 'nationality' }
  return {
    drafts: [stateOf(context, pick.actor, pick.how === 'metonym')],
    how: pick.how,
    inferredBy: pick.how === 'metonym' ? 'metonym' : null,
  }
}

const ORGANISATIONS = new Set(['organisation', 'armed group', 'body', 'company', 'outlet'])

const initials = (name: string): string => (name.match(/\p{Lu}/gu) ?? []).join('')

/** "Jihad" for Islamic Jihad, "CPI" for the Communist Party of India, when the longer name stood before. */
function longerName(context: NameContext, name: NameCandidate): Draft | null {
  const short = fold(name.words)
  const isShort = (full: string) =>
    full !== short && (full.endsWith(` ${short}`) || full.startsWith(`${short} `))
  const isAcronym = (full: string) => /^\p{Lu}{2,}$/u.test(name.words) && initials(full) === name.words
  return (
    byRecency(
      context.discourse,
      d => ORGANISATIONS.has(d.kind) && (isShort(fold(d.name)) || isAcronym(d.name)),
    )[0] ?? null
  )
}

function resolveOrganisation(context: NameContext, name: NameCandidate): Resolution {
  const longer = longerName(context, name)
  if (longer) return { drafts: [longer], how: 'name', inferredBy: 'short form' }
  const key = `name:${fold(name.words)}`
  const draft = recall(context.discourse, () => newDraft(key, name.words, 'organisation'), key)
  return { drafts: [draft], how: 'name', inferredBy: null }
}

/** Resolves one name; null where it names no actor (a place, an unknown single word). */
export function resolveName(
  context: NameContext,
  name: NameCandidate,
  title: RoleCandidate | null,
): Resolution | null {
  if (name.place) return null
  if (isPersonName(name) || title) {
    const draft = personOf(context, name, title)
    if (!draft) return null
    const short = nameWordsOf(name.words)
    const isShort = short.length < draft.nameWords.length
    if (isShort) draft.shortForms.add(short.join(' '))
    if (!isShort && name.words.length > draft.name.length) draft.name = name.words
    draft.gender ??= title?.role?.gender ?? null
    return { drafts: [draft], how: 'name', inferredBy: isShort ? 'surname' : null }
  }
  const known = resolveKnown(context, name)
  if (known) return known
  return name.entity === 'organisation' ? resolveOrganisation(context, name) : null
}

/** The draft of a state for an ISO code that an office implies; it need not be mentioned. */
export const stateByCode = (
  context: Pick<NameContext, 'knowledge' | 'discourse'>,
  iso: string,
): Draft | null => {
  const state = context.knowledge.country(iso)
  return state ? stateOf(context, state, false) : null
}
