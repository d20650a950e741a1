// A word comes in; the dictionary forms it may have go out: the model's lemma first, then what irregular and regular endings allow.
import type { Document, Token } from '../../language/document.ts'

/** Verbs of this lexicon whose past forms no ending shows; the model's lemma can miss them. */
const IRREGULAR: Readonly<Record<string, string>> = {
  met: 'meet',
  held: 'hold',
  sat: 'sit',
  spoke: 'speak',
  spoken: 'speak',
  said: 'say',
  told: 'tell',
  took: 'take',
  taken: 'take',
  gave: 'give',
  given: 'give',
  made: 'make',
  paid: 'pay',
  went: 'go',
  gone: 'go',
  came: 'come',
  left: 'leave',
  flew: 'fly',
  flown: 'fly',
  began: 'begin',
  begun: 'begin',
  broke: 'break',
  broken: 'break',
  brought: 'bring',
  built: 'build',
  sent: 'send',
  sold: 'sell',
  bought: 'buy',
  cut: 'cut',
  fell: 'fall',
  fallen: 'fall',
  fought: 'fight',
  froze: 'freeze',
  frozen: 'freeze',
  got: 'get',
  had: 'have',
  has: 'have',
  hit: 'hit',
  kept: 'keep',
  led: 'lead',
  lent: 'lend',
  lost: 'lose',
  put: 'put',
  quit: 'quit',
  rang: 'ring',
  rose: 'rise',
  sought: 'seek',
  shot: 'shoot',
  shut: 'shut',
  stood: 'stand',
  struck: 'strike',
  swore: 'swear',
  sworn: 'swear',
  threw: 'throw',
  thrown: 'throw',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  wrote: 'write',
  written: 'write',
  blew: 'blow',
  blown: 'blow',
  caught: 'catch',
  chose: 'choose',
  chosen: 'choose',
  dealt: 'deal',
  drew: 'draw',
  drawn: 'draw',
  drove: 'drive',
  fed: 'feed',
  felt: 'feel',
  forbade: 'forbid',
  forgave: 'forgive',
  forgiven: 'forgive',
  laid: 'lay',
  let: 'let',
  rode: 'ride',
  ran: 'run',
  saw: 'see',
  seen: 'see',
  slew: 'slay',
  slain: 'slay',
  stole: 'steal',
  stolen: 'steal',
  stuck: 'stick',
  tore: 'tear',
  torn: 'tear',
  thought: 'think',
  upheld: 'uphold',
  beaten: 'beat',
  overran: 'overrun',
  sank: 'sink',
  sunk: 'sink',
  spent: 'spend',
  won: 'win',
  dug: 'dig',
}

const DOUBLED = /([bdglmnprt])\1$/

/** Stems an inflected form may come from: "imposed" → impose, impos; "planned" → plann, plan. */
function stems(form: string): string[] {
  const cut = (n: number) => form.slice(0, -n)
  if (form.endsWith('ied') || form.endsWith('ies')) return [`${cut(3)}y`]
  if (form.endsWith('ing') && form.length > 5) return [cut(3), `${cut(3)}e`, cut(3).replace(DOUBLED, '$1')]
  if (form.endsWith('ed') && form.length > 4) return [cut(2), cut(1), cut(2).replace(DOUBLED, '$1')]
  if (form.endsWith('es') && form.length > 4) return [cut(1), cut(2)]
  return form.endsWith('s') && !form.endsWith('ss') && form.length > 3 ? [cut(1)] : []
}

const known = new WeakMap<Token, readonly string[]>()

/** "cease-fire" is read as three words: its last one is known by the whole as well. */
export function rememberHyphens({ tokens }: Document): void {
  for (const token of tokens) {
    const [first, hyphen] = [tokens[token.index - 2], tokens[token.index - 1]]
    if (!first || hyphen.form !== '-' || first.end !== hyphen.start || hyphen.end !== token.start) continue
    const before = `${first.form.toLowerCase()}-`
    known.set(token, [...baseForms(token), ...baseForms(token).map(form => `${before}${form}`)])
  }
}

export function baseForms(token: Token): readonly string[] {
  const seen = known.get(token)
  if (seen) return seen
  const form = token.form.toLowerCase()
  const verbal = token.upos === 'VERB' || token.upos === 'AUX' || token.upos === 'ADJ'
  const irregular = verbal && IRREGULAR[form] ? [IRREGULAR[form]] : []
  const regular = verbal || token.upos === 'NOUN' || token.upos === 'PROPN' ? stems(form) : []
  const forms = [...new Set([token.lemma.toLowerCase(), ...irregular, form, ...regular])]
  known.set(token, forms)
  return forms
}
