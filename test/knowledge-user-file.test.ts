// A user's own file adds facts and replaces them; its mistakes are named with file, line and key.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadKnowledge } from '../src/knowledge/load-knowledge.ts'

const write = (content: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'rapport-')), 'own.yaml')
  writeFileSync(path, content)
  return path
}

const OWN = `people:
  - ref: person/anna-berg
    name: Anna Berg
    aliases: [Anna K. Berg]
    family: Berg
    gender: female
    country: NOR
    code: NORGOV
    bare: Berg
    terms:
      - foreign minister NOR 2031-02-01/
  - ref: person/vladimir-putin
    code: RUSELI
organisations:
  - {ref: organisation/northern-forum, name: Northern Forum, code: IGO}
places:
  - {name: Bergen Harbour, country: NOR}
roles:
  - {words: harbour master, kind: office, code: GOV}
given-names:
  - {name: Lunara, gender: female}
`

it('adds and replaces', () => {
  const knowledge = loadKnowledge({ extra: [write(OWN)] })
  expect(knowledge.names('Anna K. Berg')[0]?.actor.ref).toBe('person/anna-berg')
  expect(knowledge.names('Berg')[0]?.bare).toBe(true)
  expect(knowledge.holders('foreign minister', 'NOR', '2031-05-01')[0]?.name).toBe('Anna Berg')
  expect(knowledge.actor('person/vladimir-putin')).toMatchObject({ name: 'Vladimir Putin', code: 'RUSELI' })
  expect(knowledge.names('Northern Forum')).toHaveLength(1)
  expect(knowledge.countryOfPlace('Bergen Harbour')).toBe('NOR')
  expect(knowledge.role('harbour masters')?.code).toBe('GOV')
  expect(knowledge.genderOf('Lunara')).toBe('female')
  expect(knowledge.version).not.toBe(loadKnowledge().version)
})

it.each([
  ['people:\n  - ref: person/a\n    nam: A\n', /own\.yaml, line 3, key "nam"/],
  [
    'people:\n  - ref: person/a\n    name: A\n    terms: [president NOR 20x/]\n',
    /own\.yaml, line 2, key "terms".*20x/,
  ],
  ['people:\n  - ref: person/a\n    name: A\n    country: Norway\n', /line 2, key "country"/],
  ['people:\n  - name: A\n', /line 2, key "ref"/],
  ['persons:\n  - name: A\n', /line 1, key "persons"/],
  ['places:\n  - {name: A, country: no}\n', /line 2, key "country"/],
  ['people: [\n', /own\.yaml, line \d/],
])('names the mistake in %j', (content, message) => {
  expect(() => loadKnowledge({ extra: [write(content)] })).toThrow(message)
})
