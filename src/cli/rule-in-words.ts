// The name of a rule or head comes in ("act:meet", "network:cue"); a sentence of plain words that says what it went by goes out.

/** By the part before the colon; "%" stands for the part after it. */
const FAMILIES: Readonly<Record<string, string>> = {
  act: 'the lexicon of acts knows the word (“%”)',
  verb: 'a verb of saying governs the words (%)',
  noun: 'a noun carries it (%)',
  adjective: 'an adjective carries it (%)',
  source: 'a phrase names the source (%)',
  quotation: 'quotation marks stand around the words (%)',
  headline: 'a headline names who says it',
  turn: 'a transcript names whose turn it is',
  verdict: 'a word passes judgement on the deed (“%”)',
  network: 'no list knows the words: the network takes them for it (%)',
  refusal: '“will not” answers what was asked',
  sides: 'its own words do not name the side; the text does (%)',
  status: 'the words around it say how it stands (%)',
  mention: 'the words name the actor (%)',
  statement: 'what was said before names it (%)',
  duty: 'somebody says that it must be done',
  condition: 'a condition is named',
}

/** "by act:meet" in words; null where no family is known. */
export function ruleInWords(by: string): string | null {
  const [family, ...rest] = by.split(':')
  const words = FAMILIES[family]
  if (!words) return null
  const detail = rest.join(':').replaceAll('-', ' ')
  return detail === '' ? words.replace(/ \(“?%”?\)/, '') : words.replace('%', detail)
}
