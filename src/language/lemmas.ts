// Comes in: the scores of the edit scripts for one word. Goes out: its lemma ("met" → "meet", "countries" → "country").
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { lemmasOf } from './inflection.ts'

/** How a lemma comes out of a form: "l;1;e" lower-cases, cuts one character and adds "e"; "=be" is the lemma. */
export interface LemmaScript {
  readonly whole: string | null
  readonly lower: boolean
  readonly cut: number
  readonly add: string
}

/** Form → lemma. */
type Forms = ReadonlyMap<string, string>

export interface IrregularForms {
  /** Past forms only: "found" may also be a lemma. */
  readonly verbs: Forms
  readonly anyVerb: Forms
  readonly degrees: Forms
  readonly nouns: Forms
}

const FILE = new URL('../../data/language/irregular-forms.yaml', import.meta.url)

export function loadIrregularForms(file: URL = FILE): IrregularForms {
  const raw = parse(readFileSync(file, 'utf8')) as Record<keyof IrregularForms, Record<string, string>>
  const turn = (lemmas: Record<string, string>): Forms =>
    new Map(
      Object.entries(lemmas).flatMap(([lemma, forms]) =>
        forms.split(' ').map(form => [form, lemma] as [string, string]),
      ),
    )
  return {
    verbs: turn(raw.verbs),
    anyVerb: turn(raw.anyVerb),
    degrees: turn(raw.degrees),
    nouns: turn(raw.nouns),
  }
}

/** What the lemma of one word is found from. */
export interface LemmaQuestion {
  readonly form: string
  readonly upos: string
  readonly feats: Readonly<Record<string, string>>
  /** Scores of the scripts, and where those of this word begin. */
  readonly scores: Float32Array
  readonly start: number
}

export interface LemmaKnowledge {
  readonly scripts: readonly LemmaScript[]
  readonly irregular: IrregularForms
  /** Is this a word of its own in the vocabulary? */
  readonly isWord: (word: string) => boolean
}

/** English verbs do not end so: "enlarged" is of "enlarge", "evolved" of "evolve", "expelled" of "expel". */
const NO_END =
  /(?:[dlr]g|v|[nr]c|u|[lnr]s|[aeiou]z|bb|gg|mm|nn|pp|vv|[^o]tt|..dd|..rr|[aeiou][^aeiou]+ell|(?:bb|gg|ll|mm|nn|pp|rr|tt)e)$/

/** Irregular forms by list; regular ones by what their ending allows; everything else by the best script. */
export function findLemma(question: LemmaQuestion, knowledge: LemmaKnowledge): string {
  const irregular = irregularLemma(question, knowledge.irregular)
  if (irregular) return irregular
  // "to telephone": an infinitive is its own lemma.
  const { form, upos, feats } = question
  if (upos === 'VERB' && feats.VerbForm === 'Inf' && /^\p{L}{3,}$/u.test(form)) return form.toLowerCase()
  const learnt = learntLemma(question, knowledge.scripts)
  const allowed = lemmasOf(question.form, question.upos, question.feats)
  if (allowed.length === 0) return learnt
  const words = allowed.filter(lemma => lemma.length > 2 && knowledge.isWord(lemma))
  if (words.length === 1) return words[0]
  // "countries" allows "country" and, as "movies" does, "countrie": of two that are no words the first is the likelier.
  if (words.length === 0 && allowed[0].endsWith('y')) return allowed[0]
  const spelt = allowed.filter(lemma => !NO_END.test(lemma))
  const choice = words.length > 0 ? words : spelt.length > 0 ? spelt : allowed
  return choice.includes(learnt) ? learnt : likeliest(choice, question, knowledge.scripts)
}

/** "shed", "embed": up to so many letters an ending in -ed may be the verb's own. */
const SHORT = 5
/** Past forms that are verbs of their own too. */
const OWN_VERBS = new Set(['found', 'fell', 'felt', 'saw', 'lay', 'bore', 'bound', 'wound', 'ground'])

/** "gunmen shot", "he announced" are no presents: the form is a past one and nothing else. */
export function mendTense(
  form: string,
  upos: string,
  feats: LemmaQuestion['feats'],
  irregular: IrregularForms,
): LemmaQuestion['feats'] {
  const low = form.toLowerCase()
  const isPresent = upos === 'VERB' && feats.Tense === 'Pres' && feats.VerbForm === 'Fin'
  if (!isPresent || OWN_VERBS.has(low)) return feats
  const isPast = irregular.verbs.has(low) || (/[^e]ed$/.test(low) && low.length > SHORT)
  return isPast ? { ...feats, Tense: 'Past' } : feats
}

function irregularLemma({ form, upos, feats }: LemmaQuestion, irregular: IrregularForms): string | undefined {
  const low = form.toLowerCase()
  if (upos === 'NOUN') return irregular.nouns.get(low)
  if (upos === 'ADJ' || upos === 'ADV') return feats.Degree === 'Pos' ? undefined : irregular.degrees.get(low)
  if (upos !== 'VERB' && upos !== 'AUX') return undefined
  const past = feats.Tense === 'Past' || feats.VerbForm === 'Part'
  return irregular.anyVerb.get(low) ?? (past ? irregular.verbs.get(low) : undefined)
}

/** The lemma of the best script that fits the form. */
function learntLemma({ form, scores, start }: LemmaQuestion, scripts: readonly LemmaScript[]): string {
  const plain = straighten(form)
  let best = 0
  for (let k = 1; k < scripts.length; k++) if (scores[start + k] > scores[start + best]) best = k
  const lemma = applyScript(scripts[best], plain)
  if (lemma) return lemma
  const order = scripts.map((_, k) => k).sort((a, b) => scores[start + b] - scores[start + a])
  const fitting = order.find(k => applyScript(scripts[k], plain) !== '')
  return fitting === undefined ? plain : applyScript(scripts[fitting], plain)
}

/** The candidate with the best script; the first where none has one. */
function likeliest(
  candidates: readonly string[],
  { form, scores, start }: LemmaQuestion,
  scripts: readonly LemmaScript[],
): string {
  let best = candidates[0]
  let top = -Infinity
  for (const [k, script] of scripts.entries()) {
    if (scores[start + k] <= top || !candidates.includes(applyScript(script, form))) continue
    top = scores[start + k]
    best = applyScript(script, form)
  }
  return best
}

/** Lemmas are written with straight apostrophes and quotation marks, as in the treebanks. */
const straighten = (form: string): string =>
  /[’‘“”]/.test(form) ? form.replace(/[’‘]/g, "'").replace(/[“”]/g, '"') : form

/** The lemma, or '' where the script cuts more than there is. */
export function applyScript(script: LemmaScript, form: string): string {
  if (script.whole !== null) return script.whole
  if (script.cut > form.length) return ''
  const base = script.lower ? form.toLowerCase() : form
  return base.slice(0, base.length - script.cut) + script.add
}
