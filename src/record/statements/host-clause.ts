// A clause of saying set into or after another clause in ("…, his office said"), the words of the other clause out.
import { ancestors, dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { runs, spanOf, trimmedTokens, withoutConnective } from './clause-words.ts'
import type { CueVerbAt, Reading } from './draft.ts'
import { foreignStart } from './foreign-clauses.ts'
import { medialAt } from './medial.ts'

/** What the reporter makes of the news: "in a sign of thaw", "in a blow to the talks". */
const SIGNS = new Set([
  'sign',
  'signal',
  'move',
  'step',
  'bid',
  'shift',
  'reversal',
  'turnaround',
  'blow',
  'boost',
  'setback',
  'escalation',
  'rebuke',
  'gesture',
  'show',
  'effort',
  'attempt',
  'departure',
  'challenge',
  'reminder',
])

const MARKS = /^["“”„‟'‘’«»‹›]$/

/** Left and right neighbours of a clause of saying, or null where it is no inset: "Talks, she said, would go on." */
export function hostContent(reading: Reading, at: CueVerbAt): Span[] | null {
  const { document } = reading
  const sentence = document.sentences[document.tokens[at.token].sentence]
  const medial = medialAt(reading, at.token)
  const clause = medial ? range(medial.first, medial.last + 1) : insetTokens(reading, at.token)
  const core = medial ? clause : coreOf(reading, at.token, clause)
  const quotation = reading.quotationOf[at.token]
  const host = hostOf(reading, at.token)
  const bounds = boundsOf(
    reading,
    host,
    firstOf(reading, sentence.index),
    sentence.endToken - 1,
    clause.at(-1) ?? at.token,
  )
  if (!isInset(reading, core[0], bounds[0], at, host)) return null
  const last = Math.max(...clause.filter(i => i >= core[0]))
  const inside = (i: number) =>
    reading.quotationOf[i] === quotation ||
    quotation < 0 ||
    isWithin(reading, reading.quotationOf[i], quotation)
  // "ships which, she said, had left": the relative word alone leads in what is said.
  const isRelative =
    medial !== null && /^(?:which|who|that|where)$/i.test(document.tokens[core[0] - 2]?.form ?? '')
  const left = isRelative ? [] : range(bounds[0], core[0]).filter(inside)
  const after = range(last + 1, bounds[1] + 1).filter(inside)
  const stop = foreignStart(reading, last, after, last)
  const right = after.filter(i => i < stop)
  const pieces = [
    withoutConnective(reading, withoutLead(reading, left, clause)),
    goesOn(reading, last, right) ? right : [],
  ]
  const spans = pieces
    .map(p => trimmedTokens(reading, p))
    .filter(p => p.some(i => document.tokens[i].upos !== 'PUNCT'))
    .flatMap(p => runs(p).map(([a, b]) => spanOf(reading, a, b)))
  return spans.length > 0 ? spans : null
}

/** The first token of a sentence; a sentence that the model cut at a comma ("If it rained again, | we would go") begins before it. */
function firstOf(reading: Reading, sentence: number): number {
  const { sentences, text } = reading.document
  const before = sentences[sentence - 1]
  const cut =
    before?.paragraph === sentences[sentence].paragraph &&
    /,\s*$/.test(text.content.slice(before.start, before.end))
  return cut ? firstOf(reading, sentence - 1) : sentences[sentence].firstToken
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

const isWithin = (reading: Reading, inner: number, outer: number): boolean =>
  inner === outer ||
  (inner >= 0 &&
    reading.quotations[inner].parent !== null &&
    isWithin(reading, reading.quotations[inner].parent!, outer))

/** What the clause of saying holds itself: not the content that hangs below it. */
function insetTokens(reading: Reading, verb: number): number[] {
  const { document } = reading
  return subtree(
    document,
    verb,
    t =>
      t.head === verb &&
      t.index < verb &&
      (isRelation(t.deprel, 'ccomp') ||
        isRelation(t.deprel, 'dislocated') ||
        (isRelation(t.deprel, 'obj') && reading.quotationOf[t.index] >= 0) ||
        isRelation(t.deprel, 'parataxis')),
  ).filter(i => !(document.tokens[i].head === verb && document.tokens[i].upos === 'PUNCT'))
}

/** The unbroken words around the verb: subject, auxiliaries, verb and what stands close. */
function coreOf(reading: Reading, verb: number, clause: readonly number[]): number[] {
  const { document } = reading
  const near = new Set(clause)
  let first = verb
  const subject = dependents(document, verb, 'nsubj').findLast(t => t.index < verb)
  const auxiliaries = dependents(document, verb, 'aux').filter(t => t.index < verb)
  for (const t of subject ? [subject, ...auxiliaries] : auxiliaries)
    first = Math.min(
      first,
      subtree(document, t.index).find(i => document.tokens[i].upos !== 'PUNCT') ?? first,
    )
  while (near.has(first - 1) && document.tokens[first - 1].upos !== 'PUNCT') first--
  return range(first, verb + 1)
}

/** The clause that the saying is set into: its head, or the content below it that stands before it. */
function hostOf(reading: Reading, verb: number): number | null {
  const { document } = reading
  const before = dependents(document, verb, 'ccomp', 'dislocated', 'obj', 'parataxis').find(
    t => t.index < verb && (!isRelation(t.deprel, 'obj') || reading.quotationOf[t.index] >= 0),
  )
  if (before) return before.index
  const loose = isRelation(document.tokens[verb].deprel, 'parataxis') || isUnmarked(reading, verb)
  return loose ? (headOf(document, verb)?.index ?? null) : null
}

/** "The ferries will stop, the army chief, Rafiq Das, announced.": hung below like a clause of time, and nothing opens it. */
function isUnmarked({ document }: Reading, verb: number): boolean {
  const own = dependents(document, verb)
  return (
    isRelation(document.tokens[verb].deprel, 'advcl') &&
    document.tokens[verb].head < verb &&
    own.some(t => isRelation(t.deprel, 'nsubj') && t.index < verb) &&
    !own.some(t => ['mark', 'aux', 'cop', 'cc'].some(r => isRelation(t.deprel, r))) &&
    !own.some(t => /^(?:where|when|how|why)$/i.test(t.form))
  )
}

/** A host that is itself a part of a sentence bounds the content, unless the saying ends the sentence. */
function boundsOf(
  reading: Reading,
  host: number | null,
  first: number,
  last: number,
  clauseEnd: number,
): [number, number] {
  if (host === null) return [first, last]
  const { document } = reading
  const token = document.tokens[host]
  const ends = range(clauseEnd + 1, last + 1).every(i => document.tokens[i].upos === 'PUNCT')
  const whole =
    ['root', 'ccomp', 'dislocated', 'obj'].some(r => isRelation(token.deprel, r)) ||
    (ends && isRelation(token.deprel, 'conj') && !saysBefore(reading, first, host))
  const inner = token.deprel === 'ccomp' && document.tokens[token.head].deprel !== 'root'
  if (whole && !inner) return [first, last]
  const words = subtree(document, host)
  return [words[0], words[words.length - 1]]
}

/** Is there another clause of saying before this token in the sentence? */
const saysBefore = (reading: Reading, first: number, host: number): boolean =>
  range(first, host).some(
    i =>
      reading.document.tokens[i].upos === 'VERB' &&
      reading.cues.verb(reading.document.tokens[i].lemma)?.frames.has('clause') &&
      dependents(reading.document, i, 'ccomp').length > 0,
  )

/** Set in by a comma, dash or mark before it, with a subject of its own. */
function isInset(
  reading: Reading,
  first: number,
  bound: number,
  at: CueVerbAt,
  host: number | null,
): boolean {
  const { document } = reading
  if (first <= bound) return false
  const before = document.tokens[first - 1]
  const closes = MARKS.test(before.form)
  const set = closes || [',', '-', '–', '—', '...', '…', '?', '!', ';', '.'].includes(before.form)
  const subject = dependents(document, at.token, 'nsubj').length > 0
  const medial = medialAt(reading, at.token) !== null
  if (isRelation(document.tokens[at.token].deprel, 'acl') && !medial) return false
  if (isRelation(document.tokens[at.token].deprel, 'advcl') && !closes && !isUnmarked(reading, at.token))
    return false
  if (isRelation(document.tokens[at.token].deprel, 'conj') && !closes) return false
  return (
    set &&
    (subject || closes || medial) &&
    (host !== null || closes || medial || isRelation(document.tokens[at.token].deprel, 'root'))
  )
}

/** Text after the inset belongs to the content where a comma or a mark leads into it. */
function goesOn(reading: Reading, last: number, right: readonly number[]): boolean {
  const { tokens } = reading.document
  const next = tokens[last + 1]
  return (
    right.some(i => tokens[i].upos !== 'PUNCT') &&
    !isAside(reading, right) &&
    next !== undefined &&
    (next.upos === 'PUNCT' || reading.quotationOf[next.index] >= 0)
  )
}

/** "…, she said, citing the weather", "…, he said as they left", "…, in what …": about the saying, not of what is said. */
function isAside(reading: Reading, right: readonly number[]): boolean {
  const { tokens } = reading.document
  const words = right.map(i => tokens[i]).filter(t => t.upos !== 'PUNCT')
  const [first] = words
  if (!first || reading.quotationOf[first.index] >= 0) return false
  const lemma = first.lemma.toLowerCase()
  const isParticiple = first.upos === 'VERB' && /ing$/.test(first.form)
  return (
    (isParticiple &&
      (reading.cues.verb(lemma) !== null ||
        reading.cues.sources.citing.has(lemma) ||
        lemma === 'reference')) ||
    (lemma === 'as' && tokens[first.head]?.upos === 'VERB') ||
    opensReportersTail(words.map(t => t.form.toLowerCase())) ||
    isApposed(reading, right)
  )
}

/** "…, she said, the latest of such steps", "…, a move that …": a phrase without a verb of its own, beside the whole sentence. */
function isApposed({ document }: Reading, right: readonly number[]): boolean {
  const words = right.map(i => document.tokens[i]).filter(t => t.upos !== 'PUNCT')
  const isRelative = (i: number) =>
    [document.tokens[i], ...ancestors(document, i)].some(t => isRelation(t.deprel, 'acl'))
  return (
    words[0].upos === 'DET' &&
    !words.some(t => t.feats.VerbForm === 'Fin' && !isRelative(t.index)) &&
    dependents(document, words[0].head, 'nsubj').length === 0
  )
}

/** "in the latest clash", "in what she called a sign", "in a rare rebuke": how the reporter sees what is told. */
const opensReportersTail = ([first, second, ...rest]: readonly string[]): boolean =>
  first === 'amid' ||
  (first === 'in' &&
    (second === 'what' ||
      (second === 'the' && ['latest', 'worst', 'deadliest', 'biggest'].includes(rest[0])) ||
      (['a', 'an', 'another', 'the'].includes(second) && rest.slice(0, 3).some(word => SIGNS.has(word)))))

/** "Asked about the delay, …": a participle clause of the speaker at the start is no content. */
function withoutLead(
  reading: Reading,
  left: readonly number[],
  clause: readonly number[],
): readonly number[] {
  const { document } = reading
  const own = new Set(clause)
  const lead = left.filter(i => own.has(i))
  if (lead.length === 0 || lead[0] !== left[0]) return left
  const verb = lead
    .map(i => document.tokens[i])
    .find(
      t =>
        isRelation(t.deprel, 'advcl') &&
        ['Part', 'Ger'].includes(t.feats.VerbForm) &&
        !dependents(document, t.index, 'nsubj', 'nsubj:pass').length,
    )
  if (!verb) return left
  const end = Math.max(...subtree(document, verb.index))
  return left.filter(i => i > end)
}
