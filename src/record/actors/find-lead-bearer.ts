// An unnamed person who is the subject of a sentence in; the person named as the subject of the next one or two out, where the text means him.
// "Ukraine's foreign minister says the bloc has no future. Boris Tarasyuk told reporters …": one and the same.
import type { Document, Token } from '../../language/document.ts'
import { dependents } from '../../language/tree.ts'
import type { TokenRange } from './candidate.ts'
import { topOf } from './candidate.ts'
import { countryOf, type Draft, isCountry, sameOffice } from './discourse.ts'

/** Sentences on in which the name must stand. */
const REACH = 2

/** Words for somebody whose office the next sentence may tell. */
const VAGUE =
  /^(?:official|diplomat|leader|minister|envoy|ambassador|commander|general|lawmaker|politician|negotiator|spokes(?:man|woman|person)|adviser|advisor|prosecutor|head|chief|man|woman|director|governor|mayor)$/

/** Where another person comes in. */
const ANOTHER = /^(?:also|meanwhile|separately|another|earlier|too|both|but|however)$/i

/** Verbs and nouns of saying: the name is that of whoever has just been heard. */
const SAYS =
  /^(?:say|tell|speak|add|announce|deny|urge|call|warn|insist|describe|express|note|reject|blame|make|present|state|explain|write|argue|stress|remark|comment|statement|word)s?$/

/** The verb of whose clause a mention is the subject, or whose subject is his ("Dahl's remark"), in the main clause. */
function mainVerbOf(document: Document, mention: TokenRange): Token | null {
  let top = document.tokens[topOf(document, mention)]
  if (top.deprel === 'nmod:poss' && SAYS.test(document.tokens[top.head].lemma))
    top = document.tokens[top.head]
  const verb = top.head >= 0 ? document.tokens[top.head] : null
  return top.deprel.startsWith('nsubj') && verb?.deprel === 'root' ? verb : null
}

const firstOf = (draft: Draft) => [...draft.mentions].sort((a, b) => a.first - b.first)[0]

export function bearerOfLead(document: Document, drafts: readonly Draft[], lead: Draft): Draft | null {
  const start = firstOf(lead)
  if (lead.kind !== 'unnamed' || lead.plural || !start || !mainVerbOf(document, start)) return null
  const { sentence } = document.tokens[start.first]
  const sentenceOf = (draft: Draft) => document.tokens[firstOf(draft)?.first ?? 0].sentence
  const named = drafts.filter(
    d =>
      d.kind === 'person' &&
      d.mentions.length > 0 &&
      sentenceOf(d) > sentence &&
      sentenceOf(d) <= sentence + REACH,
  )
  const next = Math.min(...named.map(sentenceOf))
  const here = named.filter(d => sentenceOf(d) === next && mainVerbOf(document, firstOf(d)))
  const [bearer] = here
  if (here.length !== 1 || !isFirstName(document, bearer)) return null
  const { firstToken, endToken } = document.sentences[next]
  const opens = document.tokens.slice(firstToken, endToken)
  if (opens.some(t => ANOTHER.test(t.form) && t.index < firstOf(bearer).end + 3)) return null
  return isOne(document, lead, bearer) ? bearer : null
}

/** In full, and nowhere before. */
const isFirstName = (document: Document, draft: Draft): boolean => {
  const first = firstOf(draft)
  return first.how === 'name' && first.end - first.first > 1 && topOf(document, first) >= first.first
}

function isOne(document: Document, lead: Draft, bearer: Draft): boolean {
  const [office] = lead.offices
  if (!office || office.kind === 'kin' || office.kind === 'tie') return false
  if (lead.gender && bearer.gender && lead.gender !== bearer.gender) return false
  const countries = [countryOf(lead), countryOf(bearer)]
  if (countries.every(c => c !== null) && countries[0] !== countries[1]) return false
  const verb = mainVerbOf(document, firstOf(bearer))
  const isSaid = verb !== null && SAYS.test(verb.lemma)
  const own = bearer.offices.filter(o => o.kind !== 'kin' && o.kind !== 'tie')
  const isPlain = dependents(document, topOf(document, firstOf(bearer)), 'appos').length === 0
  const isDefinite = !lead.key.includes('#')
  if (own.length === 0) return isSaid && isPlain && isDefinite && bearer.known === null
  if (own.some(o => sameOffice(office.words, o.words) || sameOffice(o.words, office.words))) return true
  const isOfOneState = office.of !== null && isCountry(office.of) && own.some(o => o.of === office.of)
  return isSaid && isOfOneState && VAGUE.test(office.words.split(' ').at(-1)!)
}
