// Document, actors and the lexicon of saying in, statements out: calls the finders in order, cuts contents, asks who spoke.
import type { Cues } from '../../knowledge/cues.ts'
import type { Document } from '../../language/document.ts'
import type { Problem } from '../../text/problem.ts'
import { contains, overlaps, type Span } from '../../text/span.ts'
import type { ActorIndex } from '../actors/actor-index.ts'
import type { Statement } from '../entry.ts'
import { cutContent } from './cut-content.ts'
import type { CutDraft, Draft, Reading } from './draft.ts'
import { findClaims } from './find-claims.ts'
import { findHeadlines } from './find-headlines.ts'
import { findHearsay } from './find-hearsay.ts'
import { findLoose } from './find-loose.ts'
import { findMinded } from './find-minded.ts'
import { findSaid } from './find-said.ts'
import { findSources } from './find-sources.ts'
import { findTurns } from './find-turns.ts'
import { findUnlisted } from './find-unlisted.ts'
import { findWithheld } from './find-withheld.ts'
import { type Quotation, readQuotations } from './read-quotations.ts'
import { resolveStatements } from './resolve-statements.ts'
import { withTellers } from './tellers.ts'

export function findStatements(
  read: Document,
  actors: ActorIndex,
  cues: Cues,
  context: { readonly title: Span | null; readonly dateline?: Span | null },
): { statements: Statement[]; actors: ActorIndex; problems: Problem[] } {
  const document = withKnownLemmas(read, cues)
  const { quotations, problems } = readQuotations(document.text.content, document.paragraphs)
  const reading: Reading = {
    document,
    cues,
    quotations,
    dateline: context.dateline ?? null,
    title: context.title,
    isActor: token => actors.at(token).length > 0,
    kindsOf: token => actors.at(token).map(r => actors.get(r.actor).kind),
    quotationOf: quotationOfTokens(document, quotations),
  }
  const drafts = [
    ...findTurns(reading, context.title),
    ...findHeadlines(reading, context.title),
    ...findSaid(reading),
    ...findWithheld(reading),
    ...findClaims(reading),
    ...findMinded(reading),
    ...findSources(reading),
    ...findHearsay(reading),
  ]
  const cut = passedOn(
    reading,
    withoutDoubles(
      drafts.flatMap(draft => cutDraft(reading, draft)).filter(c => isOutsideOwnWords(reading, c)),
    ),
  )
  const listed = withLoose(reading, cut)
  const unlisted = findUnlisted(reading, listed).flatMap(draft => cutDraft(reading, draft))
  const all = [...listed, ...unlisted]
  const speaking = withTellers(reading, actors, all)
  return { statements: resolveStatements(reading, speaking, all), actors: speaking, problems: [...problems] }
}

/** The lexicon knows its own words by their forms, whatever lemma the model gives them. */
const withKnownLemmas = (document: Document, cues: Cues): Document => ({
  ...document,
  tokens: document.tokens.map(t => ({ ...t, lemma: cues.lemmaOf(t.form) ?? t.lemma })),
})

/** For each token the innermost quotation around it, or -1. */
function quotationOfTokens(document: Document, quotations: readonly Quotation[]): number[] {
  return document.tokens.map(t =>
    quotations.findLastIndex(q => q.inner.some(s => s.start <= t.start && t.end <= s.end)),
  )
}

function cutDraft(reading: Reading, draft: Draft): CutDraft[] {
  const content = cutContent(
    reading,
    draft.content.map(s => inParagraph(reading, s, draft.cue)),
    draft.cueToken === null ? -1 : reading.quotationOf[draft.cueToken],
  )
  if (!content) return []
  return [{ draft, ...content, form: draft.verbatim ? 'direct' : content.form }]
}

/** Content never reaches over the end of a paragraph, quotations excepted. */
function inParagraph(reading: Reading, span: Span, cue: Span | null): Span {
  const crossed = reading.document.paragraphs.filter(b => overlaps(b, span))
  if (crossed.length < 2) return span
  const paragraph = crossed.find(b => cue && contains(b, cue)) ?? crossed[0]
  return { start: Math.max(span.start, paragraph.start), end: Math.min(span.end, paragraph.end) }
}

/** What somebody thinks inside a quotation is a part of what is said there. */
function isOutsideOwnWords(reading: Reading, { draft }: CutDraft): boolean {
  if (draft.cueToken === null || reading.quotationOf[draft.cueToken] < 0) return true
  const verb = reading.cues.verb(reading.document.tokens[draft.cueToken].lemma.toLowerCase())
  return draft.speakers.length > 0 && !(verb && verb.mental.size > 0) && draft.by.startsWith('verb:')
}

/** Of two drafts with the same words, the surer one. */
function withoutDoubles(drafts: readonly CutDraft[]): CutDraft[] {
  const key = (c: CutDraft) => [c.draft.polarity, ...c.content.map(s => `${s.start}-${s.end}`)].join(' ')
  const best = new Map<string, CutDraft>()
  for (const c of drafts) {
    const other = best.get(key(c))
    if (!other || rank(c) > rank(other)) best.set(key(c), c)
  }
  return drafts.filter(c => best.get(key(c)) === c)
}

/** Characters of "Berg told the council that" before what is said. */
const LONGEST_LEAD = 80

/**
 * "According to Reuters, Berg said …": hers, passed on by Reuters, and not a statement of Reuters that she said it.
 * "According to Reuters, Berg offered to go" tells what she did: both are kept.
 */
function passedOn(reading: Reading, cut: readonly CutDraft[]): CutDraft[] {
  const tellers = new Map<CutDraft, CutDraft>()
  for (const outer of cut) {
    if (
      outer.draft.by !== 'source:according-to' ||
      outer.draft.speakers.length === 0 ||
      outer.content.length > 1
    )
      continue
    const [whole] = outer.content
    const inner = cut.find(
      c =>
        c.draft.by.startsWith('verb:') &&
        c.draft.by !== 'verb:infinitive' &&
        c.draft.cue !== null &&
        contains(whole, c.draft.cue) &&
        contains(whole, c.content[c.content.length - 1]) &&
        c.content[0].start - whole.start < LONGEST_LEAD,
    )
    // "According to her, she said": one and the same.
    if (inner && !inner.draft.speakers.some(h => isPronoun(reading, h))) tellers.set(inner, outer)
  }
  const dropped = new Set(tellers.values())
  return cut
    .filter(c => !dropped.has(c))
    .map(c => {
      const teller = tellers.get(c)
      return teller ? { ...c, draft: told(c.draft, teller) } : c
    })
}

const isPronoun = (reading: Reading, head: number): boolean => reading.document.tokens[head].upos === 'PRON'

/** "According to Reuters, Berg said …" is hers; "according to Berg, says Reuters, …" is hers as well. */
function told(inner: Draft, outer: CutDraft): Draft {
  const [first, second] =
    inner.cue?.start === outer.content[0].start && !isNamedBefore(inner, outer.draft)
      ? [inner, outer.draft]
      : [outer.draft, inner]
  return { ...inner, speakers: second.speakers, chain: [...first.speakers, ...inner.chain] }
}

/** "Witnesses, according to Reuters, said": theirs. */
const isNamedBefore = (inner: Draft, outer: Draft): boolean =>
  outer.cueToken !== null && inner.speakers.some(h => h < outer.cueToken!)

const rank = (c: CutDraft): number => (c.draft.speakers.length > 0 ? 1 : 0) + c.draft.confidence

/** Quotations without a cue, added to the statement they go on with or as statements of their own. */
function withLoose(reading: Reading, cut: readonly CutDraft[]): CutDraft[] {
  const sorted = [...cut].sort((a, b) => place(a) - place(b))
  const result = [...sorted]
  for (const loose of findLoose(reading, sorted)) {
    if (loose.kind === 'continues') {
      const old = result[loose.statement]
      const more = cutContent(reading, loose.content, -1)
      if (more)
        result[loose.statement] = {
          ...old,
          content: [...old.content, ...more.content],
          quoted: [...old.quoted, ...more.quoted],
        }
    } else result.push(...cutDraft(reading, loose.draft))
  }
  return result
}

const place = (c: CutDraft): number => Math.max(...c.content.map(s => s.end), c.draft.cue?.end ?? 0)
