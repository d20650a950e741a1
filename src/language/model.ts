// Comes in: the folder models/reader. Goes out: the network ready to run, with its labels and the cutters for words and pieces.
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { HeadLabels, HeadScores } from './heads.ts'
import { type LemmaKnowledge, type LemmaScript, loadIrregularForms } from './lemmas.ts'
import { loadNameWords, type NameWords } from './mend-names.ts'
import { type CutWord, makeCutWord } from './pieces.ts'
import { makeTokenise, type Tokenise } from './tokens.ts'
import { loadWordLists } from './word-lists.ts'

export interface Labels {
  readonly upos: readonly string[]
  readonly feats: readonly Readonly<Record<string, string>>[]
  readonly lemmas: readonly LemmaScript[]
  readonly entities: readonly string[]
  readonly deprels: readonly string[]
  /** One row of weights a relation, rows behind one another. */
  readonly relationWeights: Float32Array
  readonly relationBias: Float32Array
}

export interface LanguageModel {
  /** Version of the weights, as the record names it. */
  readonly version: string
  readonly maxPieces: number
  readonly cls: number
  readonly sep: number
  readonly labels: Labels
  readonly heads: HeadLabels
  readonly lemmas: LemmaKnowledge
  readonly names: NameWords
  readonly tokenise: Tokenise
  readonly cutWord: CutWord
  readonly run: (window: WindowInput) => Promise<WindowOutput>
  /** Gives the network's memory back; the model cannot read afterwards. */
  readonly close: () => Promise<void>
}

/** One window: pieces with [CLS] and [SEP], and where among them each word starts. */
export interface WindowInput {
  readonly ids: BigInt64Array
  readonly casing: BigInt64Array
  readonly wordStarts: BigInt64Array
}

/** Scores of one window, rows of words behind one another; `arcs` and `relationHead` count the root as column or row 0. */
export interface WindowOutput {
  readonly sentence: Float32Array
  readonly upos: Float32Array
  readonly feats: Float32Array
  readonly lemma: Float32Array
  readonly entity: Float32Array
  readonly arcs: Float32Array
  readonly relationDependent: Float32Array
  readonly relationHead: Float32Array
  readonly heads: HeadScores
}

const FOLDER = fileURLToPath(new URL('../../models/reader/', import.meta.url))
// More threads than this gain nothing on windows of 256 pieces.
const MOST_THREADS = 4

/**
 * Loads the network once. `folder` holds reader.onnx, reader.json and vocab.txt (default: the package's own);
 * `threads` is how many cores one window may use (default: two, or one where there is one).
 * Throws where the files are missing or do not belong together.
 */
export async function loadModel(options: { folder?: string; threads?: number } = {}): Promise<LanguageModel> {
  const folder = options.folder ?? FOLDER
  const threads = Math.max(1, Math.min(options.threads ?? Math.min(2, availableParallelism()), MOST_THREADS))
  const [weights, settings, vocabulary] = await Promise.all([
    readFile(`${folder}/reader.onnx`),
    readFile(`${folder}/reader.json`, 'utf8'),
    readFile(`${folder}/vocab.txt`, 'utf8'),
  ])
  const session = await InferenceSession.create(weights, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  })
  const json = JSON.parse(settings)
  const labels = readLabels(json)
  const cutWord = makeCutWord(vocabulary)
  const isWord = (word: string): boolean => {
    const { ids } = cutWord(word)
    return ids.length === 1 && ids[0] !== json.unk
  }
  const lists = loadWordLists()
  return {
    version: json.version,
    maxPieces: json.maxPieces,
    cls: json.cls,
    sep: json.sep,
    labels,
    heads: json,
    lemmas: { scripts: labels.lemmas, irregular: loadIrregularForms(), isWord },
    names: loadNameWords(lists.fileEndings),
    tokenise: makeTokenise(lists),
    cutWord,
    run: window => runWindow(session, window),
    close: () => session.release(),
  }
}

interface Settings {
  readonly upos: readonly string[]
  readonly feats: readonly string[]
  readonly lemmas: readonly string[]
  readonly entities: readonly string[]
  readonly deprels: readonly string[]
  readonly relation: { readonly weights: readonly (readonly number[])[]; readonly bias: readonly number[] }
}

const readLabels = (json: Settings): Labels => ({
  upos: json.upos,
  feats: json.feats.map(readFeats),
  lemmas: json.lemmas.map(readScript),
  entities: json.entities,
  deprels: json.deprels,
  relationWeights: Float32Array.from(json.relation.weights.flat()),
  relationBias: Float32Array.from(json.relation.bias),
})

function readFeats(label: string): Readonly<Record<string, string>> {
  if (label === '_') return Object.freeze({})
  return Object.freeze(Object.fromEntries(label.split('|').map(pair => pair.split('=') as [string, string])))
}

function readScript(script: string): LemmaScript {
  if (script.startsWith('=')) return { whole: script.slice(1), lower: false, cut: 0, add: '' }
  const [mode, cut, ...add] = script.split(';')
  return { whole: null, lower: mode === 'l', cut: Number(cut), add: add.join(';') }
}

async function runWindow(session: InferenceSession, window: WindowInput): Promise<WindowOutput> {
  const pieces = [1, window.ids.length]
  const out = await session.run({
    input_ids: new Tensor('int64', window.ids, pieces),
    casing: new Tensor('int64', window.casing, pieces),
    attention_mask: new Tensor('int64', new BigInt64Array(window.ids.length).fill(1n), pieces),
    word_starts: new Tensor('int64', window.wordStarts, [1, window.wordStarts.length]),
  })
  const scores = (name: string) => out[name].data as Float32Array
  return {
    sentence: scores('sentence'),
    upos: scores('upos'),
    feats: scores('feats'),
    lemma: scores('lemma'),
    entity: scores('entity'),
    arcs: scores('arcs'),
    relationDependent: scores('relation_dependent'),
    relationHead: scores('relation_head'),
    heads: {
      facts: scores('facts'),
      linkFrom: scores('link_from'),
      linkTo: scores('link_to'),
      linkBias: scores('link_bias'),
    },
  }
}
