// `rapport statements`: who said what.
import { type Command, Option } from 'commander'
import { FORMS, POLARITIES } from '../store/choices.ts'
import type { StatementRow } from '../store/store.ts'
import { actorsFlat, articleCell, list, names, oneLine, whereFlat } from './cells.ts'
import { type Listing, type ListOptions, listOptions, printList } from './list.ts'

const EXAMPLES = `
Examples:
  rapport statements --actor "Kim Yo Jong"
  rapport statements --actor RUS --with Zelensky --from 2025-01
  rapport statements --form direct --format csv > quotations.csv`

export const STATEMENTS: Listing<StatementRow> = {
  find: (store, filter) => store.statements(filter),
  columns: [
    { name: 'Date' },
    { name: 'Who' },
    { name: 'Form' },
    { name: 'Words', main: true },
    { name: 'Article' },
  ],
  cells: row => [
    row.article.published ?? '',
    speakers(row),
    formOf(row),
    quoted(row),
    articleCell(row.article),
  ],
  flat: row => ({
    id: row.id,
    ...actorsFlat(
      'speakers',
      row.speakers.map(speaker => speaker.actor),
    ),
    form: row.form,
    polarity: row.polarity,
    cue: row.cue?.words ?? null,
    words: row.words,
    passed_on_by: list(row.chain.map(link => link.actor?.name ?? link.span.words)),
    channel: row.channel?.name ?? null,
    ...actorsFlat('addressees', row.addressees),
    ...actorsFlat('about', row.about),
    confidence: row.confidence,
    by: row.by,
    origin: row.origin,
    ...whereFlat(row.article, row.at),
  }),
}

export const speakers = (row: StatementRow): string =>
  names(row.speakers.map(speaker => speaker.actor)) || '(unknown)'

const formOf = (row: StatementRow): string =>
  row.polarity === 'affirmed' ? row.form : `${row.form}, ${row.polarity}`

const quoted = (row: StatementRow): string =>
  row.form === 'direct' ? `“${oneLine(row.words)}”` : oneLine(row.words)

export function addStatements(program: Command): void {
  listOptions(program.command('statements').description('List who said what.'))
    .option('--with <who>', 'a second actor, spoken to or about')
    .addOption(new Option('--form <form>', 'how the words are given').choices(FORMS))
    .addOption(new Option('--polarity <polarity>', 'whether it is affirmed').choices(POLARITIES))
    .addHelpText('after', EXAMPLES)
    .action((options: ListOptions) => printList(STATEMENTS, options))
}
