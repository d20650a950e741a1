// Drafts of statements and the actors in, the actors with those out who speak and stand in no list: "a friend said", "the narrator asks".
import { subtree } from '../../language/tree.ts'
import { cover, type Span } from '../../text/span.ts'
import type { ActorIndex, Reference } from '../actors/actor-index.ts'
import type { Actor, Mention } from '../entry.ts'
import type { CutDraft, Reading } from './draft.ts'

/** From this probability on the network takes the noun for whoever speaks. */
const SPEAKER = 0.5

/** Those asked in a poll are counted, not named. */
const SHARES = new Set(['percent', 'percentage', 'quarter', 'third', 'half', 'fifth', 'majority'])

/** What stands at the edge of a phrase and is no part of it. */
const EDGES = new Set(['PUNCT', 'ADP', 'CCONJ', 'SCONJ', 'ADV'])

interface Teller {
  readonly head: number
  readonly span: Span
  readonly words: string
}

/** Nouns that speak and that no list of actors holds; the same noun again is the same speaker. */
export function withTellers(reading: Reading, actors: ActorIndex, cut: readonly CutDraft[]): ActorIndex {
  const heads = new Set(
    cut.flatMap(({ draft }) =>
      draft.speakers.filter(h => actors.at(h).length === 0 && isTeller(reading, draft.cueToken, h)),
    ),
  )
  if (heads.size === 0) return actors
  const tellers = [...heads].sort((a, b) => a - b).map(h => tellerAt(reading, h))
  const added = new Map<string, Actor>()
  const at = new Map<number, readonly Reference[]>()
  for (const { head, span, words } of tellers) {
    const mention: Mention = { ...span, how: 'unnamed' }
    const known = added.get(words)
    const actor: Actor = known
      ? { ...known, mentions: [...known.mentions, mention] }
      : {
          id: `actor:${span.start}-${span.end}`,
          ref: null,
          name: words,
          kind: 'unnamed',
          country: null,
          code: null,
          mentions: [mention],
        }
    added.set(words, actor)
    at.set(head, [{ actor: actor.id, span, how: 'unnamed', inferredBy: null }])
  }
  const place = (a: Actor): number => a.mentions[0]?.start ?? Number.POSITIVE_INFINITY
  const list = [...actors.list, ...added.values()].sort((a, b) => place(a) - place(b))
  const byId = new Map([...added.values()].map(a => [a.id, a]))
  return {
    ...actors,
    list,
    get: id => byId.get(id) ?? actors.get(id),
    at: token => at.get(token) ?? actors.at(token),
  }
}

/** A noun for somebody, not for a document, a thing, a share or a time; a word in capitals is a name, which other lists find. */
export function isTeller({ document, cues }: Reading, cue: number | null, head: number): boolean {
  const token = document.tokens[head]
  const lemma = token.lemma.toLowerCase()
  // "Environmentalists worry": a capital at the start of a sentence makes no name of a noun.
  const opens =
    token.upos === 'NOUN' &&
    document.sentences[token.sentence].firstToken === head &&
    /^\p{Lu}\p{Ll}+$/u.test(token.form)
  const isSmall = opens || token.form === token.form.toLowerCase()
  if (cue === null || !['NOUN', 'PROPN'].includes(token.upos) || !isSmall) return false
  if (SHARES.has(lemma) || cues.nouns.documents.has(lemma) || cues.nouns.silent.has(lemma)) return false
  if (document.dates.some(d => d.start <= token.start && token.end <= d.end)) return false
  return document.judgements.link('speaker', cue, head) >= SPEAKER
}

/** The noun with what stands before it; its name is without the article. */
function tellerAt({ document }: Reading, head: number): Teller {
  const own = subtree(document, head)
  let first = head
  while (own.includes(first - 1) && !EDGES.has(document.tokens[first - 1].upos)) first--
  const named = document.tokens
    .slice(first, head + 1)
    .filter(t => !(t.head === head && ['det', 'nummod'].includes(t.deprel)))
  const span = cover([document.tokens[first], document.tokens[head]])
  return { head, span, words: document.text.content.slice(named[0].start, span.end).replace(/\s+/g, ' ') }
}
