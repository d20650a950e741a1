// How far a long reading has come, on stderr: a bar in a terminal, a line now and then elsewhere.
import { SingleBar } from 'cli-progress'
import { note } from './terminal.ts'

export interface Progress {
  /** How many there will be. */
  readonly total: (count: number) => void
  readonly step: () => void
  /** Clears the bar, so that something else can be printed; the next step draws it again. */
  readonly pause: () => void
  readonly end: () => void
}

/** Elsewhere than in a terminal a line is written at most this often, in milliseconds. */
const LINE_EVERY_MS = 10_000

export const startProgress = (): Progress => (process.stderr.isTTY ? bar() : lines())

const rate = (done: number, since: number): number => done / Math.max((Date.now() - since) / 1000, 0.001)

/** "12 s", "5 min", "3 h 20 min". */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const left = (done: number, total: number, since: number): string =>
  duration((total - done) / rate(done, since))

function bar(): Progress {
  const drawn = new SingleBar({
    format: '{bar} {value} of {total} read, {rate} a second, {left} left',
    stream: process.stderr,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
  })
  let total = 0
  let done = 0
  const since = Date.now()
  const start = () =>
    drawn.start(total, done, {
      rate: rate(done, since).toFixed(1),
      left: done ? left(done, total, since) : '?',
    })
  return {
    total: count => {
      total = count
      if (total > 1) start()
    },
    step: () => {
      done++
      if (total <= 1) return
      if (!drawn.isActive) start()
      drawn.update(done, { rate: rate(done, since).toFixed(1), left: left(done, total, since) })
    },
    pause: () => {},
    end: () => drawn.stop(),
  }
}

function lines(): Progress {
  let total = 0
  let done = 0
  let last = Date.now()
  const since = last
  return {
    total: count => {
      total = count
    },
    step: () => {
      done++
      if (Date.now() - last < LINE_EVERY_MS) return
      last = Date.now()
      note(
        `${done} of ${total} read, ${rate(done, since).toFixed(1)} a second, ${left(done, total, since)} left`,
      )
    },
    pause: () => {},
    end: () => {},
  }
}
