// Comes in: a Document. Goes out: its chains: phrases that stand for the same, in text order, two at least.
// Phrases are read from front to back; each joins the chain of its best antecedent, or begins one where none is better.
import { readFileSync } from 'node:fs'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { antecedentsOf, disagree } from './coreference-candidates.ts'
import { type FeaturesOf, featuresIn } from './coreference-features.ts'
import { findPhrases, type Phrase } from './coreference-phrases.ts'
import { loadCoreferenceWords } from './coreference-words.ts'
import type { Document } from './document.ts'

export type { Phrase } from './coreference-phrases.ts'

/** More is likelier: that `phrase` stands for the same as `earlier`; for null, that it begins a chain. Scores of several scorers may be added up. */
export type ScoreLink = (phrase: Phrase, earlier: Phrase | null) => number

/** What may be linked in a Document, and what speaks for each link. */
export interface Links {
  readonly phrases: readonly Phrase[]
  /** Earlier phrases that grammar allows, nearest first. */
  readonly antecedentsOf: (phrase: Phrase) => readonly Phrase[]
  readonly featuresOf: FeaturesOf
}

export type LinksIn = (document: Document) => Links

const WEIGHTS = new URL('../../models/coreference/weights.tsv', import.meta.url)

export function openLinks(knowledge: Knowledge): LinksIn {
  const words = loadCoreferenceWords()
  return document => {
    const phrases = findPhrases(document, knowledge, words)
    return {
      phrases,
      antecedentsOf: phrase => antecedentsOf(document, phrases, phrase),
      featuresOf: featuresIn(document, phrases),
    }
  }
}

/** Weight by feature, from lines of a feature, a tab and its weight. */
export const readLinkWeights = (file: URL = WEIGHTS): ReadonlyMap<string, number> =>
  new Map(
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => line.split('\t'))
      .map(([feature, weight]) => [feature, Number(weight)]),
  )

export const scoreByWeights =
  ({ featuresOf }: Links, weights: ReadonlyMap<string, number>): ScoreLink =>
  (phrase, earlier) => {
    let score = 0
    for (const feature of featuresOf(phrase, earlier)) score += weights.get(feature) ?? 0
    return score
  }

/** Chains by any scorer. */
export function linkPhrases({ phrases, antecedentsOf }: Links, score: ScoreLink): Phrase[][] {
  const chains: Phrase[][] = []
  for (const phrase of phrases) {
    let chain: Phrase[] = []
    let top = score(phrase, null)
    for (const earlier of antecedentsOf(phrase)) {
      const value = score(phrase, earlier)
      if (value <= top || chains[earlier.index].some(member => disagree(phrase, member))) continue
      chain = chains[earlier.index]
      top = value
    }
    chain.push(phrase)
    chains[phrase.index] = chain
  }
  return [...new Set(chains)].filter(chain => chain.length > 1)
}

/** Reads the weights once, for any number of Documents. */
export function loadCoreference(knowledge: Knowledge): (document: Document) => Phrase[][] {
  const linksIn = openLinks(knowledge)
  const weights = readLinkWeights()
  return document => {
    const links = linksIn(document)
    return linkPhrases(links, scoreByWeights(links, weights))
  }
}
