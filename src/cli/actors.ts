// `rapport actors`: everybody in the record, joined across articles.
import { type Command, Option } from 'commander'
import { ACTOR_KINDS } from '../store/choices.ts'
import type { ActorRow } from '../store/store.ts'
import { type Listing, type ListOptions, listOptions, printList } from './list.ts'

const EXAMPLES = `
Examples:
  rapport actors                         the most active first
  rapport actors --kind person --country KOR
  rapport actors --actor Kim             everybody called Kim, with their references

The same actor in several articles is joined by its reference where it has one, else by name, country and kind.`

export const ACTORS: Listing<ActorRow> = {
  find: (store, filter) => store.actors(filter),
  columns: [
    { name: 'Name' },
    { name: 'Kind' },
    { name: 'Country' },
    { name: 'Articles', right: true },
    { name: 'Said', right: true },
    { name: 'Events', right: true },
    { name: 'Positions', right: true },
    { name: 'Reference', whole: true },
  ],
  cells: row => [
    row.name,
    row.kind,
    row.country ?? '',
    String(row.articles),
    String(row.statements),
    String(row.events),
    String(row.positions),
    row.ref ?? '',
  ],
  flat: row => ({ ...row }),
}

export function addActors(program: Command): void {
  listOptions(program.command('actors').description('List everybody who speaks, acts or is named.'))
    .addOption(new Option('--kind <kind>', 'what kind of actor').choices(ACTOR_KINDS))
    .addHelpText('after', EXAMPLES)
    .action((options: ListOptions) => printList(ACTORS, options))
}
