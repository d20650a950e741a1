// For people at work on speed: no input; prints words a second of each stage on one and on two threads, load time and memory.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { LanguageModel } from '../language/read-document.ts'
import { loadModel, openReader, readDocument, readText } from '../pipeline.ts'
import { openReadPool } from '../read-pool.ts'
import type { Article } from '../sources/article.ts'
import { makeText } from '../text/text.ts'

const SAMPLES = new URL('../../samples/', import.meta.url)
// Enough for a steady figure, little enough for a short wait.
const WORDS = 6000
const STORY =
  'The foreign minister of Norland, Anna Berg, said on Tuesday that her country would not return to the talks unless ' +
  'the sanctions were lifted. “We have waited long enough,” she told reporters after a meeting with her Southland ' +
  'counterpart, Jonas Ek, in Geneva. Ek’s office called the demand unacceptable, but did not rule out a second round. ' +
  'Diplomats from both sides had met twice since March without agreeing on the return of prisoners.\n\n'

interface Row {
  readonly stage: string
  readonly one: string
  readonly two: string
}

function loadTexts(): string[] {
  const files = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter(name => name.endsWith('.txt')) : []
  const texts = files.map(name => readFileSync(new URL(name, SAMPLES), 'utf8'))
  return texts.length > 0 ? texts : [STORY.repeat(6), STORY.repeat(3)]
}

/** Repeats the texts until there are enough words. */
function fill(texts: readonly string[], model: LanguageModel): { texts: string[]; words: number } {
  const filled: string[] = []
  let words = 0
  for (let i = 0; words < WORDS; i++) {
    const text = texts[i % texts.length]
    filled.push(text)
    words += Math.max(1, model.tokenise(text).length)
  }
  return { texts: filled, words }
}

const now = (): number => performance.now()
const perSecond = (words: number, milliseconds: number): number => Math.round((words / milliseconds) * 1000)

interface Speeds {
  readonly load: number
  readonly tokens: number
  readonly encoder: number
  readonly decode: number
  readonly language: number
  readonly whole: number
  readonly sideBySide: number
}

/** How long a pool takes that has been at work for a while, as in an archive. */
async function timeSideBySide(articles: readonly Article[], threads: number): Promise<number> {
  const pool = await openReadPool({ threads })
  await Promise.all(articles.map(pool.read))
  const from = now()
  await Promise.all(articles.map(pool.read))
  const took = now() - from
  await pool.close()
  return took
}

async function measureSpeeds(threads: number): Promise<Speeds> {
  const started = now()
  const model = await loadModel({ threads })
  const load = now() - started
  const { texts, words } = fill(loadTexts(), model)
  await readDocument(model, makeText(texts[0]), { published: null }) // the first run allocates

  const fresh = await loadModel({ threads }) // its tokeniser remembers nothing yet
  let at = now()
  for (const text of texts)
    for (const word of fresh.tokenise(text)) fresh.cutWord(text.slice(word.start, word.end))
  const tokens = now() - at

  let encoder = 0
  const timed: LanguageModel = {
    ...model,
    run: async window => {
      const from = now()
      const output = await model.run(window)
      encoder += now() - from
      return output
    },
  }
  at = now()
  for (const text of texts) await readDocument(timed, makeText(text), { published: '2025-06-03' })
  const language = now() - at

  const reader = await openReader({ threads })
  const articles = texts.flatMap((text, i) => {
    const source = readText(text, { name: `bench-${i}.txt` })
    return source.ok ? [source.article] : []
  })
  at = now()
  for (const article of articles) await reader.read(article)
  const whole = now() - at
  await reader.close()
  const sideBySide = await timeSideBySide(articles, threads)
  return {
    load,
    tokens: perSecond(words, tokens),
    encoder: perSecond(words, encoder),
    decode: perSecond(words, language - encoder),
    language: perSecond(words, language),
    whole: perSecond(words, whole),
    sideBySide: perSecond(words, sideBySide),
  }
}

const one = await measureSpeeds(1)
const two = await measureSpeeds(2)
const row = (stage: string, key: keyof Speeds, unit: string): Row => ({
  stage,
  one: `${Math.round(one[key])} ${unit}`,
  two: `${Math.round(two[key])} ${unit}`,
})
const rows: Row[] = [
  { stage: '', one: 'one thread', two: 'two threads' },
  row('load', 'load', 'ms'),
  row('tokens and pieces', 'tokens', 'words/s'),
  row('encoder', 'encoder', 'words/s'),
  row('all else of the language', 'decode', 'words/s'),
  row('language, whole', 'language', 'words/s'),
  row('article to record', 'whole', 'words/s'),
  row('articles to records, side by side', 'sideBySide', 'words/s'),
]
for (const { stage, one, two } of rows) console.log(stage.padEnd(34), one.padStart(16), two.padStart(16))
console.log('peak memory'.padEnd(34), `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`.padStart(16))
