// Two readers in, which one is newer out.
import type { Reader } from './store.ts'

const byNumber = new Intl.Collator('en', { numeric: true })

/** Whether a reading by `next` should take the place of one by `had`. Data carry a hash, so any other data count as newer. */
export function isNewer(next: Reader, had: Reader): boolean {
  const program = byNumber.compare(next.rapport, had.rapport)
  if (program !== 0) return program > 0
  const model = byNumber.compare(next.model, had.model)
  if (model !== 0) return model > 0
  return next.data !== had.data
}
