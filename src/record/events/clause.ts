// A word of the tree comes in; its subject, object and prepositional phrases go out, read through passives, relative clauses, control and coordination.
import type { Document, Token } from '../../language/document.ts'
import { dependents, headOf, isRelation } from '../../language/tree.ts'
import type { Oblique } from './phrases.ts'
import { COMPOUND_HEADS, obliquesOf, prepositionOf } from './phrases.ts'

/** Who does what to whom in the clause of one predicate: logical roles, whatever the voice. */
export interface Clause {
  readonly predicate: number
  readonly passive: boolean
  readonly subjects: readonly number[]
  readonly objects: readonly number[]
  readonly obliques: readonly Oblique[]
}

/** Control goes up at most so far; deeper chains are parser noise. */
const DEEPEST = 6

const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose'])
/** Verbs whose subject, not object, does what the infinitive says ("promised Kyiv to help"). */
/** Nouns that speak for the one who issues them ("a declaration demanding"). */
const MESSAGES = new Set([
  'statement',
  'declaration',
  'letter',
  'resolution',
  'note',
  'message',
  'speech',
  'report',
  'post',
  'communique',
  'communiqué',
  'article',
  'memo',
  'petition',
  'order',
  'decree',
])

/** "called on Moscow to withdraw": the one in the phrase does it. */
const PREPOSITION_CONTROL = new Set(['call', 'appeal', 'plead', 'push', 'press', 'look', 'count'])
const ASKED = new Set(['on', 'upon', 'to', 'with', 'for'])
/** Verbs that leave a plan, wish or offer with their subject ("has plans to visit"). */
const LENDING = new Set([
  'have',
  'make',
  'express',
  'announce',
  'reveal',
  'voice',
  'show',
  'confirm',
  'reaffirm',
  'renew',
  'abandon',
  'drop',
  'keep',
  'give',
  'issue',
  'declare',
  'signal',
  'repeat',
  'begin',
  'start',
  'continue',
])

const SUBJECT_CONTROL = new Set([
  'promise',
  'threaten',
  'vow',
  'pledge',
  'assure',
  'swear',
  'use',
  'spend',
  'take',
])

const isVerbal = (t: Token): boolean => t.upos === 'VERB' || t.upos === 'AUX'

/** The noun a relative pronoun stands for, or the token itself. */
function throughRelative(document: Document, token: Token): number {
  if (!RELATIVE.has(token.form.toLowerCase()) || token.upos === 'DET') return token.index
  for (let t: Token | null = token; t; t = headOf(document, t.index)) {
    if (t.deprel === 'acl:relcl' || t.deprel === 'acl') return t.head
    if (!isVerbal(t) && t !== token && t.upos !== 'NOUN' && t.upos !== 'ADJ') break
  }
  return token.index
}

const NAMING = new Set(['call', 'describe', 'term', 'label', 'see', 'regard', 'view', 'consider', 'denounce'])

/** "condemned what it called China's behaviour": the thing that is called so. */
function throughNaming(document: Document, index: number): number {
  if (document.tokens[index].form.toLowerCase() !== 'what') return index
  const naming = dependents(document, index, 'acl').find(t => NAMING.has(t.lemma))
  if (!naming) return index
  const as = obliquesOf(document, naming.index).filter(o => o.prep === 'as')
  const named = dependents(document, naming.index, 'obj', 'xcomp').filter(t => t.index > naming.index)
  return as[0]?.token ?? named[0]?.index ?? index
}

function isPassive(document: Document, verb: Token): boolean {
  if (dependents(document, verb.index, 'aux:pass').length > 0) return true
  // A headline leaves the auxiliary out ("Envoy expelled from Kyiv"); a second verb does not.
  if (dependents(document, verb.index, 'nsubj:pass', 'csubj:pass').length > 0) return verb.deprel !== 'conj'
  if (verb.feats.VerbForm !== 'Part' || verb.feats.Tense !== 'Past') return false
  const agent = dependents(document, verb.index, 'obl').some(t => prepositionOf(document, t.index) === 'by')
  if (agent && dependents(document, verb.index, 'aux', 'nsubj', 'obj').length === 0) return true
  if (dependents(document, verb.index, 'aux', 'nsubj', 'obj').length > 0) return false
  if (verb.deprel === 'acl' || verb.deprel === 'amod') return true
  if (isRelation(verb.deprel, 'advcl')) return true
  if (verb.deprel !== 'conj') return false
  const first = headOf(document, verb.index)
  return Boolean(first && isVerbal(first) && isPassive(document, first))
}

interface Roles {
  readonly subjects: readonly number[]
  readonly objects: readonly number[]
}

/** The understood subject of a predicate that has none of its own. */
function understood(document: Document, verb: Token, depth: number): readonly number[] {
  const parent = headOf(document, verb.index)
  if (!parent || depth > DEEPEST) return []
  if (verb.deprel === 'acl:relcl') return []
  // A headline's "Kenya's Ruto to host talks".
  if (verb.deprel === 'acl' && parent.deprel === 'root' && parent.upos === 'PROPN') return [parent.index]
  if (verb.deprel === 'acl') return ownersOfNoun(document, parent, verb, depth)
  const outer = rolesOf(document, parent.index, depth + 1)
  const surface = isPassive(document, parent) ? outer.objects : outer.subjects
  if (verb.deprel === 'conj') return isVerbal(parent) || parent.upos === 'ADJ' ? surface : []
  if (verb.deprel === 'xcomp' || isRelation(verb.deprel, 'advcl')) {
    const asked =
      PREPOSITION_CONTROL.has(parent.lemma) &&
      dependents(document, verb.index, 'mark').some(m => m.form === 'to')
    const whom = asked ? obliquesOf(document, parent.index).filter(o => ASKED.has(o.prep)) : []
    if (whom.length > 0) return whom.map(o => o.token)
  }
  if (verb.deprel === 'xcomp') {
    if (outer.objects.length > 0 && !SUBJECT_CONTROL.has(parent.lemma)) return outer.objects
    return outer.subjects
  }
  if (isRelation(verb.deprel, 'advcl')) {
    // "urged Moscow to withdraw" is often parsed as an adverbial infinitive.
    return surface
  }
  return []
}

/** "his plan to visit": whose noun it is; "troops fighting": the noun itself. */
function ownersOfNoun(document: Document, noun: Token, verb: Token, depth: number): readonly number[] {
  if (
    !MESSAGES.has(noun.lemma.toLowerCase()) &&
    (verb.feats.VerbForm === 'Ger' || (verb.feats.VerbForm === 'Part' && verb.feats.Tense !== 'Past'))
  )
    return [noun.index]
  const owners = dependents(document, noun.index, 'nmod:poss').map(t => t.index)
  if (owners.length > 0) return owners
  const lent = noun.head >= 0 && LENDING.has(document.tokens[noun.head].lemma)
  if (
    (noun.deprel === 'obj' && (lent || MESSAGES.has(noun.lemma.toLowerCase()))) ||
    noun.deprel === 'nsubj:pass'
  )
    return noun.head < 0 ? [] : rolesOf(document, noun.head, depth + 1).subjects
  return []
}

/** "…, the minister, Todd McClay, warned": the name before a verb that ends its sentence, however it is hung. */
function nameBefore(document: Document, teller: Token): number[] {
  if (!dependents(document, teller.index, 'ccomp').some(said => said.index < teller.index)) return []
  for (let i = teller.index - 1; i >= 0; i--) {
    const token = document.tokens[i]
    if (token.form !== ',') return token.upos === 'PROPN' || token.upos === 'PRON' ? [i] : []
  }
  return []
}

/** The subject of a verb of saying that hangs on what is said before it. */
const strayed = (document: Document, teller: Token): number[] =>
  dependents(document, teller.index, 'ccomp')
    .filter(said => said.index < teller.index)
    .flatMap(said =>
      dependents(document, said.index, 'nsubj').filter(t => belongsToTeller(document, t, said)),
    )
    .map(t => t.index)
    .concat(nameBefore(document, teller))
    .slice(0, 1)

/** "Wellington would halt the talks, the minister warned": a subject after its verb that the verb of saying lacks. */
function belongsToTeller(document: Document, subject: Token, verb: Token): boolean {
  const teller = verb.deprel === 'ccomp' ? headOf(document, verb.index) : null
  if (!teller || subject.index < verb.index || subject.index > teller.index) return false
  return dependents(document, teller.index, 'nsubj').length === 0
}

/** "…, Lee Jae Myung, Trump expressed": an apposition that no comma closes is the subject itself. */
function unclosed(document: Document, subject: Token): Token {
  const named = dependents(document, subject.index, 'appos')
    .filter(t => t.upos === 'PROPN')
    .at(-1)
  if (!named || document.tokens[named.index - 1].form !== ',') return subject
  const last = Math.max(named.index, ...dependents(document, named.index, 'flat').map(t => t.index))
  const next = document.tokens[last + 1]
  return next && (next.upos === 'VERB' || next.upos === 'AUX') ? named : subject
}

/** The word a phrase hangs on; "ahead" of "ahead of the summit" and its like are passed over. */
export function governor(document: Document, token: number): Token | null {
  const head = headOf(document, token)
  const passed =
    head && ['ADV', 'ADP'].includes(head.upos) && COMPOUND_HEADS.has(`${head.form.toLowerCase()} of`)
  return passed ? headOf(document, head.index) : head
}

/** "Obasanjo and Congo's president": two subjects with "and" between them. */
const coordinated = (document: Document, subjects: readonly Token[]): boolean =>
  dependents(document, subjects[subjects.length - 1].index, 'cc').length > 0

function rolesOf(document: Document, predicate: number, depth: number): Roles {
  const verb = document.tokens[predicate]
  const passive = isPassive(document, verb)
  const own = (...relations: string[]) => dependents(document, predicate, ...relations)
  // "Norway has, a daily says, sent ships": the subject may hang on the auxiliary.
  const stranded =
    own('nsubj').length > 0 ? [] : own('aux').flatMap(a => dependents(document, a.index, 'nsubj'))
  const named = [...own('nsubj'), ...stranded].filter(t => !belongsToTeller(document, t, verb))
  // "Hanoi asked Beijing": of two subjects, one before and one after the verb, the later is the object.
  const misread = named.filter(t => t.index > predicate && named.some(n => n.index < predicate))
  const before = named.filter(t => !misread.includes(t))
  // "with the new president, Lee Jae Myung, Trump said": of several subjects the one next to the verb speaks.
  const nearest = before.length > 1 && !coordinated(document, before) ? before.slice(-1) : before
  const surface = nearest.map(t => throughRelative(document, unclosed(document, t)))
  const objects = [...misread, ...own('obj')].map(t => throughNaming(document, throughRelative(document, t)))
  const agents = own('obl').filter(
    t => t.deprel === 'obl:agent' || (passive && prepositionOf(document, t.index) === 'by'),
  )
  const relcl = verb.deprel === 'acl:relcl' ? [verb.head] : []
  if (passive) {
    let patients: readonly number[] = surface
    if (patients.length === 0 && ['acl', 'amod', 'xcomp'].includes(verb.deprel)) {
      const object = dependents(document, verb.head, 'obj')[0]
      patients = verb.deprel === 'xcomp' ? (object ? [object.index] : []) : [verb.head]
    }
    if (patients.length === 0) patients = relcl.length > 0 ? relcl : understood(document, verb, depth)
    return { subjects: agents.map(t => t.index), objects: [...patients, ...objects] }
  }
  let subjects: readonly number[] = surface.length > 0 ? surface : strayed(document, verb)
  if (subjects.length === 0 && verb.deprel !== 'acl:relcl') subjects = understood(document, verb, depth)
  else if (subjects.length === 0) subjects = relcl
  const gap = relcl.length > 0 && surface.length > 0 && !surface.includes(verb.head) && objects.length === 0
  // "urged Iran to release": the subject of the infinitive is the one who is urged.
  const raised = own('xcomp', 'ccomp')
    .filter(
      x => x.feats.VerbForm === 'Inf' && dependents(document, x.index, 'mark').some(m => m.form === 'to'),
    )
    .flatMap(x => dependents(document, x.index, 'nsubj').map(t => t.index))
  return {
    subjects,
    objects: [...raised, ...own('iobj').map(t => t.index), ...objects, ...(gap ? relcl : [])],
  }
}

export function clauseOf(document: Document, predicate: number): Clause {
  const verb = document.tokens[predicate]
  const roles = rolesOf(document, predicate, 0)
  const passive = isPassive(document, verb)
  const obliques = obliquesOf(document, predicate).filter(
    o => document.tokens[o.token].deprel !== 'obl:agent' && !(passive && o.prep === 'by'),
  )
  return { predicate, passive, ...roles, obliques }
}

const INSIDE = ['xcomp', 'ccomp', 'obj', 'obl', 'nmod', 'acl', 'advcl', 'compound', 'nsubj:pass', 'conj']

/** "…, after it had …": a clause beside the act, not inside it. */
const hasConjunction = (document: Document, t: Token): boolean =>
  isRelation(t.deprel, 'advcl') &&
  dependents(document, t.index, 'mark').some(m => m.form.toLowerCase() !== 'to')

/** What stands inside an act, nearest first, `depth` levels down: its complements and their complements. */
export function* matterOf(document: Document, index: number, depth: number): Generator<Token> {
  if (depth === 0) return
  const inside = dependents(document, index).filter(
    t =>
      INSIDE.some(r => isRelation(t.deprel, r)) &&
      t.deprel !== 'acl:relcl' &&
      t.deprel !== 'obl:tmod' &&
      !hasConjunction(document, t),
  )
  yield* inside
  for (const t of inside) yield* matterOf(document, t.index, depth - 1)
}
