// Comes in: a phrase of a Document and what is known of names. Goes out: what it may stand for: a person, a man, one or several.
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Mention } from './coreference-mentions.ts'
import type { CoreferenceWords } from './coreference-words.ts'

export type Being = 'person' | 'organisation' | 'place' | 'thing'

export interface Traits {
  readonly gender: 'male' | 'female' | null
  /** Null where the words leave it open. */
  readonly being: Being | null
  readonly plural: boolean | null
  /** Key of the only known bearer of the name, or null. */
  readonly bearer: string | null
}

const BEINGS = { person: 'person', organisation: 'organisation', place: 'place', other: 'thing' } as const

export function traitsOf(mention: Mention, knowledge: Knowledge, words: CoreferenceWords): Traits {
  const { plural } = mention
  if (mention.group) return { gender: null, being: null, plural: true, bearer: null }
  if (mention.pronoun) return traitsOfPronoun(mention)
  if (mention.name === null) return { ...traitsOfNoun(mention, knowledge, words), plural, bearer: null }
  return traitsOfName(mention, mention.name, knowledge, words)
}

function traitsOfPronoun({ pronoun, plural }: Mention): Traits {
  const { gender, person } = pronoun!
  const ofPerson = person < 3 || gender === 'male' || gender === 'female'
  const being = ofPerson ? 'person' : gender === 'thing' ? 'thing' : null
  return { gender: gender === 'thing' ? null : gender, being, plural, bearer: null }
}

function traitsOfNoun({ head }: Mention, knowledge: Knowledge, words: CoreferenceWords) {
  const lemma = head.lemma.toLowerCase()
  const role = knowledge.role(lemma)
  const gender = words.men.has(lemma) ? 'male' : words.women.has(lemma) ? 'female' : (role?.gender ?? null)
  if (gender || words.persons.has(lemma) || (role && role.kind !== 'tie'))
    return { gender, being: 'person' as const }
  const body = words.bodies.has(lemma) || knowledge.body(lemma) !== null
  return { gender: null, being: body ? ('organisation' as const) : null }
}

function traitsOfName(mention: Mention, name: string, knowledge: Knowledge, words: CoreferenceWords): Traits {
  const actor = onlyBearer(mention, name, knowledge)
  const known =
    actor === null
      ? null
      : actor.kind === 'person'
        ? 'person'
        : actor.kind === 'state'
          ? 'place'
          : 'organisation'
  const being: Being | null = known ?? (mention.entity ? BEINGS[mention.entity] : null)
  const title = mention.words.find(word => words.maleTitles.has(word) || words.femaleTitles.has(word))
  const titled = title ? (words.maleTitles.has(title) ? 'male' : 'female') : null
  const mayBePerson = being === 'person' || (being === null && mention.core.length > 1)
  const gender = titled ?? actor?.gender ?? (mayBePerson ? knowledge.genderOf(name.split(' ')[0]) : null)
  return {
    gender,
    being: being ?? (gender ? 'person' : null),
    plural: mention.head.feats.Number === 'Plur',
    bearer: actor && stateOf(actor.ref),
  }
}

/** A state and its government are one. */
const stateOf = (ref: string): string => ref.replace(/^government\//, 'country/')

function onlyBearer(mention: Mention, name: string, knowledge: Knowledge) {
  const known = knowledge
    .names(name)
    .filter(k => k.how === 'name' && !(k.ambiguous && mention.core.length === 1))
  return new Set(known.map(k => stateOf(k.actor.ref))).size === 1 ? known[0].actor : null
}
