// Time expressions in sentences: words and interval of each. Sentences are invented. Published on Monday 25 August 2025 unless a case says otherwise.
import { beforeAll, describe, expect, test } from 'vitest'
import { findDates } from '../src/language/dates.ts'
import { addDays, stretchFrom, unitAt, weekdayOf } from '../src/language/dates-calendar.ts'
import { type LanguageModel, loadModel, readDocument } from '../src/language/read-document.ts'
import { makeText } from '../src/text/text.ts'

const MONDAY = '2025-08-25'
let model: LanguageModel

beforeAll(async () => {
  model = await loadModel()
}, 60_000)

async function dates(content: string, published: string | null = MONDAY): Promise<string[]> {
  const text = makeText(content)
  const document = await readDocument(model, text, { published })
  return findDates({ ...document, published }).map(({ start, end, from, to }) => {
    const when = from === to ? (from ?? 'unknown') : `${from ?? ''}..${to ?? ''}`
    return `${content.slice(start, end)} = ${when}`
  })
}

describe('dates that name themselves', () => {
  test.each([
    ['They signed it on 12 June 2018.', '12 June 2018 = 2018-06-12'],
    ['They signed it on June 12, 2018, in Oslo.', 'June 12, 2018 = 2018-06-12'],
    ['They signed it on Tuesday, June 12, 2018.', 'Tuesday, June 12, 2018 = 2018-06-12'],
    ['They signed it on the 12th of June 2018.', 'the 12th of June 2018 = 2018-06-12'],
    ['The file is dated 2018-06-12.', '2018-06-12 = 2018-06-12'],
    ['They met from June 12 to 14, 2018.', 'June 12 to 14, 2018 = 2018-06-12..2018-06-14'],
    ['They met on 12-14 June 2018.', '12-14 June 2018 = 2018-06-12..2018-06-14'],
    ['The pact of March 2024 holds.', 'March 2024 = 2024-03-01..2024-03-31'],
    ['It fell in early May 1999.', 'early May 1999 = 1999-05-01..1999-05-31'],
    ['The war ended in 2019.', '2019 = 2019-01-01..2019-12-31'],
    ['The 2015 agreement failed.', '2015 = 2015-01-01..2015-12-31'],
    ['He wrote a book about it (2018).', '2018 = 2018-01-01..2018-12-31'],
    ['They fought between 2015 and 2017.', '2015 and 2017 = 2015-01-01..2017-12-31'],
    ['They fought from 2015 to 2017.', '2015 to 2017 = 2015-01-01..2017-12-31'],
    ['The 2015-2017 talks failed.', '2015-2017 = 2015-01-01..2017-12-31'],
    ['The embargo of the 1990s hurt them.', 'the 1990s = 1990-01-01..1999-12-31'],
    ['It began in the late 1980s.', 'the late 1980s = 1980-01-01..1989-12-31'],
    ['It began in the 19th century.', 'the 19th century = 1801-01-01..1900-12-31'],
    ['They met in the summer of 2021.', 'the summer of 2021 = 2021-06-01..2021-08-31'],
    ['Exports fell in the second quarter of 2021.', 'the second quarter of 2021 = 2021-04-01..2021-06-30'],
    ['Exports fell in mid-2020.', 'mid-2020 = 2020-01-01..2020-12-31'],
    ['They met in June and July 2018.', 'June = 2018-06-01..2018-06-30'],
    ['They met between June and August 2018.', 'June and August 2018 = 2018-06-01..2018-08-31'],
    ['They met on 13/06/2018.', '13/06/2018 = 2018-06-13'],
  ])('%s', async (sentence, expected) => {
    expect((await dates(sentence))[0]).toBe(expected)
  })
})

describe('dates that hang on the day of publication', () => {
  test.each([
    ['The minister said on Thursday that he had resigned.', 'Thursday = 2025-08-21'],
    ['The minister will travel to Tokyo on Thursday.', 'Thursday = 2025-08-28'],
    ['The minister arrived in Tokyo on Monday.', 'Monday = 2025-08-25'],
    ['The minister will arrive in Tokyo on Monday.', 'Monday = 2025-08-25'],
    ['The minister said on Thursday he would invite both sides.', 'Thursday = 2025-08-21'],
    ['The ministers are scheduled to meet on Friday.', 'Friday = 2025-08-29'],
    ["Ahead of Friday's vote, the party split.", 'Friday = 2025-08-29'],
    ['The council voted to lift the ban on Saturday.', 'Saturday = 2025-08-23'],
    ['She flew to Oslo to meet her rival on Wednesday.', 'Wednesday = 2025-08-20'],
    ['The two sides agreed to meet on Thursday.', 'Thursday = 2025-08-28'],
    ['The truce was expected to end on August 20.', 'August 20 = 2025-08-20'],
    ['The envoys met last Tuesday.', 'last Tuesday = 2025-08-19'],
    ['The envoys will meet next Friday.', 'next Friday = 2025-09-05'],
    ['The envoys will meet this Friday.', 'this Friday = 2025-08-29'],
    ['The envoys met on Thursday last week.', 'Thursday last week = 2025-08-21'],
    ['The envoys met on Friday night.', 'Friday night = 2025-08-22'],
    ['The envoys met yesterday.', 'yesterday = 2025-08-24'],
    ['The envoys met today.', 'today = 2025-08-25'],
    ['The envoys will meet tomorrow.', 'tomorrow = 2025-08-26'],
    ['The envoys met the day before yesterday.', 'the day before yesterday = 2025-08-23'],
    ['The envoys spoke last night.', 'last night = 2025-08-24'],
    ['The envoys met this week.', 'this week = 2025-08-25..2025-08-31'],
    ['The envoys met last week.', 'last week = 2025-08-18..2025-08-24'],
    ['The envoys will meet next month.', 'next month = 2025-09-01..2025-09-30'],
    ['The envoys met this month.', 'this month = 2025-08-01..2025-08-31'],
    ['The envoys met last year.', 'last year = 2024-01-01..2024-12-31'],
    ['The envoys met earlier this year.', 'earlier this year = 2025-01-01..2025-08-25'],
    ['The envoys will meet later this month.', 'later this month = 2025-08-25..2025-08-31'],
    ['The envoys met three days ago.', 'three days ago = 2025-08-22'],
    ['The envoys met two months ago.', 'two months ago = 2025-06-01..2025-06-30'],
    ['The treaty was signed 20 years ago.', '20 years ago = 2005-01-01..2005-12-31'],
    ['The envoys will return in two weeks.', 'in two weeks = 2025-09-08..2025-09-14'],
    ['Prices rose over the past week.', 'the past week = 2025-08-18..2025-08-25'],
    ['Prices rose in the last two months.', 'the last two months = 2025-06-25..2025-08-25'],
    ['They spoke over the weekend.', 'over the weekend = 2025-08-23..2025-08-24'],
    ['The envoys met on June 3.', 'June 3 = 2025-06-03'],
    ['The envoys met on December 3.', 'December 3 = 2024-12-03'],
    ['The envoys will meet on January 5.', 'January 5 = 2026-01-05'],
    ['The envoys met in March.', 'March = 2025-03-01..2025-03-31'],
    ['The envoys met last November.', 'last November = 2024-11-01..2024-11-30'],
    ['The envoys will meet in May next year.', 'May next year = 2026-05-01..2026-05-31'],
    ['The border has been closed since 2019.', '2019 = 2019-01-01..2025-08-25'],
    ['The border has been closed since May.', 'May = 2025-05-01..2025-08-25'],
    ['The border will stay closed until Friday.', 'Friday = 2025-08-25..2025-08-29'],
    ['He led the country until 2007.', '2007 = ..2007-12-31'],
    ['They will decide by the end of the year.', 'the end of the year = 2025-08-25..2025-12-31'],
    ['The talks ran from Monday to Wednesday.', 'Monday to Wednesday = 2025-08-18..2025-08-20'],
    ['The talks will begin on Thursday at 9 a.m.', 'Thursday at 9 a.m. = 2025-08-28'],
  ])('%s', async (sentence, expected) => {
    expect(await dates(sentence)).toEqual([expected])
  })
})

describe('dates that hang on one before', () => {
  test.each([
    ['They met on June 12, 2018. The next day they left.', 'The next day = 2018-06-13'],
    ['They met on June 12, 2018, and two days later they signed.', 'two days later = 2018-06-14'],
    ['They fought in 2020 and signed a truce that November.', 'that November = 2020-11-01..2020-11-30'],
    [
      'They signed in 2018. The deal was torn up three years later.',
      'three years later = 2021-01-01..2021-12-31',
    ],
    ['They signed in June 2018. It failed later that year.', 'later that year = 2018-01-01..2018-12-31'],
    ['They met in Oslo in 2018. On June 12 they signed a pact.', 'June 12 = 2018-06-12'],
    [
      'They signed on June 12, 2018. The following week they left.',
      'The following week = 2018-06-18..2018-06-24',
    ],
  ])('%s', async (sentence, expected) => {
    expect((await dates(sentence)).at(-1)).toBe(expected)
  })
})

describe('what no calendar holds', () => {
  test.each([
    ['He recently praised the plan.', 'recently'],
    ['They will meet again soon.', 'soon'],
    ['Trade has grown in recent years.', 'in recent years'],
    ['They met twice during his first term.', 'during his first term'],
    ["It came just hours ahead of the president's arrival.", 'just hours ahead of'],
    ['They will meet in the coming weeks.', 'in the coming weeks'],
    ['The envoy left days after the vote.', 'days after'],
    ['The envoy left several weeks ago.', 'several weeks ago'],
    ['At the time, nobody objected.', 'At the time'],
  ])('%s', async (sentence, words) => {
    expect(await dates(sentence)).toEqual([`${words} = unknown`])
  })

  test.each([
    ['The minister will travel on Thursday.', 'Thursday = unknown'],
    ['The minister left three days ago.', 'three days ago = unknown'],
    ['The minister left yesterday.', 'yesterday = unknown'],
    ['The minister left last year.', 'last year = unknown'],
    ['The border has been shut since May.', 'May = unknown'],
    ['The envoys met on June 3.', 'June 3 = unknown'],
    ['The next day they left.', 'The next day = unknown'],
  ])('without a day of publication: %s', async (sentence, expected) => {
    expect(await dates(sentence, null)).toEqual([expected])
  })

  test.each([
    'They may march to the capital.',
    'Theresa May spoke first.',
    'The troops march on.',
    'May I ask a question?',
    'He came second.',
    'The Sun reported it first.',
    'More than 2,000 people came.',
    'About 1990 troops left.',
    'The Boeing 737 landed.',
    'Some 1,990 troops left.',
    'The council passed Resolution 1559.',
    'They met in room 1812.',
    'Some 1846 people were treated and 1720 had left.',
    'Version 2.0.19 is out.',
    'They sold 2000 tonnes of wheat.',
    'April Jensen, the envoy, spoke.',
    'The fall of the city shocked them.',
    'He was at the spring.',
    'She will return as soon as possible.',
    'It cost $2019.',
    'They talked for two hours.',
    'It is a one-year plan.',
    'The first half was dull.',
    'The Good Friday Agreement holds.',
    'The march in the capital was peaceful.',
  ])('no date: %s', async sentence => {
    expect(await dates(sentence)).toEqual([])
  })
})

test('weeks begin on Monday, months keep their ends, years cross', () => {
  expect(weekdayOf('2025-08-25')).toBe(0)
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(stretchFrom('2025-03-31', -1, 'month')).toEqual({
    from: '2025-02-28',
    to: '2025-03-31',
    grain: 'month',
  })
  expect(unitAt('2025-01-15', -1, 'month')).toEqual({ from: '2024-12-01', to: '2024-12-31', grain: 'month' })
  expect(unitAt('2025-08-25', 0, 'century')).toMatchObject({ from: '2001-01-01', to: '2100-12-31' })
})
