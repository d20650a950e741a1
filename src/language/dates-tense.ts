// A time expression in its sentence comes in; whether the act it dates lies before or after the day of writing goes out.
import type { Sentence, Token } from './document.ts'

/** `ahead`: after something past ("was due to meet on Thursday"), so on either side of publication. */
export type Direction = 'past' | 'future' | 'ahead' | 'open'

const FUTURE = new Set([
  'will',
  'shall',
  'would',
  "'ll",
  '’ll',
  'wo',
  'may',
  'might',
  'could',
  'should',
  'can',
  'must',
])
const MAX_STEPS = 8

interface Words {
  readonly tokens: readonly Token[]
  readonly sentence: Sentence
  readonly sayings: ReadonlySet<string>
  readonly plans: ReadonlySet<string>
  readonly promises: ReadonlySet<string>
}

/** "will travel on Thursday" is future, "said on Tuesday" past, "Ahead of Friday's vote" future, "the talks on Friday" what its verb is. */
export function directionAt(words: Words, firstToken: number, endToken: number): Direction {
  const { tokens, sentence } = words
  const before = previousWord(tokens, sentence, firstToken)
  if (before !== null && isFiniteSaying(before, words)) return 'past'
  if (followsAhead(tokens, sentence, firstToken)) return 'future'
  let token = headOfRange(tokens, firstToken, endToken)
  for (let step = 0; step < MAX_STEPS && token !== undefined; step++) {
    const direction = directionOf(token, words)
    if (direction !== null) return direction
    if (token.head < 0) break
    token = tokens[token.head]
  }
  return scanBack(words, firstToken)
}

const form = (token: Token): string => token.form.toLowerCase()

function previousWord(tokens: readonly Token[], sentence: Sentence, first: number): Token | null {
  let at = first - 1
  while (
    at >= sentence.firstToken &&
    (tokens[at].upos === 'ADP' || tokens[at].upos === 'DET' || form(tokens[at]) === ',')
  )
    at--
  return at >= sentence.firstToken ? tokens[at] : null
}

/** "said on Tuesday he would go": the day stands at the verb it follows, whatever the tree says. */
const isFiniteSaying = (token: Token, { sayings }: Words): boolean =>
  token.upos === 'VERB' && sayings.has(token.lemma) && token.feats.VerbForm !== 'Inf'

function followsAhead(tokens: readonly Token[], sentence: Sentence, first: number): boolean {
  const opening = tokens
    .slice(Math.max(sentence.firstToken, first - 3), first)
    .map(form)
    .join(' ')
  return /\b(?:ahead of|prior to|in time for|in advance of)(?: the| a)?$/.test(opening)
}

function headOfRange(tokens: readonly Token[], first: number, end: number): Token | undefined {
  for (let i = first; i < end; i++) if (tokens[i].head < first || tokens[i].head >= end) return tokens[i]
  return tokens[first]
}

/** Null where a word says nothing about the time, so that the one above it decides. */
function directionOf(token: Token, words: Words): Direction | null {
  const isVerb = token.upos === 'VERB' || token.upos === 'AUX'
  const helpers = words.tokens
    .slice(words.sentence.firstToken, words.sentence.endToken)
    .filter(t => t.head === token.index)
  const auxiliaries = helpers.filter(t => /^(?:aux|cop)/.test(t.deprel))
  if (!isVerb && auxiliaries.length === 0) return null
  const modal = auxiliaries.find(t => FUTURE.has(form(t)) && t.upos === 'AUX')
  if (modal !== undefined)
    return perfect(auxiliaries) && !/^(?:will|shall|'ll|’ll)$/.test(form(modal)) ? 'past' : 'future'
  if (auxiliaries.some(t => t.lemma === 'have')) return 'past'
  const finite = [token, ...auxiliaries].find(t => t.feats.VerbForm === 'Fin' || t.feats.Mood === 'Ind')
  if (words.plans.has(token.lemma) && finite?.feats.Tense !== 'Past')
    return token.feats.VerbForm === 'Part' ? null : 'future'
  if (finite !== undefined) return finite.feats.Tense === 'Past' ? 'past' : presentDirection(token, words)
  return nonFinite(token, helpers, words)
}

const perfect = (auxiliaries: readonly Token[]): boolean => auxiliaries.some(t => t.lemma === 'have')

/** "The council meets on Thursday" is a plan, "officials say Sunday" a report. */
const presentDirection = (token: Token, { sayings }: Words): Direction =>
  sayings.has(token.lemma) ? 'past' : 'future'

function nonFinite(token: Token, helpers: readonly Token[], words: Words): Direction | null {
  const marks = helpers.filter(t => t.deprel === 'mark' || t.deprel === 'case').map(form)
  if (marks.includes('after') || marks.includes('since')) return 'past'
  if (marks.includes('before')) return 'future'
  if (marks.includes('to') || token.feats.VerbForm === 'Inf') return infinitive(token, words)
  // "will stay closed": the verb above tells the time.
  if (token.deprel === 'xcomp') return null
  if (token.feats.VerbForm === 'Part' && token.feats.Tense !== 'Pres' && !words.plans.has(token.lemma))
    return 'past'
  return null
}

/** "flew to Oslo to meet her on Monday" is past, "agreed to meet on Monday" ahead, "plans to meet on Monday" future. */
function infinitive(token: Token, words: Words): Direction {
  const above = token.head < 0 ? undefined : words.tokens[token.head]
  if (above === undefined) return 'future'
  const direction = directionOf(above, words) ?? (words.promises.has(above.lemma) ? 'ahead' : 'future')
  if (direction !== 'past') return direction
  const promised = words.promises.has(above.lemma) || words.plans.has(above.lemma)
  return promised && !token.deprel.startsWith('advcl') ? 'ahead' : 'past'
}

/** Without a verb above it: the nearest verb to the left, as in a sentence that the tree cuts in two. */
function scanBack(words: Words, first: number): Direction {
  for (let i = first - 1; i >= words.sentence.firstToken; i--) {
    const token = words.tokens[i]
    if (token.upos !== 'VERB' && token.upos !== 'AUX') continue
    if (FUTURE.has(form(token)) || form(words.tokens[i - 1] ?? token) === 'to') return 'future'
    if (token.feats.Tense === 'Past') return 'past'
  }
  return 'open'
}
