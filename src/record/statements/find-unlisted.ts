// Statements whose cue no list holds: words that the network takes for a cue, beside words that it takes for what is said.
import { dependents, headOf, subtree } from '../../language/tree.ts'
import { cover, overlaps, type Span } from '../../text/span.ts'
import { trimmedTokens } from './clause-words.ts'
import { NAMING } from './complements.ts'
import type { CutDraft, Draft, Reading } from './draft.ts'
import { isAsserted, isNegated } from './saying-clause.ts'
import { canSpeak, subjectsOf } from './subjects.ts'

/** From this probability on a word is a cue. */
const CUE = 0.8
/** From this probability on a word is said. */
const SAID = 0.5
/** From this probability on a word names who says it. */
const SPEAKER = 0.6
const FEWEST_WORDS = 3

/** Words that hang on more than two others outside are a rest of a clause, not something said. */
const MOST_TOPS = 2

/** Runs of words of one sentence that are likely said and belong to no statement yet. */
function saidRuns({ document }: Reading, sentence: number, isFree: (span: Span) => boolean): number[][] {
  const { firstToken, endToken } = document.sentences[sentence]
  const runs: number[][] = [[]]
  const isPhrase = (run: readonly number[]): boolean =>
    run.filter(i => document.tokens[i].upos !== 'PUNCT' && !run.includes(document.tokens[i].head)).length <=
    MOST_TOPS
  for (let i = firstToken; i < endToken; i++) {
    const said = document.judgements.content(i) >= SAID && isFree(document.tokens[i])
    if (said) runs[runs.length - 1].push(i)
    else runs.push([])
  }
  return runs.filter(run => run.length >= FEWEST_WORDS && isPhrase(run))
}

/** The word of the sentence that most likely names the speaker. */
function speakerOf({ document, isActor }: Reading, cue: number): number[] {
  const { firstToken, endToken } = document.sentences[document.tokens[cue].sentence]
  let best: number | null = null
  let top = SPEAKER
  for (let i = firstToken; i < endToken; i++) {
    const probability = isActor(i) ? document.judgements.link('speaker', cue, i) : 0
    if (probability < top) continue
    best = i
    top = probability
  }
  return best === null ? [] : [best]
}

/** Is the cue told as done, by somebody who can speak? */
function isTold(reading: Reading, cue: number): boolean {
  const { document, cues } = reading
  const token = document.tokens[cue]
  if (isNegated(reading, cue) || dependents(document, cue, 'det').some(t => t.lemma === 'no')) return false
  // "According to" is read by rules; "asked not to be named" is no statement about the news.
  if (token.deprel === 'case') return false
  if (dependents(document, cue, 'xcomp', 'ccomp').some(t => NAMING.has(t.lemma.toLowerCase()))) return false
  if (token.upos === 'NOUN') {
    const verb = headOf(document, cue)
    const denied = verb !== null && cues.nouns.deniers.has(verb.lemma.toLowerCase())
    return !denied
  }
  const heads = subjectsOf(reading, cue)
  const silent = heads.some(
    h => !reading.isActor(h) && cues.nouns.silent.has(document.tokens[h].lemma.toLowerCase()),
  )
  return isAsserted(reading, { token: cue }) && !silent && heads.every(h => canSpeak(reading, h))
}

/** The whole clause or phrase right below the cue that holds most of the run; else the run itself. */
function saidSpan(reading: Reading, cue: number, run: readonly number[]): Span {
  const { document } = reading
  const held = (clause: readonly number[]): number => run.filter(i => clause.includes(i)).length
  const clauses = dependents(document, cue, 'ccomp', 'xcomp', 'acl', 'parataxis', 'advcl', 'obj')
    .map(t => subtree(document, t.index))
    .filter(clause => !clause.includes(cue) && held(clause) > run.length / 2)
    .sort((a, b) => held(b) - held(a) || a.length - b.length)
  const words = trimmedTokens(reading, clauses[0] ?? run)
  const [opens, next] = words.slice(0, 2).map(i => document.tokens[i])
  // "admitted to taking part", "called for talks"; "to leave" stays whole.
  const leadsIn =
    opens.upos === 'PART'
      ? next?.feats.VerbForm === 'Ger'
      : opens.deprel === 'mark' || ['for', 'of', 'to'].includes(opens.lemma)
  const inner = leadsIn && words.length > 1 ? words.slice(1) : words
  return cover(inner.map(i => document.tokens[i]))
}

/** In text order. */
export function findUnlisted(reading: Reading, known: readonly CutDraft[]): Draft[] {
  const { document, quotationOf } = reading
  const taken = known.flatMap(k => [...k.content, ...(k.draft.cue ? [k.draft.cue] : [])])
  const isFree = (span: Span): boolean => !taken.some(t => overlaps(t, span))
  const drafts: Draft[] = []
  for (const { index, sentence } of document.tokens) {
    const token = document.tokens[index]
    if (document.judgements.cue(index) < CUE || quotationOf[index] >= 0 || !isFree(token)) continue
    if (!['VERB', 'NOUN'].includes(token.upos)) continue
    const runs = saidRuns(reading, sentence, isFree).filter(run => !run.includes(index))
    const run = runs.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    const speakers = speakerOf(reading, index)
    if (run.length === 0 || speakers.length === 0 || !isTold(reading, index)) continue
    const content = saidSpan(reading, index, run)
    taken.push(content, token)
    drafts.push({
      content: [content],
      cue: { start: token.start, end: token.end },
      cueToken: index,
      speakers,
      addressees: [],
      chain: [],
      channelToken: null,
      polarity: 'affirmed',
      by: 'network:cue',
      confidence: 0.6,
    })
  }
  return drafts
}
