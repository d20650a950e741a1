// Comes in: an inflected English form and its tags. Goes out: the lemmas its ending allows ("stating" → "stat", "state").

type Feats = Readonly<Record<string, string>>

/** Lower-case candidates; empty where the word is not inflected by an ending. */
export function lemmasOf(form: string, upos: string, feats: Feats): string[] {
  const low = form.toLowerCase()
  if (upos === 'VERB') return verbLemmas(low, feats)
  if (upos === 'NOUN' && feats.Number === 'Plur') return low.endsWith('s') ? withoutS(low) : []
  // "a ruling", "renewed efforts": words of their own.
  if ((upos === 'NOUN' && feats.Number === 'Sing' && /ing$/.test(low)) || (upos === 'ADJ' && /ed$/.test(low)))
    return [low]
  if ((upos === 'ADJ' || upos === 'ADV') && (feats.Degree === 'Cmp' || feats.Degree === 'Sup'))
    return withoutEnding(low, low.endsWith('est') ? 'est' : 'er')
  return []
}

/** "vowed" is a past whatever its tags say; "need", "embed" and "bring" are none. */
const ENDS_INFLECTED = /[aeiouy].*(?:ing|(?<!e|emb)ed)$/

function verbLemmas(low: string, feats: Feats): string[] {
  const tagged = feats.Tense === 'Past' || feats.VerbForm === 'Part' || feats.VerbForm === 'Ger'
  const inflected = tagged || ENDS_INFLECTED.test(low)
  if (inflected && low.endsWith('ing')) return withoutEnding(low, 'ing')
  if (inflected && low.endsWith('ed')) return withoutEnding(low, 'ed')
  return feats.Person === '3' && low.endsWith('s') && !low.endsWith('ss') ? withoutS(low) : []
}

// One short vowel before one consonant would have doubled it ("taking" is no "tak"), and no verb ends in these ("issu", "settl").
const LOST_E = /^(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]$|[uvc]$|[aeiou]z$|[bdfgkptz]l$|dg$/

// No verb ends in an e after these ("depict", "proclaim", "reaffirm").
const NO_E =
  /(?:sh|ct|nd|nt|pt|ft|lt|ld|rd|rt|xt|wl|[rlgmw]n|[rl]m|[clnrs]k|[lmrs]p|[mr]b|gh|ew|ow|ai[lmn]|oi[ln]|ea[dklmnp]|(?:ee|oo)[dklmnpt]|ou[bdt])$/

/** "stopped" → "stopp", "stop", "stoppe"; "taking" → "take"; "tried" → "try". */
function withoutEnding(low: string, ending: string): string[] {
  if (!low.endsWith(ending)) return []
  const base = low.slice(0, -ending.length)
  if (!/[aeiouy]/.test(base)) return []
  if (ending !== 'ing' && base.endsWith('i')) return [`${base.slice(0, -1)}y`]
  if (LOST_E.test(base)) return [`${base}e`]
  if (NO_E.test(base)) return [base]
  const doubled = /([bcdfgklmnprstvz])\1$/.test(base)
  return doubled ? [base, base.slice(0, -1), `${base}e`] : [base, `${base}e`]
}

/** "classes" → "classe", "class"; "countries" → "country". */
function withoutS(low: string): string[] {
  if (/\d/.test(low)) return []
  if (/[^aeiou]ies$/.test(low)) return [`${low.slice(0, -3)}y`, low.slice(0, -1)]
  return /(?:s|x|z|ch|sh|o)es$/.test(low) ? [low.slice(0, -2), low.slice(0, -1)] : [low.slice(0, -1)]
}
