// data/events/*.yaml comes in, the acts that events are read with and the words that shift their status go out.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

export const ACT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type ActType = (typeof ACT_TYPES)[number]

export type WordClass = 'verb' | 'noun' | 'adjective'

/** What an act or cue makes of the acts told inside its complement. */
export type Inner = 'happened' | 'planned' | 'possible' | 'denied' | 'none'

/**
 * A word that must stand with the head: in any slot (`null`: a particle, adverb or preposition), as a modifier before a noun
 * (`mod`), or in a slot of the frame (`obj`, `subj`, `comp`, a preposition) with one of the lemmas; without lemmas any word will do.
 */
export interface Part {
  readonly slot: string | null
  readonly lemmas: readonly string[]
}

export interface Pattern {
  readonly words: WordClass
  readonly head: string
  readonly parts: readonly Part[]
}

/** A word or multi-word expression under which other acts change their status. */
export interface Cue extends Pattern {
  readonly inner: Inner
  /** Who does the inner act: the cue's own actor (`by`) or the one it is directed at (`to`). */
  readonly innerBy: 'by' | 'to'
  readonly background: boolean
}

/**
 * Which sides an act must have to be political; `abroad`: a side, and another state as its place or other side; `any`: a side
 * of any kind; `text`: none where the text is about politics, else either; `strict`: both, in politics too; `never`:
 * words that tell of no act ("received a letter").
 */
export type Needs = 'either' | 'both' | 'by' | 'to' | 'abroad' | 'any' | 'text' | 'strict' | 'none' | 'never'

export interface Act extends Pattern {
  readonly id: string
  readonly type: ActType
  readonly cameo: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  /** Slots in which the actors stand, first filled one first. */
  readonly by: readonly string[]
  readonly to: readonly string[]
  readonly reciprocal: boolean
  readonly needs: Needs
  readonly inner: Inner | null
  readonly innerBy: 'by' | 'to'
  /** Words that sport, markets and company news use as well. */
  readonly loose: boolean
  /** A word that tells of its act even where it stands without a side. */
  readonly bare: boolean
  /** What the act is when several states do it together (a drill of two navies is COOPERATE). */
  readonly jointly: { readonly type: ActType; readonly cameo: string } | null
}

export interface Acts {
  readonly acts: Readonly<Record<WordClass, ReadonlyMap<string, readonly Act[]>>>
  readonly cues: Readonly<Record<WordClass, ReadonlyMap<string, readonly Cue[]>>>
  /** Things that wound and kill for somebody ("a bomb", "gunfire"). */
  readonly means: ReadonlySet<string>
  /** Words of what follows a threat ("respond", "consequence"). */
  readonly consequences: ReadonlySet<string>
  /** Nouns that point back at a deed ("condemned the operation"). */
  readonly deeds: ReadonlySet<string>
  /** Verbs that only lend a noun its subject ("hold talks"). */
  readonly light: ReadonlySet<string>
  /** Verbs whose subject takes place ("talks begin"). */
  readonly occurs: ReadonlySet<string>
  /** Nouns that only count or contain an act ("a round of talks"). */
  readonly containers: ReadonlySet<string>
  /** Things and people that stand for their state ("Russian warplanes"). */
  readonly owned: ReadonlySet<string>
  /** Words in the name of an office or a group that show it is political ("minister", "rebels"). */
  readonly political: ReadonlySet<string>
  /** Words of sport, markets and the like; an act marked loose beside them is none. */
  readonly elsewhere: ReadonlySet<string>
  /** What nobody stands behind, so that fighting it is no act toward a side. */
  readonly unpeopled: ReadonlySet<string>
  /** Phrases that put a clause into the past of the story, lower case. */
  readonly past: readonly RegExp[]
  /** Words of calling something untrue or unwelcome, for denials and doubts. */
  readonly doubt: ReadonlySet<string>
  /** Words that call a report untrue ("pure invention"), and words for the report. */
  readonly untrue: ReadonlySet<string>
  readonly reports: ReadonlySet<string>
  /** Words that condemn the deed they are said of ("a mockery"). */
  readonly verdicts: ReadonlySet<string>
  /** The act that a verdict is. */
  readonly verdict: Act
  /** Verbs that report what somebody says. */
  readonly saying: ReadonlySet<string>
  /** Type of the outer act → beginning of the inner CAMEO code → CAMEO code of the outer act. */
  readonly refine: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const FOLDER = new URL('../../data/events/', import.meta.url)

type Row = Readonly<Record<string, unknown>>

const asList = (value: unknown): string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String)

/** `take obj:jab|swipe at`, `peace talk`, `call +for`; `obj:` asks for any object; `out-of:deal` a phrase with "out of"; `@talks` names a set of words. */
export function readPattern(
  line: string,
  words: WordClass,
  sets: Readonly<Record<string, readonly string[]>>,
): Pattern {
  const lemmasOf = (choice: string) =>
    choice.split('|').flatMap(w => {
      if (!w.startsWith('@')) return [w]
      const set = sets[w.slice(1)]
      if (!set) throw new Error(`"${line}" names the unknown set ${w}: add it to data/events/words.yaml.`)
      return set
    })
  const pieces = line.split(' ')
  const isPart = (p: string) => p.startsWith('+') || p.includes(':')
  const plain = pieces.filter(p => !isPart(p))
  const head = words === 'noun' ? plain[plain.length - 1] : plain[0]
  const rest = words === 'noun' ? plain.slice(0, -1) : plain.slice(1)
  const marked = pieces.filter(isPart).map(p => {
    if (p.startsWith('+')) return { slot: null, lemmas: lemmasOf(p.slice(1)) }
    const at = p.indexOf(':')
    const choice = p.slice(at + 1)
    return { slot: p.slice(0, at).replaceAll('-', ' '), lemmas: choice === '' ? [] : lemmasOf(choice) }
  })
  const slot = words === 'noun' ? 'mod' : null
  return { words, head, parts: [...rest.map(w => ({ slot, lemmas: lemmasOf(w) })), ...marked] }
}

/** `@impose obj:sanctions` stands for one line a verb of the set. */
function headsOf(line: string, sets: Readonly<Record<string, readonly string[]>>): string[] {
  const [head, ...rest] = line.split(' ')
  const set = head.startsWith('@') && !head.startsWith('@peace') ? sets[head.slice(1)] : undefined
  return set ? set.map(word => [word, ...rest].join(' ')) : [line]
}

const DEFAULT_BY: Record<WordClass, readonly string[]> = {
  verb: ['subj'],
  noun: ['by', 'poss', 'comp', 'subj'],
  adjective: ['subj'],
}
const DEFAULT_TO: Record<WordClass, readonly string[]> = {
  verb: ['obj'],
  noun: ['against', 'on', 'with', 'to'],
  adjective: ['of', 'to'],
}

function readAct(
  id: string,
  row: Row,
  type: ActType,
  words: WordClass,
  sets: Record<string, readonly string[]>,
): Act[] {
  const cameo = row.cameo
  if (typeof cameo !== 'string' || !/^\d{2,4}$/.test(cameo))
    throw new Error(`The act "${id}" needs a CAMEO code in quotation marks, such as "042".`)
  const shared = {
    id,
    type: row.type === undefined ? type : (row.type as ActType),
    cameo,
    mode: row.mode === undefined ? null : String(row.mode),
    contexts: asList(row.contexts),
    by: row.by === undefined ? DEFAULT_BY[words] : asList(row.by),
    to: row.to === undefined ? DEFAULT_TO[words] : asList(row.to),
    reciprocal: row.both === true,
    needs: (row.needs as Needs | undefined) ?? 'either',
    inner: (row.inner as Inner | undefined) ?? null,
    innerBy: row.innerBy === 'to' ? ('to' as const) : ('by' as const),
    loose: row.loose === true,
    bare: row.bare === true,
    jointly: (row.jointly as Act['jointly'] | undefined) ?? null,
  }
  const lines = row.as === undefined ? [id.replaceAll('-', ' ')] : asList(row.as)
  return lines
    .flatMap(line => headsOf(line, sets))
    .map(line => ({ ...shared, ...readPattern(line, words, sets) }))
}

function byHead<T extends Pattern>(
  patterns: readonly T[],
): Record<WordClass, ReadonlyMap<string, readonly T[]>> {
  const found: Record<WordClass, Map<string, T[]>> = {
    verb: new Map(),
    noun: new Map(),
    adjective: new Map(),
  }
  for (const p of patterns) found[p.words].set(p.head, [...(found[p.words].get(p.head) ?? []), p])
  return found
}

const SECTIONS: readonly (readonly [string, WordClass])[] = [
  ['verbs', 'verb'],
  ['nouns', 'noun'],
  ['adjectives', 'adjective'],
]

function readCues(rows: readonly Row[], sets: Record<string, readonly string[]>): Cue[] {
  return rows.flatMap(row =>
    SECTIONS.flatMap(([section, words]) =>
      asList(row[section]).map(line => ({
        ...readPattern(line, words, sets),
        inner: row.inner as Inner,
        innerBy: row.innerBy === 'to' ? ('to' as const) : ('by' as const),
        background: row.background === true,
      })),
    ),
  )
}

function verdictAct(acts: readonly Act[]): Act {
  const found = acts.find(a => a.id === 'verdict')
  if (!found) throw new Error('data/events/accuse.yaml must hold the act "verdict".')
  return found
}

const load = (folder: URL, name: string): Row => parse(readFileSync(new URL(name, folder), 'utf8')) as Row

/** Reads the lexicon of acts; throws when a file breaks its form (our own mistake, never the user's). */
export function readActs(folder: URL = FOLDER): Acts {
  const words = load(folder, 'words.yaml')
  const sets = Object.fromEntries(Object.entries((words.sets ?? {}) as Row).map(([k, v]) => [k, asList(v)]))
  const files = readdirSync(folder).filter(
    f => f.endsWith('.yaml') && !['words.yaml', 'status.yaml'].includes(f),
  )
  const acts = files.flatMap(file => {
    const content = load(folder, file)
    const type = content.type as ActType
    if (!ACT_TYPES.includes(type)) throw new Error(`data/events/${file} must open with one of the 16 types.`)
    return SECTIONS.flatMap(([section, wordClass]) =>
      Object.entries((content[section] ?? {}) as Record<string, Row>).flatMap(([id, row]) =>
        readAct(id, row, type, wordClass, sets),
      ),
    )
  })
  const status = load(folder, 'status.yaml')
  const set = (key: string): ReadonlySet<string> => new Set(asList(words[key]))
  return {
    acts: byHead(acts),
    cues: byHead(readCues((status.cues ?? []) as Row[], sets)),
    means: set('means'),
    consequences: set('consequences'),
    deeds: set('deeds'),
    light: set('light'),
    occurs: set('occurs'),
    containers: set('containers'),
    owned: set('owned'),
    political: set('political'),
    elsewhere: set('elsewhere'),
    unpeopled: set('unpeopled'),
    past: asList(status.past).map(p => new RegExp(`\\b(?:${p})\\b`, 'i')),
    doubt: new Set(asList(status.doubt)),
    untrue: new Set(asList(status.untrue)),
    reports: new Set(asList(status.reports)),
    verdicts: new Set(asList(status.verdicts)),
    verdict: verdictAct(acts),
    saying: new Set(asList(status.saying)),
    refine: words.refine as Acts['refine'],
  }
}
