// Source phrases without a verb in, drafts out: "according to the ministry", "in her view".
import type { Token } from '../../language/document.ts'
import { dependents, headOf, isRelation, subtree } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { spanOf, trimmedTokens, withoutConnective } from './clause-words.ts'
import type { Draft, Reading } from './draft.ts'
import { issuersOf } from './issuers.ts'
import { canSpeak, together } from './subjects.ts'

export function findSources(reading: Reading): Draft[] {
  return [...accordingTo(reading), ...inTheView(reading)]
}

const draftOf = (
  content: readonly Span[],
  cue: Span,
  token: number,
  speakers: readonly number[],
  by: string,
  more: Partial<Draft> = {},
): Draft => ({
  content,
  cue,
  cueToken: token,
  speakers,
  addressees: [],
  chain: [],
  channelToken: null,
  polarity: 'affirmed',
  by,
  confidence: 0.88,
  ...more,
})

function accordingTo(reading: Reading): Draft[] {
  const { document, cues } = reading
  return document.tokens.flatMap(token => {
    const to = document.tokens[token.index + 1]
    if (token.form.toLowerCase() !== 'according' || to?.form.toLowerCase() !== 'to') return []
    const source = sourceAfter(reading, token)
    if (!source) return []
    const lemma = source.lemma.toLowerCase()
    if (cues.sources.notSources.has(lemma)) return []
    const phrase = phraseOf(reading, token, source)
    const content = hostWords(reading, source, phrase)
    if (content.length === 0) return []
    const isDocument =
      source.upos === 'NOUN' && (cues.nouns.documents.has(lemma) || cues.nouns.silent.has(lemma))
    const speakers = isDocument
      ? issuersOf(reading, source.index)
      : together(reading, source.index).filter(h => canSpeak(reading, h))
    const quoted = quotedBy(reading, source)
    return [
      draftOf(
        content,
        { start: token.start, end: to.end },
        token.index,
        quoted ?? speakers,
        'source:according-to',
        { channelToken: isDocument ? source.index : null, chain: quoted ? speakers : [] },
      ),
    ]
  })
}

/** "According to Yonhap, quoting KCNA": the participle behind the comma after the source. */
function quotingAfter({ document, cues }: Reading, source: Token): Token | undefined {
  const { endToken } = document.sentences[source.sentence]
  const comma = document.tokens.slice(source.index, endToken).find(t => t.form === ',')
  const next = comma && document.tokens[comma.index + 1]
  return next && cues.sources.citing.has(next.lemma.toLowerCase()) && /ing$/.test(next.form)
    ? next
    : undefined
}

/** The one quoted, whom the source passes on; null where nobody is. */
function quotedBy(reading: Reading, source: Token): number[] | null {
  const quoting = quotingAfter(reading, source)
  if (!quoting) return null
  const { tokens } = reading.document
  const end = tokens.findIndex(t => t.index > quoting.index && [',', '(', '.'].includes(t.form))
  const named = tokens.slice(quoting.index + 1, end).filter(t => reading.isActor(t.index))
  const head = named.findLast(t => t.head <= quoting.index || t.head >= end) ?? named.at(-1)
  return head ? together(reading, head.index) : null
}

/** The head of the phrase right after "according to". */
/** "United" in "the United Nations", whatever the tree takes it for. */
const isOfName = ({ document, isActor }: Reading, at: number): boolean =>
  isActor(at) && /^\p{Lu}/u.test(document.tokens[at].form)

function sourceAfter(reading: Reading, according: Token): Token | null {
  const { document } = reading
  const first = according.index + 2
  let end = first
  while (
    end < document.tokens.length &&
    document.tokens[end].sentence === according.sentence &&
    (!['PUNCT', 'VERB', 'AUX', 'SCONJ'].includes(document.tokens[end].upos) || isOfName(reading, end))
  )
    end++
  const nominal = document.tokens
    .slice(first, end)
    .filter(t => ['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'X'].includes(t.upos))
  const outside = nominal.filter(t => t.head < first || t.head >= end)
  return outside[0] ?? nominal[0] ?? null
}

/**
 * "according to X": to the comma that ends it at the start or in the middle of a sentence, to the full stop at its end.
 * The tree only says which commas stand inside the phrase ("X, a bank,").
 */
function phraseOf(reading: Reading, according: Token, source: Token): number[] {
  const { tokens } = reading.document
  const sentence = partAround(reading, according)
  const own = subtree(reading.document, source.index)
  const opens = tokens
    .slice(sentence.firstToken, according.index)
    .every(t => ['PUNCT', 'CCONJ', 'ADV'].includes(t.upos))
  const commas = range(source.index + 1, sentence.endToken).filter(i =>
    [',', '–', '—', '--'].includes(tokens[i].form),
  )
  const quoting = quotingAfter(reading, source)
  const outside = commas.find(
    (i, k) =>
      !own.includes(i + 1) && i + 1 !== quoting?.index && !(opens && isBeside(reading, i + 1, commas[k + 1])),
  )
  // "According to the ministry over ninety have died in Oslo, Norway": no comma ends it, the clause begins right behind.
  const behind = own[own.length - 1] + 1
  const clause = tokens.slice(behind, outside ?? sentence.endToken)
  if (opens && !quoting && clause.some(t => isRelation(t.deprel, 'nsubj') && t.head > t.index))
    return range(according.index, behind)
  const rest = outside === undefined ? [] : tokens.slice(outside + 1, sentence.endToken)
  const goesOn = rest.some(t => ['VERB', 'AUX'].includes(t.upos) && !isRelation(t.deprel, 'acl'))
  const end =
    outside !== undefined && (opens || goesOn)
      ? outside
      : opens
        ? lastOwn(own, commas, sentence.endToken)
        : sentence.endToken
  return range(according.index, end)
}

/** The part of the sentence that a semicolon, or a colon before marks, sets apart. */
function partAround(
  { document, quotationOf }: Reading,
  token: Token,
): { firstToken: number; endToken: number } {
  const { firstToken, endToken } = document.sentences[token.sentence]
  const level = quotationOf[token.index]
  const parts = range(firstToken, endToken).filter(i => {
    const { form } = document.tokens[i]
    const beforeMarks = form === ':' && i > token.index && /^["“„«]$/.test(document.tokens[i + 1]?.form ?? '')
    return quotationOf[i] === level && (form === ';' || beforeMarks)
  })
  const before = parts.findLast(i => i < token.index)
  return {
    firstToken: before === undefined ? firstToken : before + 1,
    endToken: parts.find(i => i > token.index) ?? endToken,
  }
}

/** "According to Reuters, a news agency, …": a name or noun beside the source, up to the next comma. */
function isBeside(reading: Reading, first: number, comma: number | undefined): boolean {
  if (comma === undefined) return false
  const words = reading.document.tokens.slice(first, comma)
  const top = words.find(t => t.head < first || t.head >= comma)
  return (
    top !== undefined &&
    ['NOUN', 'PROPN'].includes(top.upos) &&
    ['appos', 'parataxis', 'nmod'].includes(top.deprel) &&
    words.every(t => ['DET', 'ADJ', 'NOUN', 'PROPN', 'ADP', 'NUM', 'PART'].includes(t.upos)) &&
    words[0].upos !== 'ADP'
  )
}

/** An opening phrase without a comma of its own ends with its last word by the tree, or at the first comma. */
const lastOwn = (own: readonly number[], commas: readonly number[], end: number): number =>
  commas[0] ?? Math.min(own[own.length - 1] + 1, end)

/** The clause that a source phrase hangs on, without the phrase: a whole sentence where it hangs on its root. */
function hostWords(reading: Reading, source: Token, phrase: readonly number[]): Span[] {
  const { document } = reading
  const sentence = partAround(reading, source)
  const first = phrase[0]
  const last = phrase[phrase.length - 1]
  const closes = range(last + 1, sentence.endToken).every(i => document.tokens[i].upos === 'PUNCT')
  const top =
    closes && document.tokens[first - 1]?.form === ',' ? null : clauseAbove(reading, source, new Set(phrase))
  const part = range(sentence.firstToken, sentence.endToken)
  const words = top === null ? part : subtree(document, top).filter(i => part.includes(i))
  const inner = reading.quotationOf[first]
  const kept = words.filter(i => inner < 0 || reading.quotationOf[i] === inner)
  return [kept.filter(i => i < first), kept.filter(i => i > last)]
    .map(p => trimmedTokens(reading, withoutConnective(reading, withoutLooseEnd(reading, p))))
    .filter(p => p.length > 1)
    .map(p => spanOf(reading, p[0], p[p.length - 1]))
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

/** A conjunction left hanging before the phrase ("…, but according to X"). */
function withoutLooseEnd(reading: Reading, indices: readonly number[]): readonly number[] {
  let last = indices.length
  while (
    last > 0 &&
    ((reading.document.tokens[indices[last - 1]].upos === 'PUNCT' &&
      /[,–—-]/.test(reading.document.tokens[indices[last - 1]].form)) ||
      reading.document.tokens[indices[last - 1]].upos === 'CCONJ')
  )
    last--
  return indices.slice(0, last)
}

/** The top of the subordinate clause that holds the phrase, or null for the whole sentence. */
function clauseAbove(reading: Reading, source: Token, out: ReadonlySet<number>): number | null {
  const { document } = reading
  for (let t = headOf(document, source.index); t; t = headOf(document, t.index)) {
    if (out.has(t.index)) continue
    if (['ccomp', 'advcl', 'acl', 'csubj', 'parataxis'].some(r => isRelation(t.deprel, r))) return t.index
    if (
      isRelation(t.deprel, 'conj') &&
      dependents(document, t.index, 'nsubj').length > 0 &&
      t.index < source.index + 40
    ) {
      const own = subtree(document, t.index)
      if (
        own[0] <= Math.min(...out) &&
        dependents(document, t.index, 'cc').length > 0 &&
        Math.min(...out) - own[0] < 4
      )
        return t.index
    }
  }
  return null
}

/** "In his view, …", "in the minister's words, …" */
function inTheView(reading: Reading): Draft[] {
  const { document, cues } = reading
  return document.tokens.flatMap(token => {
    if (token.upos !== 'NOUN' || !cues.sources.owned.has(token.form.toLowerCase())) return []
    const head = headOf(document, token.index)
    const preposition = dependents(document, token.index, 'case')[0]
    const owner = dependents(document, token.index, 'nmod:poss')[0] ?? ownerAfter(reading, token)
    if (
      !head ||
      !owner ||
      !preposition ||
      !['in', 'by'].includes(preposition.lemma) ||
      !isRelation(token.deprel, 'obl')
    )
      return []
    if (!canSpeak(reading, owner.index)) return []
    const phrase = subtree(document, token.index)
    const last = phrase[phrase.length - 1]
    const next = document.tokens[document.tokens[last].form === ',' ? last : last + 1]
    const before = document.tokens[phrase[0] - 1]
    if (next?.form !== ',' && before?.form !== ',' && reading.quotationOf[next?.index ?? 0] < 0) return []
    const content = hostWords(reading, token, phrase)
    return content.length
      ? [
          draftOf(
            content,
            { start: token.start, end: token.end },
            token.index,
            together(reading, owner.index),
            'source:view',
            { confidence: 0.75 },
          ),
        ]
      : []
  })
}

const ownerAfter = (reading: Reading, noun: Token): Token | undefined =>
  dependents(reading.document, noun.index, 'nmod').find(t =>
    dependents(reading.document, t.index, 'case').some(c => c.lemma === 'of'),
  )
