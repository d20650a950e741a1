// A decoded sentence comes in; out goes the same sentence with some clauses put right that the network often takes apart:
// auxiliaries that stand for their verb, agents, those quoted between commas, names after an office, lists behind "of".
import type { DecodedWord } from './decode.ts'
import { childrenOf, firstUnder, inTurn, isNominal, isSubject, isUnder, lastUnder } from './decoded-tree.ts'

const CLAUSES = /^(?:acl|advcl|ccomp|xcomp|conj|parataxis)/

/** "claims that Norway had armed them": where "had" stands as the clause and "armed" beside or below it, the verb is the clause. */
function mendAuxiliaries(words: readonly DecodedWord[]): readonly DecodedWord[] {
  let mended = words
  words.forEach((aux, at) => {
    if (aux.upos !== 'AUX' || !(CLAUSES.test(aux.deprel) || aux.deprel === 'root')) return
    let verb = at + 1
    while (['ADV', 'PART'].includes(words[verb]?.upos)) verb++
    const next = words[verb]
    if (next?.upos !== 'VERB' || next.feats.VerbForm === 'Fin' || !CLAUSES.test(next.deprel)) return
    const beside = next.head === at || (next.head === aux.head && next.deprel === aux.deprel)
    if (!beside || childrenOf(mended, verb).some(i => isSubject(words[i]) || words[i].deprel === 'mark'))
      return
    mended = mended.map((w, i) => {
      if (i === verb) return { ...w, head: aux.head, deprel: aux.deprel }
      if (i === at) return { ...w, head: verb, deprel: 'aux' }
      return w.head === at ? { ...w, head: verb } : w
    })
  })
  return mended
}

/** "as announced by the government": right behind the participle of such a clause "by" leads in who did it. */
function mendAgents(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  return words.map((agent, i) => {
    if (!isNominal(agent) || !/^(?:obl|nmod)/.test(agent.deprel)) return agent
    const by = childrenOf(words, i).find(c => words[c].deprel === 'case' && forms[c].toLowerCase() === 'by')
    const verb = by === undefined ? -1 : by - 1
    const participle = words[verb]
    const isPassive =
      participle?.upos === 'VERB' && participle.feats.Voice === 'Pass' && /^advcl/.test(participle.deprel)
    if (!isPassive || agent.head === verb || isUnder(words, verb, i)) return agent
    return { ...agent, head: verb, deprel: 'obl:agent' }
  })
}

/** The word, if any, that stands before the comma before a participle and is a name or noun the participle may tell of. */
function tellerBefore(words: readonly DecodedWord[], participle: number, verb: number): number {
  const above = words[participle].head
  const candidates = [above, ...childrenOf(words, verb).filter(i => isSubject(words[i]))]
  return candidates.find(i => i >= 0 && i < participle - 1 && isNominal(words[i])) ?? -1
}

/** "Reuters, quoting Anna Berg, said": she belongs to "quoting", and Reuters says it. */
function mendQuoting(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  for (let object = 3; object < words.length; object++) {
    const verb = words[object].head
    if (!isSubject(words[object]) || verb <= object) continue
    // The tree may take "citing" for a preposition.
    const first = firstUnder(words, object)
    const participle = words[first].upos === 'VERB' ? first : first - 1
    if (participle < 2 || words[participle].upos !== 'VERB' || !/ing$/.test(forms[participle])) continue
    const teller = tellerBefore(words, participle, verb)
    const set = forms[participle - 1] === ',' && forms[lastUnder(words, object) + 1] === ','
    if (!set || teller < 0 || teller === object) continue
    if (words[teller].head !== verb && !isUnder(words, verb, teller)) continue
    const { head, deprel } = words[teller].head === verb ? words[verb] : words[teller]
    return words.map((w, i) => {
      if (i === object) return { ...w, head: participle, deprel: 'obj' }
      if (i === participle) return { ...w, head: teller, deprel: 'acl' }
      if (i === verb) return { ...w, head, deprel }
      return i === teller ? { ...w, head: verb, deprel: 'nsubj' } : w
    })
  }
  return words
}

/** "Ahead of talks with its president, Ivo Lang, Berg said": of two subjects the first one, between commas, names the office before it. */
function mendNamedOffices(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  const isOffice = (i: number): boolean =>
    words[i]?.upos === 'NOUN' || (words[i]?.upos === 'PROPN' && /^\p{Ll}/u.test(forms[i]))
  return words.map((name, i) => {
    if (!isSubject(name) || name.upos !== 'PROPN' || name.head < i) return name
    const rival = words.findIndex((w, k) => k > i && k < name.head && w.head === name.head && isSubject(w))
    const first = firstUnder(words, i)
    const office = first - 2
    const last = lastUnder(words, i)
    const set = rival > last && forms[first - 1] === ',' && forms[last + 1] === ','
    if (!set || !isOffice(office) || isUnder(words, office, i)) return name
    return { ...name, head: office, deprel: 'appos' }
  })
}

/** "the ministers of Poland, Latvia and Chad": bare names joined to a plural with "of" are joined to the name behind "of". */
function mendLists(words: readonly DecodedWord[], forms: readonly string[]): readonly DecodedWord[] {
  const isBareName = (i: number): boolean =>
    words[i].upos === 'PROPN' &&
    childrenOf(words, i).every(
      c => words[c].upos === 'PROPN' || ['punct', 'cc', 'case'].includes(words[c].deprel),
    ) &&
    !childrenOf(words, i).some(c => words[c].deprel === 'flat')
  return words.map((joined, i) => {
    const top = joined.head
    if (joined.deprel !== 'conj' || top < 0 || top > i || !/^\p{Ll}.*s$/u.test(forms[top]) || !isBareName(i))
      return joined
    const [first, ...more] = childrenOf(words, top).filter(
      c => c > top && c < i && /^nmod/.test(words[c].deprel) && isBareName(c),
    )
    const of = first !== undefined && childrenOf(words, first).some(c => forms[c].toLowerCase() === 'of')
    return of && more.length === 0 ? { ...joined, head: first } : joined
  })
}

export const mendClauses = inTurn([mendAuxiliaries, mendAgents, mendQuoting, mendNamedOffices, mendLists])
