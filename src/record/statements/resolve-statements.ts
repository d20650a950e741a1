// Drafts with their words cut in, statements out: speakers, hearers, channel, who is spoken of, what is nested in what.
import type { Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { contains, overlaps } from '../../text/span.ts'
import { type ActorIndex, claimOf, type Reference } from '../actors/actor-index.ts'
import { type ActorId, type Claim, inferred, type Speaker, type Statement } from '../entry.ts'
import type { CutDraft, Reading } from './draft.ts'
import { type ChannelFound, channelIn, channelOf } from './find-channel.ts'
import { issuersOf } from './issuers.ts'
import { speakerPhrase } from './speaker-phrase.ts'
import { together } from './subjects.ts'

export function resolveStatements(
  reading: Reading,
  actors: ActorIndex,
  drafts: readonly CutDraft[],
): Statement[] {
  const inOrder = [...drafts].sort((a, b) => first(a) - first(b))
  const speakers: Speaker[][] = []
  const channels: (ChannelFound | null)[] = []
  inOrder.forEach((cut, i) => {
    const channel = channelOf(reading, cut.draft, cut.content)
    const named = speakersOf(reading, actors, cut)
    speakers.push(
      named.length === 0 ? issuerBefore(reading, actors, cut, i, inOrder, speakers, channel) : named,
    )
    channels.push(channel ?? channelBefore(reading, actors, cut, speakers[i]))
  })
  const statements = nested(
    inOrder.map((cut, i) => statementOf(actors, cut, speakers[i], channels[i])),
    inOrder,
  )
  return statements.flatMap((s, i) =>
    isOwnThought(reading, s, inOrder[i]) ? [] : [withHearer(reading, s, inOrder[i])],
  )
}

/** "She said she hopes they will talk": what somebody says he thinks is told once. */
function isOwnThought(reading: Reading, { within, speakers }: Statement, { draft }: CutDraft): boolean {
  const cue = draft.cueToken === null ? null : reading.document.tokens[draft.cueToken]
  const thought =
    cue &&
    (draft.by === 'adjective:minded' || reading.cues.verb(cue.lemma.toLowerCase())?.mental.has('clause'))
  const by = (s: readonly Speaker[]) => s.map(x => x.claim.value).join(' ')
  return Boolean(thought && within?.cue && by(within.speakers) === by(speakers))
}

/** “He told me, ‘Go,’” Berg said: she is the hearer of the inner words. */
function withHearer(reading: Reading, statement: Statement, { draft }: CutDraft): Statement {
  const outer = statement.within
  // "US" is a country.
  const me = draft.addressees.some(t => /^([Mm]e|[Uu]s)$/.test(reading.document.tokens[t].form))
  if (!outer || !me || outer.form === 'indirect' || outer.speakers.length !== 1) return statement
  const [speaker] = outer.speakers
  const hearer = inferred(speaker.claim.value, [speaker.span], 'quotation:first-person')
  return { ...statement, addressees: [hearer] }
}

const first = (c: CutDraft): number => Math.min(...c.content.map(s => s.start))

const unique = (references: readonly Reference[]): Reference[] =>
  references.filter((r, i) => references.findIndex(o => o.actor === r.actor) === i)

const speakerOf = (reference: Reference): Speaker => ({
  claim: claimOf(reference),
  span: reference.span,
  how: reference.how,
})

/** Each actor that speaks once, with the whole phrase that names it. */
function speakersOf(reading: Reading, actors: ActorIndex, { draft, content }: CutDraft): Speaker[] {
  const found = draft.speakers.flatMap(head =>
    namesOf(reading, actors, head).map(reference => ({
      ...speakerOf(reference),
      span: speakerPhrase(reading, head, reference.span, { cue: draft.cue, content }),
    })),
  )
  return found.filter((s, i) => found.findIndex(o => o.claim.value === s.claim.value) === i)
}

/** "The statement said": who issued the statement that was named before, in this paragraph or the one above. */
function issuerBefore(
  reading: Reading,
  actors: ActorIndex,
  cut: CutDraft,
  at: number,
  all: readonly CutDraft[],
  speakers: readonly Speaker[][],
  channel: ChannelFound | null,
): Speaker[] {
  const { channelToken } = cut.draft
  if (channelToken === null) return []
  const noun = reading.document.tokens[channelToken]
  const issuers = channel ? lastIssuer(reading, cut, at, all, speakers, channel) : []
  return issuers.length > 0 ? issuers : issuerInText(reading, actors, noun)
}

/** A document named without its issuer: the one that another mention of it names ("a ministry report … the report found"). */
function issuerInText(reading: Reading, actors: ActorIndex, noun: Token): Speaker[] {
  const { document, cues } = reading
  const indefinite = reading.document.children[noun.index].some(i =>
    ['a', 'an', 'another', 'some'].includes(document.tokens[i].lemma.toLowerCase()),
  )
  const bare =
    noun.feats.Number === 'Plur' &&
    !dependents(document, noun.index, 'det', 'amod', 'compound', 'nmod:poss').length
  if (indefinite || bare) return []
  const general = GENERAL_DOCUMENTS.has(noun.lemma.toLowerCase())
  const same = (t: Token) =>
    t.upos === 'NOUN' &&
    t.index !== noun.index &&
    (t.lemma.toLowerCase() === noun.lemma.toLowerCase() ||
      (general && cues.nouns.documents.has(t.lemma.toLowerCase())))
  const mentions = document.tokens.filter(same)
  const before = mentions.filter(t => t.index < noun.index).reverse()
  const after = mentions.filter(t => t.index > noun.index)
  for (const t of [...before, ...after]) {
    const issuers = unique(issuersOf(reading, t.index).flatMap(i => actors.at(i)))
    if (issuers.length > 0)
      return issuers
        .map(speakerOf)
        .map(s => ({ ...s, claim: inferred(s.claim.value, [s.span], 'statement:issuer') }))
  }
  return []
}

/** Words for any document: "the paper says". */
const GENERAL_DOCUMENTS = new Set(['document', 'paper', 'text', 'draft'])

/** Actors of a speaker's head; where it is none, those of the name beside it: "a co-author, Anna Berg", "the group Hamas". */
function namesOf(reading: Reading, actors: ActorIndex, head: number): readonly Reference[] {
  const own = actors.at(head)
  const isNamed = own.some(r => !['unnamed', 'group'].includes(actors.get(r.actor).kind))
  if (isNamed || own.length > 1) return own
  const beside = dependents(reading.document, head, 'appos', 'flat', 'nmod:desc').filter(
    t => t.upos === 'PROPN' && !isPlaceOfPlace(reading, t),
  )
  const named = beside
    .slice(0, 1)
    .flatMap(t => together(reading, t.index))
    .flatMap(t => actors.at(t))
  return named.length > 0 ? named : own
}

/** "officials in Oslo, Norway": the bare name behind a place says where that is, whatever noun the tree hangs it on. */
function isPlaceOfPlace({ document }: Reading, name: Token): boolean {
  const bare = document.children[name.index].every(i => document.tokens[i].upos === 'PUNCT')
  const [comma, place] = [document.tokens[name.index - 1], document.tokens[name.index - 2]]
  const before = dependents(document, place?.index ?? name.index, 'case').map(t => t.lemma.toLowerCase())
  return (
    bare &&
    comma?.form === ',' &&
    place?.upos === 'PROPN' &&
    before.some(c => ['in', 'from', 'at', 'near'].includes(c))
  )
}

function lastIssuer(
  reading: Reading,
  cut: CutDraft,
  at: number,
  all: readonly CutDraft[],
  speakers: readonly Speaker[][],
  channel: ChannelFound,
): Speaker[] {
  const { channelToken } = cut.draft
  if (channelToken === null) return []
  const noun = reading.document.tokens[channelToken]
  const definite = reading.document.children[channelToken].some(i =>
    ['the', 'this', 'that'].includes(reading.document.tokens[i].lemma.toLowerCase()),
  )
  if (!definite) return []
  for (let i = at - 1; i >= 0; i--) {
    const before = channelOf(reading, all[i].draft, all[i].content)
    if (before?.name !== channel.name || speakers[i].length === 0) continue
    const near = paragraphOf(reading, noun.start) - paragraphOf(reading, first(all[i])) <= 1
    return near
      ? speakers[i].map(s => ({ ...s, claim: inferred(s.claim.value, [s.span], 'statement:issuer') }))
      : []
  }
  return []
}

const paragraphOf = (reading: Reading, at: number): number =>
  reading.document.paragraphs.findIndex(p => p.start <= at && at < p.end)

/** "In a post … He remarked": the channel of the sentence before, for the same speaker, named there by his part. */
function channelBefore(
  reading: Reading,
  actors: ActorIndex,
  { draft }: CutDraft,
  speakers: readonly Speaker[],
): ChannelFound | null {
  const { document } = reading
  if (draft.cueToken === null || speakers.length !== 1 || speakers[0].how !== 'pronoun') return null
  const sentence = document.sentences[document.tokens[draft.cueToken].sentence]
  const before = document.sentences[sentence.index - 1]
  if (!before || before.paragraph !== sentence.paragraph) return null
  const subjects = document.tokens
    .slice(before.firstToken, before.endToken)
    .filter(t => t.deprel === 'nsubj')
    .flatMap(t => actors.at(t.index))
  if (!subjects.some(r => r.actor === speakers[0].claim.value)) return null
  return channelIn(reading, before.index, () => true)
}

function statementOf(
  actors: ActorIndex,
  cut: CutDraft,
  speakers: readonly Speaker[],
  channel: ChannelFound | null,
): Statement {
  const { draft, content, quoted, form } = cut
  const who = new Set(speakers.map(s => s.claim.value))
  return {
    kind: 'statement',
    form,
    content,
    quoted,
    cue: draft.cue,
    speakers,
    chain: draft.chain.flatMap(t => actors.at(t).slice(0, 1)).map(r => ({ actor: r.actor, span: r.span })),
    addressees: addresseesOf(actors, draft.addressees, who),
    channel,
    about: spokenOf(actors, content, who),
    polarity: draft.polarity,
    within: null,
    by: draft.by,
    confidence: draft.confidence,
  }
}

const addresseesOf = (
  actors: ActorIndex,
  tokens: readonly number[],
  speakers: ReadonlySet<ActorId>,
): Claim<ActorId>[] =>
  unique(tokens.flatMap(t => actors.at(t)))
    .filter(r => !speakers.has(r.actor))
    .map(claimOf)

const spokenOf = (actors: ActorIndex, content: readonly Span[], speakers: ReadonlySet<ActorId>): ActorId[] =>
  actors.list
    .filter(a => !speakers.has(a.id) && a.mentions.some(m => content.some(c => overlaps(c, m))))
    .map(a => a.id)

/** Puts each statement inside the smallest other one that holds its cue and its words. */
function nested(statements: readonly Statement[], cuts: readonly CutDraft[]): Statement[] {
  const size = (s: Statement) => s.content.reduce((n, c) => n + c.end - c.start, 0)
  const holds = (outer: Statement, inner: Span) => outer.content.some(c => contains(c, inner))
  const order = statements.map((_, i) => i).sort((a, b) => size(statements[b]) - size(statements[a]))
  const done = new Map<number, Statement>()
  for (const i of order) {
    const own = statements[i]
    const mark = cuts[i].draft.cue
    const outer = order.filter(
      j =>
        done.has(j) &&
        holds(statements[j], own.content[0]) &&
        (mark ? holds(statements[j], mark) : size(statements[j]) > size(own)),
    )
    const smallest = outer.sort((a, b) => size(statements[a]) - size(statements[b]))[0]
    done.set(i, smallest === undefined ? own : { ...own, within: done.get(smallest)! })
  }
  return statements.map((_, i) => done.get(i)!)
}
