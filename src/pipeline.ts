// The journey of an article on one page: bytes become an Article, the Article's Text a Document, the Document the record.
import { readFileSync } from 'node:fs'
import { loadActorWords } from './knowledge/actor-words.ts'
import { readActs } from './knowledge/acts.ts'
import { type ConfidenceWeights, loadConfidenceWeights } from './knowledge/confidence-weights.ts'
import { readCues } from './knowledge/cues.ts'
import { dataVersion } from './knowledge/data-version.ts'
import { loadKnowledge } from './knowledge/load-knowledge.ts'
import { loadStances } from './knowledge/stances.ts'
import type { LanguageModel } from './language/read-document.ts'
import { loadModel, readDocument } from './language/read-document.ts'
import { withConfidence } from './record/confidence.ts'
import type { Lexicons } from './record/read-record.ts'
import { readRecord } from './record/read-record.ts'
import type { ArticleRecord } from './record/record.ts'
import { writeEntries } from './record/write-record.ts'
import type { Article } from './sources/article.ts'

export { loadKnowledge } from './knowledge/load-knowledge.ts'
export { type Links, linkPhrases, loadCoreference, openLinks } from './language/coreference.ts'
export { loadModel, readDocument } from './language/read-document.ts'
export { eventFeatures, positionFeatures, statementFeatures } from './record/confidence.ts'
export { gatherSources } from './sources/gather-sources.ts'
export { readSource, readText } from './sources/read-source.ts'

export interface ReaderOptions {
  /** Threads of the language model; two unless said. */
  readonly threads?: number
  /** Files with the user's own actors, in the form of data/knowledge. */
  readonly extra?: readonly string[]
  /** False: entries keep their rule's own confidence, which is what the measured one is fitted on. */
  readonly calibrated?: boolean
}

export interface Reader {
  readonly version: ArticleRecord['reader']
  /** Reads one article; the same article with the same reader gives the same record. */
  readonly read: (article: Article) => Promise<ArticleRecord>
  readonly close: () => Promise<void>
}

const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
    .version

function loadLexicons(extra: readonly string[]): Lexicons {
  return {
    knowledge: loadKnowledge({ extra }),
    actorWords: loadActorWords(),
    cues: readCues(),
    acts: readActs(),
    stances: loadStances(),
  }
}

async function readArticle(
  article: Article,
  model: LanguageModel,
  lexicons: Lexicons,
  weights: ConfidenceWeights | null,
  version: ArticleRecord['reader'],
): Promise<ArticleRecord> {
  const { text, problems, ...about } = article
  const { published, dateline } = article
  const document = await readDocument(model, text, { published, dateline })
  const written = writeEntries(text, readRecord(document, lexicons, article))
  const entries = weights ? withConfidence(document, written, weights) : written
  return {
    schema: 1,
    reader: version,
    text,
    article: about,
    ...entries,
    problems: [...problems, ...entries.problems],
  }
}

/** Loads model and lexicons once, for any number of articles. Throws when a file of the user's own is not readable. */
export async function openReader(options: ReaderOptions = {}): Promise<Reader> {
  const lexicons = loadLexicons(options.extra ?? [])
  const weights = options.calibrated === false ? null : loadConfidenceWeights()
  const model = await loadModel({ threads: options.threads })
  const version = {
    rapport: packageVersion(),
    model: model.version,
    data: dataVersion(lexicons.knowledge.version),
  }
  return {
    version,
    read: article => readArticle(article, model, lexicons, weights, version),
    close: () => model.close(),
  }
}
