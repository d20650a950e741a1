// Plain texts: what is mended, what is left out, what is read as headline, byline and dateline. All texts are invented.
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isPrivateAddress } from '../src/sources/addresses.ts'
import type { Article } from '../src/sources/article.ts'
import { parseDay } from '../src/sources/days.ts'
import { undoEdits } from '../src/sources/draft.ts'
import { fetchPage } from '../src/sources/fetch-page.ts'
import { type GatheredSource, gatherSources } from '../src/sources/gather-sources.ts'
import { readSource, readText } from '../src/sources/read-source.ts'
import type { Span } from '../src/text/span.ts'
import { wordsAt } from '../src/text/text.ts'

function read(content: string, given = {}): Article {
  const result = readText(content, given)
  if (!result.ok) throw new Error(result.problem.message)
  expect(undoEdits(result.article.text)).toBe(content)
  return result.article
}

const words = (article: Article, span: Span | null): string | null =>
  span === null ? null : wordsAt(article.text, span)
const problem = (content: string | Uint8Array, name = 'note.txt'): string => {
  const result = readSource({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  })
  return result.ok ? 'none' : result.problem.message
}

const prose =
  'The two delegations met for three hours in the old town hall and agreed on a date for the next round, a spokeswoman for the host government said after the talks.'

describe('characters', () => {
  test.each([
    ['â€œItâ€™s over,â€\u009d she said.', '“It’s over,” she said.'],
    ['José met FranÃ§ois in KrakÃ³w.', 'José met François in Kraków.'],
    ['Ã¢â‚¬Å“Twice spoiledÃ¢â‚¬Â\u009d', '“Twice spoiled”'],
    ['ErdoÄŸan and BabiÅ¡', 'Erdoğan and Babiš'],
    ['&ldquo;Talks resume,&rdquo; AT&amp;T said &#8212; at last.', '“Talks resume,” AT&T said — at last.'],
    ['the 5Â\u00A0km zone', 'the 5\u00A0km zone'],
  ])('%j is mended', (spoiled, mended) => {
    expect(read(spoiled).text.content).toBe(mended)
  })

  test.each([
    '“CAFÉ” and “À LA CARTE”',
    'Ångström, naïve, Müller—“über”',
    '“¿Qué?” asked José',
    '100 € – “d’accord”',
    'Q&A; R&D',
  ])('%j stays', content => {
    expect(read(content).text.content).toBe(content)
    expect(read(content).text.edits).toEqual([])
  })

  test('each edit stands where it says', () => {
    const { text } = read('Spainâ€™s JosÃ© and &ldquo;others&rdquo; left.')
    for (const edit of text.edits)
      expect(text.content.slice(edit.at, edit.at + edit.now.length)).toBe(edit.now)
  })

  test('Windows-1252 bytes are read as such', () => {
    const result = readSource({
      name: 'a.txt',
      bytes: new Uint8Array([0x93, 0x4e, 0x6f, 0x94, 0x20, 0x73, 0x61, 0x69, 0x64]),
    })
    expect(result.ok && result.article.text.content).toBe('“No” said')
  })
})

describe('lines', () => {
  const wrapped =
    'The envoys of the two island states will meet in Valletta next week to discuss\nthe ferry line that was closed after the storm, the harbour office said in a\nstatement on Monday.\n\nIt is the first meeting since the spring, when both sides recalled their agents\nand closed the consulates in each other’s capitals for the summer.'

  test('wrapped lines are joined and paragraphs stay', () => {
    const { text } = read(wrapped)
    expect(text.content.split('\n').filter(line => line !== '')).toHaveLength(2)
    expect(text.content).toHaveLength(wrapped.length)
  })

  test('a paragraph a line stays as it is', () => {
    const content = `${prose}\n${prose} It was late.\nShort line.\n${prose}`
    expect(read(content).text.content).toBe(content)
  })

  test('Windows line ends become line feeds', () => {
    expect(read(`${prose}\r\n\r\n${prose}`).text.content).toBe(`${prose}\n\n${prose}`)
  })

  test.each([
    ['In a joint state-\nment, they said no.', 'In a joint statement, they said no.'],
    ['The Lithua-\nnian and Esto-\nnian envoys left.', 'The Lithuanian and Estonian envoys left.'],
    [
      'A Russian-\nbacked proposal and a well-\nknown envoy.',
      'A Russian-backed proposal and a well-known envoy.',
    ],
    ['The Israel-\nHamas talks', 'The Israel-Hamas talks'],
    ['a cease-fire, then another cease-\nfire', 'a cease-fire, then another cease-fire'],
    ['the inter-\nvention', 'the intervention'],
    [
      'The envoys of both states will travel to the capital in the last week of the\nmonth, the ministry said, to sign the agree-\nment.',
      'The envoys of both states will travel to the capital in the last week of the month, the ministry said, to sign the agreement.',
    ],
    ['a state-of-\nthe-art ship', 'a state-of-the-art ship'],
  ])('%j', (broken, joined) => {
    expect(read(broken).text.content).toBe(joined)
  })
})

describe('leftovers', () => {
  test.each([
    ['"*" indicates required fields', 'form'],
    ['Read more: Five things to know about the treaty', 'related link'],
    ['Photo: Ministers shake hands in Valletta last year. /AFP', 'caption'],
    ['Ministers shake hands before the talks. (Photo by J. Berg/AFP)', 'caption'],
    ['Sign up to our morning briefing. Fields marked * are required.', 'newsletter'],
    ['We use cookies to improve your visit.', 'cookie notice'],
    ['ADVERTISEMENT', 'advertisement'],
    ['Follow us on Twitter and Facebook', 'sharing'],
    ['(Reporting by Anna Berg in Oslo; Editing by Karl Holm)', 'agency note'],
    ['© 2024 The Herald. All rights reserved.', 'agency note'],
    ['Last updated: 12 June 2024, 14:05 GMT', 'publication date'],
    [
      'Anna Berg reported from Oslo, and Karl Holm from Turku. Ida Dahl contributed reporting.',
      'agency note',
    ],
    ['Anna Berg contributed reporting from Oslo.', 'agency note'],
    [
      'A version of this article appears in print on March 15, 2025, Section A, Page 1 with the headline: A Summit in Doubt.',
      'agency note',
    ],
    ['___', 'agency note'],
    ['[Image: Ministers board a bus in Valletta. Credit: J. Berg]', 'caption'],
    ['Credit...J. Berg for The Herald', 'caption'],
    ['██ Held by the government', 'caption'],
    ['Skip advertisement', 'advertisement'],
    ['Sign up here.', 'newsletter'],
  ])('%s', (line, why) => {
    const article = read(`${prose}\n\n${line}\n\n${prose}`)
    expect(article.text.content).toBe(`${prose}\n\n${prose}`)
    expect(article.leftOut).toEqual([{ text: line, why }])
  })

  test('headlines under "Related stories" go, the text after them stays', () => {
    const list = 'RELATED STORIES\n\nFive things to know about the treaty\n\nA timeline of the talks'
    const article = read(`${prose}\n\n${list}\n\n${prose}`)
    expect(article.text.content).toBe(`${prose}\n\n${prose}`)
    expect(article.leftOut).toHaveLength(3)
  })

  test('a leftover at the end of a paragraph goes', () => {
    expect(read(`${prose} "*" indicates required fields`).text.content).toBe(prose)
  })

  test.each([
    'Correction: An earlier version of this article misspelled the name of the envoy.',
    'Related: that was the only word he used for the two incidents.',
    'He signed up for the army.',
    'Share prices fell after the vote in parliament.',
    'Photographs of the damaged ship were shown to the council on Monday.',
    'We use the word “cookies” for what they call biscuits, the envoy joked.',
    'The picture that she painted of the talks was bleak.',
    'Follow-up talks will be held in Geneva.',
    'He told AFP that the border would stay closed.',
    'Subscribers to the accord include Chile and Peru.',
    'Copyright law was the last chapter that the negotiators closed.',
    '“Sign the treaty,” she said.',
    'Comments by the minister were not welcome.',
    'Heavy shelling was reported from Turku.',
    'Anna Berg reported from Oslo that the talks had failed.',
    'The Herald contributed reporting that helped the court.',
    'A version of the text was seen by the envoys.',
  ])('prose stays: %s', line => {
    const content = `${prose}\n\n${line}\n\n${prose}`
    expect(read(content).text.content).toBe(content)
  })
})

describe('headline, byline, dateline', () => {
  test('all three', () => {
    const article = read(
      `Envoys to meet in Valletta, rivals unconvinced\n\nBy Anna Berg\n\nVALLETTA, Feb 18, 2025 (Reuters) - ${prose}`,
    )
    expect(words(article, article.title)).toBe('Envoys to meet in Valletta, rivals unconvinced')
    expect(words(article, article.byline)).toBe('By Anna Berg')
    expect(words(article, article.dateline)).toBe('VALLETTA, Feb 18, 2025 (Reuters) -')
    expect(article.published).toBe('2025-02-18')
  })

  test.each([
    'SEOUL (Yonhap) --',
    'WASHINGTON —',
    'KYIV, Ukraine (AP) —',
    'WASHINGTON/BEIJING, March 3 (Reuters) -',
    'Seoul, Aug. 25 (Yonhap) --',
    'Geneva, 12 June 2018 –',
    'UNITED NATIONS, Sept. 4 (Xinhua) --',
    'MOSCOW, February 3. /TASS/.',
    'ST. PETERSBURG, Russia —',
  ])('dateline %s', dateline => {
    const article = read(`${dateline} ${prose}`)
    expect(words(article, article.dateline)).toBe(dateline)
  })

  test.each([
    'UPDATE - ',
    'The minister — ',
    'WHAT IS GOING ON? ',
    'Berg (left) - ',
    'NATO’s chief said - and he meant it - ',
  ])('no dateline: %s', opening => {
    expect(read(`${opening}${prose}`).dateline).toBeNull()
  })

  test.each([
    prose,
    `${prose}\n\n${prose}`,
    `14:05 Envoy arrives\nThe envoy has landed.\n\n13:40 Host: “We are ready”\n${prose}`,
  ])('no headline: %.30s', content => {
    expect(read(content).title).toBeNull()
  })

  test('the given headline is found in the text, and given facts win', () => {
    const article = read(`Talks end.\n${prose}`, {
      title: 'Talks end',
      published: '2024-05-01',
      outlet: 'The Herald',
      url: 'https://herald.example/1',
    })
    expect(words(article, article.title)).toBe('Talks end.')
    expect(article).toMatchObject({
      published: '2024-05-01',
      outlet: 'The Herald',
      url: 'https://herald.example/1',
    })
  })

  test('a dateline without a year gives no date', () => {
    expect(read(`NAIROBI, Feb 18 (Reuters) - ${prose}`).published).toBeNull()
  })

  test('a line with the date of publication gives it', () => {
    expect(read(`Talks end in Valletta\n\nPublished: 12 June 2024\n\n${prose}`).published).toBe('2024-06-12')
  })

  test('Markdown marks go', () => {
    const article = read(
      `# Talks end in Valletta\n\n> ${prose}\n\nA **very** [long](https://a.example/b) day.`,
    )
    expect(article.text.content).toBe(`Talks end in Valletta\n\n${prose}\n\nA very long day.`)
    expect(words(article, article.title)).toBe('Talks end in Valletta')
  })
})

describe('what is no article', () => {
  test.each([
    ['', 'The file is empty; give a file that holds an article.'],
    [' \n\n ', 'The file holds no words; give a file that holds an article.'],
    [
      new TextEncoder().encode('%PDF-1.7 …'),
      'This is a PDF file, not text. Save the article as .txt or .html and read that.',
    ],
    [new Uint8Array(400), 'This is binary data, not text. Save the article as .txt or .html and read that.'],
    [
      new Uint8Array(51 * 1024 * 1024),
      'The file is too large (51 MB; 50 MB at most); split it into single articles.',
    ],
    [
      'Министры иностранных дел двух стран встретились во вторник.',
      'The text is not English (it looks like another script); only English articles are read.',
    ],
    [
      'Los ministros de los dos países se reunieron el martes en la capital y acordaron una fecha para la próxima ronda, según dijo una portavoz del gobierno que no quiso dar más detalles de la reunión.',
      'The text is not English (it looks like Spanish); only English articles are read.',
    ],
  ])('%#', (content, message) => {
    expect(problem(content)).toBe(message)
  })

  test('a post in capitals and a short line are English', () => {
    expect(
      problem(
        'WHAT IS GOING ON IN VALLETTA? SEEMS LIKE A PURGE! WE CAN NOT DO BUSINESS THERE UNTIL THEY FREE THE CREW, AND THEY KNOW IT. THANK YOU FOR YOUR ATTENTION!',
      ),
    ).toBe('none')
    expect(problem('Talks in Kraków.')).toBe('none')
  })

  test('pages nested too deeply give a problem', () => {
    const deep = `<html><body>${'<div>'.repeat(3000)}<p>${prose}</p></body></html>`
    expect(problem(deep, 'deep.html')).toContain('nested too deeply')
  })
})

test.each([
  ['2018-06-12T09:00:00Z', '2018-06-12'],
  ['20180612', '2018-06-12'],
  ['Tue, 12 Jun 2018 09:00:00 GMT', '2018-06-12'],
  ['June 12th, 2018', '2018-06-12'],
  ['13/04/2020', '2020-04-13'],
  ['3/4/2020', null],
  ['31 February 2020', null],
  ['version 2.0.2020', null],
])('the day of %s', (written, day) => {
  expect(parseDay(written)).toBe(day)
})

describe('gathering', () => {
  const all = async (inputs: readonly string[], options = {}): Promise<GatheredSource[]> => {
    const gathered: GatheredSource[] = []
    for await (const item of gatherSources(inputs, options)) gathered.push(item)
    return gathered
  }
  const names = (items: readonly GatheredSource[]): string[] =>
    items.map(item => (item.ok ? item.source.name : `${item.name}: ${item.problem.message}`))

  test('files, folders, patterns and standard input', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-sources-'))
    await mkdir(join(folder, 'inner'))
    for (const name of ['b.txt', 'a.html', 'README.md', 'c.csv', 'inner/d.md', 'odd[1].txt'])
      await writeFile(join(folder, name), prose)
    let found = 0
    const inFolder = names(
      await all([folder], {
        onFound: (count: number) => {
          found = count
        },
      }),
    )
    expect(inFolder).toEqual(['a.html', 'b.txt', 'inner/d.md', 'odd[1].txt'].map(name => join(folder, name)))
    expect(found).toBe(4)
    expect(names(await all([join(folder, '*.txt')]))).toEqual([
      join(folder, 'b.txt'),
      join(folder, 'odd[1].txt'),
    ])
    expect(
      names(await all([join(folder, 'odd[1].txt'), join(folder, 'b.txt'), join(folder, 'b.txt')])),
    ).toHaveLength(2)
    expect(names(await all([join(folder, 'none.txt')]))[0]).toContain('There is no file or folder named')
    expect(names(await all([join(folder, '*.pdf')]))[0]).toContain('No file fits the pattern')
    const [input] = await all(['-'], {
      stdin: (async function* () {
        yield 'Talks '
        yield 'ended.'
      })(),
    })
    expect(input.ok && new TextDecoder().decode(input.source.bytes)).toBe('Talks ended.')
    expect(names(await all(['ftp://a.example/b']))[0]).toContain('only http and https')
  })
})

describe('fetching', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.0.1',
    '172.31.0.1',
    '0.0.0.0',
    '100.64.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::10.0.0.1',
    '2002:7f00:1::',
    'localhost',
  ])('%s is private', address => {
    expect(isPrivateAddress(address)).toBe(true)
  })
  test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', address => {
    expect(isPrivateAddress(address)).toBe(false)
  })

  test('reads, follows, refuses', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/page')
        response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-2' }).end('<p>hello</p>')
      else if (request.url === '/old') response.writeHead(302, { location: '/page' }).end()
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
      else if (request.url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
      else if (request.url === '/image') response.writeHead(200, { 'content-type': 'image/png' }).end('x')
      else if (request.url === '/large')
        response.writeHead(200, { 'content-type': 'text/plain' }).end(Buffer.alloc(11 * 1024 * 1024, 'a'))
      else response.writeHead(404).end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const base = `http://localhost:${(server.address() as AddressInfo).port}`
    const message = async (path: string, allowPrivate = true) => {
      const fetched = await fetchPage(`${base}${path}`, { allowPrivate })
      return fetched.ok
        ? `${fetched.url.slice(base.length)} ${fetched.charset} ${fetched.bytes.length}`
        : fetched.message.slice(base.length)
    }
    expect(await message('/old')).toBe('/page iso-8859-2 12')
    expect(await message('/loop')).toContain('redirects more than 5 times')
    expect(await message('/image')).toContain('it is image/png')
    expect(await message('/large')).toContain('larger than 10 MB')
    expect(await message('/none')).toContain('status 404')
    expect((await fetchPage(`${base}/file`, { allowPrivate: true })).ok).toBe(false)
    expect(await message('/page', false)).toContain('private network')
    expect(await fetchPage('http://2130706433/', {})).toMatchObject({ ok: false })
    await new Promise(resolve => server.close(resolve))
    expect(await message('/page')).toContain('refused the connection')
  })
})
