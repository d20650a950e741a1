// Comes in: the chains of a text as annotated and as found, mentions as strings. Goes out: counts of MUC, B³, CEAF-e and LEA, which add up over texts.
// Definitions after the reference scorer (Pradhan et al. 2014, ACL) and, for LEA, Moosavi and Strube (2016, ACL).
import { bestPairing } from './best-pairing.ts'

/** Chains of one text; a mention is any string that both sides write alike. */
export type Chains = readonly (readonly string[])[]

/** What recall and precision are the shares of. */
export interface Shares {
  readonly right: number
  readonly gold: number
  readonly rightFound: number
  readonly found: number
}

export const CHAIN_METRICS = ['MUC', 'B³', 'CEAF-e', 'LEA', 'mentions'] as const
export type ChainMetric = (typeof CHAIN_METRICS)[number]
export type ChainScore = Readonly<Record<ChainMetric, Shares>>

/** The mean of the three that the CoNLL shared tasks took. */
export const CONLL_METRICS: readonly ChainMetric[] = ['MUC', 'B³', 'CEAF-e']

export function scoreChains(gold: Chains, found: Chains): ChainScore {
  return {
    MUC: bothWays(gold, found, muc),
    'B³': bothWays(gold, found, bCubed),
    LEA: bothWays(gold, found, lea),
    'CEAF-e': ceaf(gold, found),
    mentions: bothWays(gold, found, mentions),
  }
}

export const addShares = (a: Shares, b: Shares): Shares => ({
  right: a.right + b.right,
  gold: a.gold + b.gold,
  rightFound: a.rightFound + b.rightFound,
  found: a.found + b.found,
})

export const NO_SHARES: Shares = { right: 0, gold: 0, rightFound: 0, found: 0 }

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

export const recallOf = (s: Shares): number => share(s.right, s.gold)
export const precisionOf = (s: Shares): number => share(s.rightFound, s.found)

export function f1Of(s: Shares): number {
  const [p, r] = [precisionOf(s), recallOf(s)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

/** Part and whole of one side's chains, seen from the other side. */
type OneWay = (chains: Chains, other: Chains) => { readonly part: number; readonly whole: number }

function bothWays(gold: Chains, found: Chains, oneWay: OneWay): Shares {
  const [recall, precision] = [oneWay(gold, found), oneWay(found, gold)]
  return { right: recall.part, gold: recall.whole, rightFound: precision.part, found: precision.whole }
}

const chainOf = (chains: Chains): ReadonlyMap<string, number> =>
  new Map(chains.flatMap((chain, i) => chain.map(mention => [mention, i] as const)))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** How many of a chain's mentions stand together in each chain of the other side, and how many in none. */
function partsOf(chain: readonly string[], other: ReadonlyMap<string, number>) {
  const sizes = new Map<number, number>()
  let alone = 0
  for (const mention of chain) {
    const at = other.get(mention)
    if (at === undefined) alone++
    else sizes.set(at, (sizes.get(at) ?? 0) + 1)
  }
  return { sizes: [...sizes.values()], alone }
}

const muc: OneWay = (chains, other) => {
  const index = chainOf(other)
  const parts = chains.map(chain => partsOf(chain, index))
  return {
    part: sum(chains.map((chain, i) => chain.length - parts[i].sizes.length - parts[i].alone)),
    whole: sum(chains.map(chain => chain.length - 1)),
  }
}

const bCubed: OneWay = (chains, other) => {
  const index = chainOf(other)
  return {
    part: sum(chains.map(chain => sum(partsOf(chain, index).sizes.map(n => n * n)) / chain.length)),
    whole: sum(chains.map(chain => chain.length)),
  }
}

const links = (size: number): number => (size * (size - 1)) / 2

const lea: OneWay = (chains, other) => {
  const index = chainOf(other)
  const linked = chains.filter(chain => chain.length > 1)
  return {
    part: sum(linked.map(c => (c.length * sum(partsOf(c, index).sizes.map(links))) / links(c.length))),
    whole: sum(linked.map(chain => chain.length)),
  }
}

const mentions: OneWay = (chains, other) => {
  const index = chainOf(other)
  const all = chains.flat()
  return { part: all.filter(mention => index.has(mention)).length, whole: all.length }
}

/** Each chain goes with at most one of the other side, so that the likeness of all pairs is greatest. */
function ceaf(gold: Chains, found: Chains): Shares {
  const index = chainOf(found)
  const likeness = gold.map(chain => {
    const row = new Array<number>(found.length).fill(0)
    for (const mention of chain) {
      const at = index.get(mention)
      if (at !== undefined) row[at] += 2 / (chain.length + found[at].length)
    }
    return row
  })
  const right = bestPairing(likeness)
  return { right, gold: gold.length, rightFound: right, found: found.length }
}
