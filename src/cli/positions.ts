// `rapport positions`: what each side demands, offers and refuses.
import { type Command, Option } from 'commander'
import { STANCES } from '../store/choices.ts'
import type { PositionRow } from '../store/store.ts'
import { actorsFlat, articleCell, list, names, oneLine, whereFlat } from './cells.ts'
import { type Listing, type ListOptions, listOptions, printList } from './list.ts'

const EXAMPLES = `
Examples:
  rapport positions --country UKR
  rapport positions --actor Tehran --stance precondition
  rapport positions --issue sanctions --current --format csv > table.csv`

export const POSITIONS: Listing<PositionRow> = {
  find: (store, filter) => store.positions(filter),
  columns: [
    { name: 'Date' },
    { name: 'Who' },
    { name: 'Stance', whole: true },
    { name: 'Issue' },
    { name: 'Toward' },
    { name: 'Words', main: true },
    { name: 'Article' },
  ],
  cells: row => [
    row.article.published ?? '',
    holders(row),
    row.current ? row.stance : `${row.stance} (past)`,
    row.issue,
    names(row.toward),
    changedFrom(row) + oneLine(row.words),
    articleCell(row.article),
  ],
  flat: row => ({
    id: row.id,
    ...actorsFlat('holders', row.holders),
    for: row.for,
    stance: row.stance,
    issue: row.issue,
    known_issue: row.knownIssue,
    ...actorsFlat('toward', row.toward),
    condition: row.condition?.words ?? null,
    consequence: row.consequence?.words ?? null,
    current: row.current,
    period: row.period?.words ?? null,
    words: row.words,
    changed_from: row.changedFrom?.stance ?? null,
    changed_from_published: row.changedFrom?.article.published ?? null,
    changed_from_article: row.changedFrom?.article.id ?? null,
    changed_from_words: row.changedFrom?.words ?? null,
    rests_on: list(row.restsOn),
    confidence: row.confidence,
    by: row.by,
    origin: row.origin,
    ...whereFlat(row.article, row.at),
  }),
}

/** "[was demand, 2026-03-03, 1a2b3c4d] ": before the words, since most rows have none; its words stand in the other formats. */
const changedFrom = ({ changedFrom: earlier }: PositionRow): string =>
  earlier
    ? `[was ${earlier.stance}, ${earlier.article.published ?? ''}, ${articleCell(earlier.article)}] `
    : ''

export const holders = (row: PositionRow): string => {
  const who = names(row.holders) || '(unknown)'
  return row.for ? `${who} (${row.for})` : who
}

export function addPositions(program: Command): void {
  listOptions(
    program.command('positions').description('List what each side demands, offers, refuses or warns of.'),
  )
    .option('--with <who>', 'a second actor, such as the one it is held toward')
    .addOption(new Option('--stance <stance>', 'the kind of position').choices(STANCES))
    .option('--issue <words>', 'words of the issue')
    .option('--current', 'only positions held now')
    .option('--no-current', 'only positions of the past')
    .addHelpText('after', EXAMPLES)
    .action((options: ListOptions) => printList(POSITIONS, options))
}
