// A date as pages and datelines write it comes in; its ISO day goes out, or null where it names no single day.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/
const DAY_MONTH_YEAR = new RegExp(
  `(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH},?[ -](\\d{4})(?!\\d)`,
  'i',
)
const MONTH_DAY_YEAR = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i')
const SLASHED = /(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/
/** Newspapers are as old as this; a year before it is something else. */
const FIRST_YEAR = 1600

/** The first full day that a string names: "2018-06-12T09:00Z", "12 June 2018", "June 12, 2018", "20180612". */
export function parseDay(words: string): string | null {
  const iso = ISO.exec(words) ?? COMPACT.exec(words.trim())
  if (iso !== null) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const british = DAY_MONTH_YEAR.exec(words)
  if (british !== null) return isoDay(Number(british[3]), monthNumber(british[2]), Number(british[1]))
  const american = MONTH_DAY_YEAR.exec(words)
  if (american !== null) return isoDay(Number(american[3]), monthNumber(american[1]), Number(american[2]))
  const slashed = SLASHED.exec(words)
  if (slashed === null) return null
  const [a, b] = [Number(slashed[1]), Number(slashed[2])]
  // 3/4/2020 is March in America and April elsewhere: only a number above 12 decides.
  if (a > 12) return isoDay(Number(slashed[3]), b, a)
  return b > 12 || a === b ? isoDay(Number(slashed[3]), a, b) : null
}

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

/** Null for a day that no calendar has. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const valid = year >= FIRST_YEAR && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return valid ? date.toISOString().slice(0, 10) : null
}
