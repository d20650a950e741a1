// Document and a token in; the longest office, role or body phrase that begins there out.
import type { BodyNoun, Knowledge, Role } from '../../knowledge/knowledge.ts'
import type { Document } from '../../language/document.ts'
import type { TokenRange } from './candidate.ts'

/** Words in the text order that a role phrase may be looked up by: the last one as lemma, the others as they are. */
function phraseAt(document: Document, first: number, end: number): { surface: string; singular: string } {
  const forms = document.tokens.slice(first, end).map(t => t.form.toLowerCase())
  const join = (parts: string[]) => parts.join(' ').replace(/ - /g, '-')
  return {
    surface: join(forms),
    singular: join([...forms.slice(0, -1), document.tokens[end - 1].lemma.toLowerCase()]),
  }
}

export interface RoleWords extends TokenRange {
  readonly words: string
  readonly role: Role | null
  readonly body: BodyNoun | null
  readonly plural: boolean
}

/** "minister of foreign affairs" is one. */
function isPlural({ tokens }: Document, first: number, end: number): boolean {
  const of = tokens.slice(first, end).findIndex(t => t.upos === 'ADP')
  return tokens[of > 0 ? first + of - 1 : end - 1].feats.Number === 'Plur'
}

const ABBREVIATIONS = /^(fm|pm)$/

/** "Malaysian FM Anifah Aman", not "the FM radio", "at 6 PM". */
function isOffice({ tokens }: Document, at: number): boolean {
  const isName = (index: number) => tokens[index]?.upos === 'PROPN' && /^\p{Lu}/u.test(tokens[index].form)
  return /^\p{Lu}+$/u.test(tokens[at].form) && tokens[at - 1]?.upos !== 'NUM' && isName(at + 1)
}

/** Wholes of people, whose singular is still many. */
const WHOLES =
  /\b(?:crowd|gang|union|cartel|company|firm|business|power|nation|country|state|famil(?:y|ies)|minority|group|agency|militia|organi[sz]ation|jet|warship|forces?|services?)$/

/** "a protester", "the gunman": one of those whom the lists only know as many. */
export const isOneOfMany = (role: Pick<RoleWords, 'words' | 'role' | 'plural'>): boolean =>
  role.role?.kind === 'group' &&
  !role.plural &&
  !` ${role.words}`.endsWith(` ${role.role.words}`) &&
  !WHOLES.test(role.words)

export function roleWordsAt(document: Document, knowledge: Knowledge, first: number): RoleWords | null {
  const limit = Math.min(
    first + knowledge.longestRole + 2,
    document.sentences[document.tokens[first].sentence].endToken,
  )
  for (let end = limit; end > first; end--) {
    const { surface, singular } = phraseAt(document, first, end)
    const words = chooseForm(knowledge, surface, singular)
    if (ABBREVIATIONS.test(words) && !isOffice(document, first)) continue
    const body = knowledge.body(words)
    const role = roleBefore(knowledge.role(words), body, words)
    const matter = body && !role ? matterEnd(document, knowledge, body, end) : end
    if (matter > end) {
      const named = document.tokens.slice(first, matter).map(t => t.form.toLowerCase())
      return {
        first,
        end: matter,
        words: named.join(' ').replace(/ ([,-]) ?/g, '$1 '),
        role: null,
        body,
        plural: false,
      }
    }
    if (role || body) return { first, end, words, role, body, plural: isPlural(document, first, end) }
  }
  return null
}

/** "critics" are a group, a "critic" is somebody's: where the plural has a line of its own, it goes before kin and ties. */
function chooseForm(knowledge: Knowledge, surface: string, singular: string): string {
  const one = knowledge.role(singular)
  const many = surface === singular ? null : knowledge.role(surface)
  if (one && many?.kind === 'group' && many.words === surface && (one.kind === 'kin' || one.kind === 'tie'))
    return surface
  return one || !(many || knowledge.body(surface)) ? singular : surface
}

/** "rights group" is a body, although "rights groups" are people: what stands so in the lists goes first. */
const roleBefore = (role: Role | null, body: BodyNoun | null, words: string): Role | null =>
  role !== null && role.words !== words && body?.words === words ? null : role

const OF_A_MATTER =
  /^(department|ministry|bureau|office|committee|commission|council|agency|institute|board)$/

/** "Department of Agriculture", "Committee on Foreign Relations": the capitalised matter belongs to the body's name. */
function matterEnd(document: Document, knowledge: Knowledge, body: BodyNoun, end: number): number {
  if (!OF_A_MATTER.test(body.words) || !/^(of|for|on)$/i.test(document.tokens[end]?.form ?? '')) return end
  let at = end + 1
  const isMatter = (index: number) => {
    const token = document.tokens[index]
    return (
      token &&
      /^\p{Lu}/u.test(token.form) &&
      ['NOUN', 'PROPN', 'ADJ'].includes(token.upos) &&
      !document.dates.some(d => d.start <= token.start && token.end <= d.end) &&
      knowledge.names(token.form).length === 0
    )
  }
  while (isMatter(at) || (/^(and|,)$/.test(document.tokens[at]?.form ?? '') && isMatter(at + 1))) at++
  return at > end + 1 ? at : end
}
