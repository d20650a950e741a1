// The documents say what the program can do: every command, option and public name is described.
import { readdirSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { makeProgram } from '../src/cli/program.ts'
import * as library from '../src/index.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

const CLI = read('docs/cli.md')
const commands: readonly Command[] = makeProgram().commands

/** The part of docs/cli.md about one command. */
const section = (name: string): string =>
  CLI.split(/^## /m).find(part => part.startsWith(`\`rapport ${name}`)) ?? ''

describe('docs/cli.md', () => {
  test.each(commands.map(command => [command.name(), command] as const))(
    'describes %s with all its options',
    (name, command) => {
      expect(section(name)).not.toBe('')
      const missing = command.options
        .map(option => option.long ?? '')
        .filter(long => !section(name).includes(`\`${long}`))
      expect(missing).toEqual([])
    },
  )

  test('describes nothing that is not there', () => {
    const known = new Set(
      commands.flatMap(command => command.options.flatMap(option => [option.long, option.short])),
    )
    for (const name of ['--help', '--version', '-h', '-V']) known.add(name)
    const described = [...CLI.matchAll(/`(--?[a-z][a-z-]*)/g)].map(match => match[1])
    expect(described.filter(option => !known.has(option))).toEqual([])
    const headings = [...CLI.matchAll(/^## `rapport (\w+)/gm)].map(match => match[1])
    expect(headings).toEqual(commands.map(command => command.name()))
  })
})

describe('help', () => {
  test.each(commands.map(command => [command.name(), command] as const))(
    '%s shows an example',
    (name, command) => {
      let help = ''
      command
        .configureOutput({
          writeOut: words => {
            help += words
          },
        })
        .outputHelp()
      expect(help).toMatch(new RegExp(`Examples:\\n(.*\\n)*?.*rapport ${name}`))
    },
  )
})

test('the library gives these names and no others', () => {
  expect(Object.keys(library).sort()).toEqual([
    'gatherSources',
    'openReader',
    'openStore',
    'read',
    'readSource',
    'readText',
  ])
})

test('links in the documents lead to files', () => {
  const documents = ['.', 'docs', 'docs/decisions'].flatMap(folder =>
    readdirSync(new URL(`../${folder}/`, import.meta.url))
      .filter(name => name.endsWith('.md'))
      .map(name => `${folder}/${name}`),
  )
  const broken = documents.flatMap(document =>
    [...read(document).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(match => match[1])
      .filter(link => !isThere(new URL(link, new URL(`../${document}`, import.meta.url))))
      .map(link => `${document} → ${link}`),
  )
  expect(broken).toEqual([])
})

function isThere(url: URL): boolean {
  try {
    readdirSync(url)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR'
  }
}
