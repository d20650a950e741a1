// The tune part of the corpus comes in; the weights of data/confidence.yaml go out on standard output: logistic regression of "right" on what is known of an entry.
// node dist/measure/calibrate.js TEXTS_FOLDER > data/confidence.yaml
import {
  eventFeatures,
  loadModel,
  openReader,
  positionFeatures,
  readDocument,
  statementFeatures,
} from '../pipeline.ts'
import { judgeEntries, readTuned } from './corpus.ts'

interface Row {
  readonly features: readonly number[]
  readonly right: boolean
}

const STEPS = 4000
const RATE = 0.05
/** Pulls weights towards 0: the texts are few. */
const DECAY = 0.01

function fitWeights(rows: readonly Row[]): number[] {
  const weights = new Array<number>((rows[0]?.features.length ?? 0) + 1).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((w, i) => (i === 0 ? 0 : w * DECAY))
    for (const { features, right } of rows) {
      const all = [1, ...features]
      const sum = all.reduce((s, x, i) => s + x * weights[i], 0)
      const error = 1 / (1 + Math.exp(-sum)) - Number(right)
      all.forEach((x, i) => {
        slope[i] += (error * x) / rows.length
      })
    }
    slope.forEach((s, i) => {
      weights[i] -= RATE * s
    })
  }
  return weights.map(w => Math.round(w * 1000) / 1000)
}

const [texts] = process.argv.slice(2)
if (!texts) throw new Error('Name the folder of texts.')
const model = await loadModel()
const reader = await openReader({ calibrated: false })
const rows: Record<'statement' | 'event' | 'position', Row[]> = { statement: [], event: [], position: [] }
for (const { annotation, record } of await readTuned(reader, texts)) {
  const document = await readDocument(model, record.text, { published: annotation.published })
  const right = judgeEntries({ annotation, record })
  for (const s of record.statements)
    if (right.has(s.id))
      rows.statement.push({ features: statementFeatures(document, s), right: right.get(s.id)! })
  for (const e of record.events)
    if (right.has(e.id)) rows.event.push({ features: eventFeatures(document, e), right: right.get(e.id)! })
  for (const p of record.positions)
    if (right.has(p.id))
      rows.position.push({ features: positionFeatures(document, p), right: right.get(p.id)! })
}
await reader.close()
for (const [kind, all] of Object.entries(rows)) {
  process.stderr.write(`${kind}: ${all.length} entries, ${all.filter(r => r.right).length} right\n`)
  process.stdout.write(`${kind}: [${fitWeights(all).join(', ')}]\n`)
}
