// The folder of free texts (JSON lines, gzipped) comes in; the texts as they were annotated go out, by id.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sha256 } from '../../text/text.ts'

export interface CorpusText {
  readonly id: string
  /** Name of the set: the file's name without its endings. */
  readonly set: string
  readonly text: string
  readonly sha256: string
  readonly published: string | null
  readonly url: string | null
  readonly source: string
  readonly licence: string
}

interface Line {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly date?: string
  readonly url?: string
  readonly source: string
  readonly licence: string
}

/** A headline is part of the text: it stands first, parted by a blank line. */
const withTitle = ({ title, text }: Line): string =>
  title && !text.startsWith(title) ? `${title}\n\n${text}` : text

function readLine(set: string, json: string): CorpusText {
  const line = JSON.parse(json) as Line
  const text = withTitle(line)
  return {
    id: line.id,
    set,
    text,
    sha256: sha256(text),
    published: line.date ?? null,
    url: line.url ?? null,
    source: line.source,
    licence: line.licence,
  }
}

/** All texts of the folder whose id is wanted; empty where the folder is not there. */
export function loadTexts(
  folder: string,
  isWanted: (id: string) => boolean,
): ReadonlyMap<string, CorpusText> {
  const texts = new Map<string, CorpusText>()
  if (!existsSync(folder)) return texts
  for (const file of readdirSync(folder).filter(f => f.endsWith('.jsonl.gz'))) {
    const lines = gunzipSync(readFileSync(join(folder, file)))
      .toString('utf8')
      .split('\n')
    for (const json of lines.filter(Boolean)) {
      const text = readLine(file.replace('.jsonl.gz', ''), json)
      if (isWanted(text.id)) texts.set(text.id, text)
    }
  }
  return texts
}
