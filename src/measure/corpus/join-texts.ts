// Annotations and the texts they speak of in, truth in words out: the form that the independent scorer reads.
import type { Annotation, Offsets } from './annotation.ts'

/** How often the words stand in the text up to and including this place: "n" of the truth form. */
function occurrence(text: string, words: string, at: number): number {
  let n = 1
  for (let i = text.indexOf(words); i >= 0 && i < at; i = text.indexOf(words, i + 1)) n++
  return n
}

function wordsAt(text: string, [start, end]: Offsets): string | { text: string; n: number } {
  const words = text.slice(start, end)
  const n = occurrence(text, words, start)
  return n === 1 ? words : { text: words, n }
}

/** One annotation as truth. Throws when the text is not the one that was annotated. */
export function joinText(annotation: Annotation, text: string, sha256: string): object {
  if (sha256 !== annotation.sha256)
    throw new Error(`${annotation.id}: the text is not the one that was annotated.`)
  const words = (at: Offsets) => wordsAt(text, at)
  return {
    id: annotation.id,
    text,
    published: annotation.published,
    actors: annotation.actors,
    statements: annotation.statements.map(s => ({
      required: s.required,
      form: s.form,
      content: s.content.map(words),
      cue: s.cue ? [text.slice(...s.cue)] : null,
      speakers: s.speakers,
      addressee: s.addressee ? [s.addressee, null] : 'any',
      channel: 'any',
      polarity: s.polarity,
    })),
    events: annotation.events.map(e => ({
      required: e.required,
      triggers: e.triggers.map(words),
      readings: [{ type: e.type, cameo: [e.cameo], status: e.status, background: e.background }],
      actors: e.actors,
      recipients: e.recipients,
      openSides: false,
      reciprocal: e.reciprocal,
      time: e.time ?? 'any',
      place: e.place ? text.slice(...e.place) : 'any',
      deniedBy: e.deniedBy,
      doubtedBy: e.doubtedBy,
    })),
    positions: annotation.positions.map(p => ({
      required: p.required,
      spans: [words(p.span)],
      holders: p.holders,
      stances: [p.stance],
      toward: [p.toward, null],
      issue: p.issue.split(/\s+/),
      condition: p.condition ? text.slice(...p.condition) : null,
    })),
    relations: annotation.relations.map(r => ({
      required: false,
      subject: r.subject,
      relation: [r.relation.replace(/ of$/, '')],
      object: r.object,
      former: r.qualifier === 'former',
    })),
    never: [],
    leftovers: annotation.leftovers.map(words),
  }
}
