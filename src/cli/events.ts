// `rapport events`: who did what to whom and when.
import { type Command, Option } from 'commander'
import { STATUSES } from '../store/choices.ts'
import type { EventRow } from '../store/store.ts'
import { actorsFlat, articleCell, list, names, oneLine, when, whereFlat } from './cells.ts'
import { type Listing, type ListOptions, listOptions, printList } from './list.ts'

const EXAMPLES = `
Examples:
  rapport events --actor PRK --with USA
  rapport events --type CONSULT --status planned --from 2025-09
  rapport events --type SANCTION --no-background --format csv > sanctions.csv`

export const EVENTS: Listing<EventRow> = {
  find: (store, filter) => store.events(filter),
  columns: [
    { name: 'When' },
    { name: 'Type' },
    { name: 'Status' },
    { name: 'Who' },
    { name: 'Toward' },
    { name: 'Words', main: true },
    { name: 'Article' },
  ],
  cells: row => [
    when(row.time),
    row.mode ? `${row.type} ${row.mode}` : row.type,
    statusOf(row),
    names(row.actors),
    row.reciprocal && row.recipients.length === 0 ? '(each other)' : names(row.recipients),
    oneLine(row.words),
    articleCell(row.article),
  ],
  flat: row => ({
    id: row.id,
    type: row.type,
    cameo: row.cameo,
    mode: row.mode,
    contexts: list(row.contexts),
    status: row.status,
    background: row.background,
    ...actorsFlat('actors', row.actors),
    ...actorsFlat('recipients', row.recipients),
    reciprocal: row.reciprocal,
    words: row.words,
    time_words: row.time?.span.words ?? null,
    time_from: row.time?.from ?? null,
    time_to: row.time?.to ?? null,
    place: row.place?.name ?? null,
    place_country: row.place?.country ?? null,
    told_in: row.attributedTo,
    denied_by: row.deniedBy?.name ?? null,
    doubted_by: list(row.doubts.map(doubt => doubt.by?.name ?? null)),
    confidence: row.confidence,
    by: row.by,
    origin: row.origin,
    ...whereFlat(row.article, row.at),
  }),
}

export function statusOf(row: EventRow): string {
  const denied = row.deniedBy ? `, denied by ${row.deniedBy.name}` : ''
  return `${row.status}${row.background ? ', background' : ''}${denied}`
}

export function addEvents(program: Command): void {
  listOptions(
    program.command('events').description('List who did, will do, might do or did not do what to whom.'),
  )
    .option('--with <who>', 'a second actor that takes part')
    .option('--type <type>', 'one of the sixteen PLOVER types, such as CONSULT')
    .addOption(new Option('--status <status>', 'whether it took place').choices(STATUSES))
    .option('--background', "only acts before the story's own news")
    .option('--no-background', 'none of them')
    .addHelpText('after', EXAMPLES)
    .action((options: ListOptions) => printList(EVENTS, options))
}
