// Actors of an article in, their names with the code of their country out, as text or as ways to their dossiers.
import type { Actor, ActorId } from '../../../src/record/entry.ts'
import { actorHash } from '../route.ts'
import type { Item, Reading } from './items.ts'

interface Props {
  readonly ids: readonly ActorId[]
  readonly reading: Reading
  readonly none?: string
}

export function ActorNames({ ids, reading, none = '' }: Props) {
  if (ids.length === 0) return none
  return ids.map(id => reading.actors.get(id)?.name ?? id).join(' and ')
}

/** With a country's code beside each name, and each name a link to the actor's dossier. */
export function ActorLinks({ ids, reading }: Props) {
  return (
    <ul className="actor-links">
      {ids.map(id => {
        const actor = reading.actors.get(id)
        return (
          <li key={id}>
            {actor ? (
              <a href={actorHash(keyOf(actor))}>
                {actor.name}
                <Country actor={actor} />
              </a>
            ) : (
              id
            )}
          </li>
        )
      })}
    </ul>
  )
}

export function Country({ actor }: { readonly actor: Pick<Actor, 'country' | 'code'> }) {
  // Without a country: the kind of body that the code begins with, such as IGO.
  const shown = actor.country ?? actor.code?.slice(0, 3)
  if (!shown) return null
  return (
    <>
      {' '}
      <span className="code" title={actor.code ? `CAMEO actor code ${actor.code}` : undefined}>
        {shown}
      </span>
    </>
  )
}

/** The key that joins an actor of one article to the same actor in others, as the store makes it (a test holds the two equal). */
export const keyOf = ({
  ref,
  name,
  country,
  kind,
}: Pick<Actor, 'ref' | 'name' | 'country' | 'kind'>): string =>
  ref ?? `${fold(name)}|${country?.toLowerCase() ?? ''}|${kind}`

const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The colour of an entry: its first speaker's, or that of the side that speaks somewhere in the article. */
export function toneOf(item: Item, reading: Reading): string {
  const [first] =
    item.kind === 'statement'
      ? item.entry.speakers.map(s => s.actor)
      : item.kind === 'event'
        ? item.entry.actors
        : item.entry.holders
  const tone = reading.tones.get(first)
  return tone === undefined ? 'tone-none' : `tone-${tone}`
}
