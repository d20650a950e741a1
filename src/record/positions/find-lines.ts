// Finds positions in what somebody says without a stance word: duties of others, refusals and promises of one's own, verdicts.
// "Canada will not be rushed into a bad deal": a refusal.
import type { Token } from '../../language/document.ts'
import { dependent, dependents, phraseSpan } from '../../language/tree.ts'
import type { Span } from '../../text/span.ts'
import { conditionOf, conditionSpan } from './condition.ts'
import type { PositionDraft, PositionInput } from './draft.ts'
import { clauseSpan, hasModal, isFirstPerson, isNegated, issueOf } from './phrases.ts'
import type { Told } from './told.ts'
import { draftOf, isActor, isDuty, isOwn, issueHead, readEach, subjectIn, within } from './told.ts'

const FUTURE = /^(will|would|wo|['’]ll|['’]d|shall|ca|can|could|wouldn|couldn)$/
const WILL = /^(will|would|['’]ll|shall)$/
const WILLED = /^(will|would|wo|['’]ll)$/
const MAY = /^(may|might|could)$/
/** What is released to readers only. */
const PAPERS =
  /^(finding|report|statement|film|album|detail|video|result|tribute|figure|speech|photo|picture)$/i
const CONDITIONAL = /^(would|['’]d|could)$/

/** "Canada will not be rushed into a bad deal", "the fund could not be enlarged". */
function readRefusal(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const passive = dependent(document, predicate.index, 'aux:pass') !== null
  if (
    (predicate.upos !== 'VERB' && !passive) ||
    !isNegated(document, predicate.index) ||
    !hasModal(document, predicate.index, FUTURE)
  )
    return null
  const subject = subjectIn(told, predicate)
  const ours = isOwn(told, subject) || (passive && !isActor(told, subject))
  const lemma = predicate.lemma.toLowerCase()
  const unwilling =
    !stances.unwilled.has(lemma) && isOwn(told, subject) && hasModal(document, predicate.index, WILLED)
  if (!ours || !(stances.refusable.has(lemma) || unwilling)) return null
  const stance =
    hasModal(document, predicate.index, CONDITIONAL) && predicate.lemma === 'stand' ? 'objection' : 'refusal'
  const condition = conditionOf(document, predicate.index, stances.conditionMarks)
  return draftOf(told, predicate, stance, 'will-not', {
    ...(passive && !isOwn(told, subject) ? { issue: issueOf(document, subject) } : {}),
    condition: condition && clauseSpan(document, condition.index),
  })
}

/** "We are not going to yield", as good as "we will not". */
function readNotGoing(told: Told, going: Token): PositionDraft | null {
  const { document, stances } = told.input
  const deed = /^going$/i.test(going.form) ? dependent(document, going.index, 'xcomp') : null
  const willing =
    deed &&
    deed.upos === 'VERB' &&
    !dependent(document, deed.index, 'aux:pass') &&
    !stances.unwilled.has(deed.lemma.toLowerCase())
  if (!willing || !isNegated(document, going.index) || !isOwn(told, subjectIn(told, going))) return null
  return draftOf(told, going, 'refusal', 'will-not', { issue: issueOf(document, issueHead(told, deed)) })
}

/** "his country would lift the restrictions": what the own side will do for others. */
function readPledge(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  if (
    predicate.upos !== 'VERB' ||
    isNegated(document, predicate.index) ||
    !hasModal(document, predicate.index, WILL)
  )
    return null
  const passive = dependent(document, predicate.index, 'aux:pass') !== null
  const given = dependent(document, predicate.index, 'obj')
  if (
    passive ||
    !stances.offerable.has(predicate.lemma.toLowerCase()) ||
    !isOwn(told, subjectIn(told, predicate)) ||
    PAPERS.test(given?.lemma ?? '')
  )
    return null
  return draftOf(told, predicate, 'offer', 'will-do', {
    condition: conditionSpan(document, predicate.index, stances.conditionMarks),
  })
}

/** "They have chosen not to attend", as good as refusing to. */
function readChosenNot(told: Told, choice: Token): PositionDraft | null {
  const { document, stances } = told.input
  const deed = stances.choosing.has(choice.lemma.toLowerCase())
    ? dependent(document, choice.index, 'xcomp')
    : null
  if (!deed || !isNegated(document, deed.index) || isNegated(document, choice.index)) return null
  if (hasModal(document, choice.index, MAY) || stances.silences.has(deed.lemma.toLowerCase())) return null
  if (!isOwn(told, subjectIn(told, choice))) return null
  return draftOf(told, choice, 'refusal', 'chosen-not', { issue: issueOf(document, issueHead(told, deed)) })
}

/** "It is time to lift the embargo", "the time has come for a ceasefire". */
function readTime(told: Told, time: Token): PositionDraft | null {
  const { document } = told.input
  const come = time.lemma === 'come' && /^time$/i.test(subjectIn(told, time)?.form ?? '')
  const due = time.lemma === 'time' && dependent(document, time.index, 'cop') !== null
  if ((!come && !due) || isNegated(document, time.index)) return null
  const noun = come ? subjectIn(told, time)! : time
  const deed = [noun, time]
    .flatMap(t => dependents(document, t.index, 'acl', 'xcomp', 'advcl', 'csubj', 'ccomp', 'nmod', 'obl'))
    .find(t =>
      dependents(document, t.index, 'mark', 'case', 'nsubj').some(
        m => (/^(to|for|that)$/i.test(m.form) || m.deprel === 'nsubj') && m.index > noun.index,
      ),
    )
  if (!deed || isOwn(told, dependent(document, deed.index, 'nsubj'))) return null
  return draftOf(told, time, 'demand', 'time-to', { issue: issueOf(document, issueHead(told, deed)) })
}

/** "Belgrade was not doing enough to find him": blame for what another leaves undone. */
function readNeglect(told: Told, predicate: Token): PositionDraft | null {
  const { document } = told.input
  const subject = subjectIn(told, predicate)
  const lemma = predicate.lemma.toLowerCase()
  const scant =
    isNegated(document, predicate.index) &&
    /^(do|go)$/.test(lemma) &&
    dependents(document, predicate.index, 'obj', 'advmod', 'xcomp').some(t => /^(enough|far)$/i.test(t.form))
  const little =
    /^(do|go)$/.test(lemma) &&
    dependents(document, predicate.index, 'obj', 'advmod').some(
      t =>
        /^little$/i.test(t.form) && dependents(document, t.index, 'advmod').some(a => /^too$/i.test(a.form)),
    )
  const unmet =
    isNegated(document, predicate.index) &&
    lemma === 'take' &&
    dependents(document, predicate.index, 'obj').some(t => /^(step|measure|action)$/.test(t.lemma))
  const failing = lemma === 'fail' && dependent(document, predicate.index, 'xcomp') !== null
  if (!scant && !little && !unmet && !failing) return null
  if (!subject || !isActor(told, subject) || isOwn(told, subject)) return null
  if (hasModal(document, predicate.index, FUTURE)) return null
  return draftOf(told, predicate, 'objection', 'neglect')
}

/** "The plan would undermine the truce", "drilling will infringe on our waters": said against what others do. */
function readHarm(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const subject = dependent(document, predicate.index, 'nsubj')
  if (predicate.upos !== 'VERB' || !stances.harming.has(predicate.lemma.toLowerCase())) return null
  if (!subject || isOwn(told, subject) || isNegated(document, predicate.index)) return null
  const deeds = [subject, ...dependents(document, subject.index, 'conj')]
  if (!deeds.some(t => stances.conduct.has(t.lemma.toLowerCase()) || isClause(t))) return null
  if (conditionOf(document, predicate.index, stances.conditionMarks)) return null
  return draftOf(told, predicate, 'objection', 'harm', { issue: issueOf(document, subject) })
}

/** "The resolution will not end the war", "the restrictions do not help": said against what others do. */
function readUseless(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const subject = dependent(document, predicate.index, 'nsubj')
  const useless = USEFUL.test(predicate.lemma) && isNegated(document, predicate.index)
  if (!useless || !subject || !stances.conduct.has(subject.lemma.toLowerCase()) || isOwn(told, subject))
    return null
  return draftOf(told, predicate, 'objection', 'useless', { issue: issueOf(document, subject) })
}

const USEFUL = /^(help|solve|end|bring|benefit|work|succeed|contribute|resolve|serve|stop|achieve|lead)$/

/** "We do not need their advice", "its help was no longer needed": turned down. */
function readUnneeded(told: Told, predicate: Token): PositionDraft | null {
  const { document } = told.input
  if (predicate.lemma !== 'need' || !isNegated(document, predicate.index)) return null
  const passive = dependent(document, predicate.index, 'aux:pass') !== null
  const object = dependent(document, predicate.index, 'obj')
  const subject = subjectIn(told, predicate)
  const issue = passive ? subject : isOwn(told, subject) ? object : null
  if (!issue || !HELP.test(issue.lemma)) return null
  return draftOf(told, predicate, 'refusal', 'unneeded', { issue: issueOf(document, issue) })
}

const HELP =
  /^(help|aid|advice|assistance|permission|lesson|mediation|mediator|intervention|support|approval|lecture|protection|money|troop|adviser|advisor|charity|guidance|consent)$/i

/** "The islands are not for sale", "this is not negotiable", "that is out of the question", "there is nothing to discuss". */
function readClosed(told: Told, predicate: Token): PositionDraft | null {
  const { document } = told.input
  const word = predicate.lemma.toLowerCase()
  const negated = isNegated(document, predicate.index)
  const led = (form: RegExp) =>
    dependents(document, predicate.index, 'case', 'advmod', 'amod').some(t => form.test(t.form))
  const subject = dependent(document, predicate.index, 'nsubj')
  const closed =
    (negated && (word === 'negotiable' || (word === 'sale' && led(/^for$/i)))) ||
    (!negated && /^(non-?negotiable|nonnegotiable)$/.test(word)) ||
    (negated && /^(discussion|debate|negotiation|grab|grabs)$/.test(word) && led(/^(up|for)$/i)) ||
    (!negated && word === 'question' && led(/^(out|of)$/i)) ||
    (!negated && word === 'table' && led(/^off$/i))
  if (closed && subject)
    return draftOf(told, predicate, 'refusal', 'closed', { issue: issueOf(document, subject) })
  const deed = subject && dependents(document, subject.index, 'acl')[0]
  const nothing = deed && /^nothing$/i.test(subject.form) && /^(discuss|negotiate|talk)$/.test(deed.lemma)
  return nothing ? draftOf(told, predicate, 'refusal', 'closed', { issue: issueOf(document, deed) }) : null
}

const isClause = (token: Token): boolean => /^csubj/.test(token.deprel)

/** "the border must stay closed": what the speaker says others must do. */
function readDuty(told: Told, predicate: Token): PositionDraft | null {
  const subject = subjectIn(told, predicate)
  if (!isDuty(told, predicate)) return null
  // "we must be allowed": asked of others
  const granted =
    dependent(told.input.document, predicate.index, 'aux:pass') !== null &&
    told.input.stances.granted.has(predicate.lemma.toLowerCase())
  if (!granted && (isFirstPersonOnly(subject) || (isOwn(told, subject) && isActor(told, subject))))
    return null
  // "must not" forbids, "should not" disapproves
  const disapproved =
    isNegated(told.input.document, predicate.index) &&
    hasModal(told.input.document, predicate.index, /^should$/)
  return draftOf(told, predicate, disapproved ? 'objection' : 'demand', 'duty')
}

const isFirstPersonOnly = (subject: Token | null): boolean => subject !== null && isFirstPerson(subject)

/** "more pressure would be nothing but a mockery": refused if it is to come, objected to if it is there. */
function readVerdict(told: Told, predicate: Token): PositionDraft | null {
  const { document, stances } = told.input
  const exempted = dependents(document, predicate.index, 'nmod').filter(t =>
    dependents(document, t.index, 'case').some(c => /^(but|than)$/i.test(c.form)),
  )
  const close = [predicate, ...dependents(document, predicate.index, 'conj', 'amod'), ...exempted]
  const isOf = (words: ReadonlySet<string>) => close.some(t => words.has(t.lemma.toLowerCase()))
  const negated = isNegated(document, predicate.index)
  const subject = dependent(document, predicate.index, 'nsubj')
  const matter = matterOf(told, predicate)
  const isEmpty = /^it$/i.test(subject?.form ?? '') && matter !== predicate
  if (dependent(document, predicate.index, 'cop') === null || !subject) return null
  if (isOwn(told, subject) && !isEmpty) return null
  if (stances.praises.has(predicate.lemma.toLowerCase()))
    return draftOf(told, predicate, negated ? 'objection' : 'endorsement', 'verdict', {
      issue: issueOf(document, subject),
    })
  if (!isOf(stances.verdicts)) return null
  // "it was not a mistake to oust him"
  if (negated)
    return predicate.lemma === 'mistake' || predicate.lemma === 'wrong'
      ? draftOf(told, predicate, 'endorsement', 'verdict', { issue: issueOf(document, matter) })
      : null
  if (isEmpty) {
    const ours = isOwn(told, dependent(document, matter.index, 'nsubj'))
    return draftOf(told, predicate, ours ? 'refusal' : 'objection', 'verdict', {
      issue: issueOf(document, matter),
    })
  }
  const toCome = hasModal(document, predicate.index, CONDITIONAL)
  const span = within(told.statement, phraseSpan(document, subject.index))
  return draftOf(told, predicate, toCome ? 'refusal' : 'objection', 'verdict', {
    issue: issueOf(document, subject),
    condition: toCome ? conditionWords(told, subject, span) : null,
  })
}

/** "It would be a mistake for Oman to leave": what the verdict is on, or the predicate itself. */
const matterOf = ({ input: { document } }: Told, predicate: Token): Token =>
  dependents(document, predicate.index, 'csubj', 'acl', 'advcl', 'xcomp', 'ccomp').find(
    t =>
      t.index > predicate.index &&
      dependents(document, t.index, 'mark').some(m => /^(to|that|for)$/i.test(m.form)),
  ) ?? predicate

/** The subject up to a participle that only says what it is about ("regarding denuclearization"). */
function conditionWords(told: Told, subject: Token, span: Span): Span {
  const about = dependents(told.input.document, subject.index, 'acl', 'nmod').find(t =>
    dependents(told.input.document, t.index, 'case').some(c =>
      /^(regarding|concerning|about|on|over)$/i.test(c.form),
    ),
  )
  if (!about) return span
  const start = phraseSpan(told.input.document, about.index).start
  return { start: span.start, end: told.input.document.text.content.slice(0, start).trimEnd().length }
}

const READERS = [
  readRefusal,
  readNotGoing,
  readChosenNot,
  readClosed,
  readUnneeded,
  readVerdict,
  readPledge,
  readTime,
  readDuty,
  readNeglect,
  readHarm,
  readUseless,
]
const OWN = new Set([readRefusal, readNotGoing, readChosenNot, readPledge])

/** In order of the statements. */
export const findLines = (input: PositionInput): PositionDraft[] => readEach(input, READERS, OWN)
