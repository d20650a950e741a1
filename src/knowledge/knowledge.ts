// What the program knows beforehand about states, bodies, persons and titles: types only. Facts live in data/, each with its source.

export type KnownKind =
  | 'person'
  | 'state'
  | 'government'
  | 'body'
  | 'organisation'
  | 'armed group'
  | 'company'
  | 'outlet'

/** A term in an office; dates are ISO (YYYY, YYYY-MM or YYYY-MM-DD), null when open or unknown. */
export interface Term {
  /** Lower case: `president`, `prime minister`, `foreign minister`, `secretary-general`. */
  readonly office: string
  /** ISO 3166-1 alpha-3 of the state, or the ref of an organisation. */
  readonly of: string
  readonly from: string | null
  readonly to: string | null
}

export interface KnownActor {
  /** `country/KOR`, `government/KOR`, `person/lee-jae-myung`, `organisation/united-nations`, `body/KOR/foreign-ministry`. */
  readonly ref: string
  readonly name: string
  readonly kind: KnownKind
  /** ISO 3166-1 alpha-3 of the state it is or acts for; null for international organisations. For a person: see `terms`. */
  readonly country: string | null
  /** CAMEO actor code: `KOR`, `KORGOV`, `IGOUNO`; null where there is none. */
  readonly code: string | null
  readonly gender: 'male' | 'female' | null
  readonly terms: readonly Term[]
  /** A person's family name as news texts use it alone ("Kim", "Netanyahu"); null for others. The name starts with it where the family name comes first. */
  readonly familyName: string | null
  /** True for an outlet that speaks for its state (KCNA, Xinhua). */
  readonly stateMedia: boolean
}

/** A way of naming a known actor. */
export interface KnownName {
  readonly actor: KnownActor
  /** `name`: its name or an alias; `metonym`: a capital, palace or seat that stands for the government when it acts; `demonym`: an adjective or noun of nationality ("Turkish", "Turks"). */
  readonly how: 'name' | 'metonym' | 'demonym'
  /** True where the words often mean something else too ("Jordan", "Georgia", "Congolese"): take it only with support from the text. */
  readonly ambiguous: boolean
  /** True where it is only the surname of somebody so well known that headlines need no more ("Trump"). Anybody of that name whom the text introduces comes first. */
  readonly bare: boolean
}

/** A word for an office or role ("president", "foreign minister", "spokesman", "envoy"). */
export interface Role {
  /** Lower-case lemma phrase, as asked for. */
  readonly words: string
  /** The phrase that stands for its variants: `prime minister` for "premier", `foreign minister` for "foreign secretary", `sister` for "younger sister". */
  readonly base: string
  /** CAMEO role code (`GOV`, `MIL`, `LEG`, `OPP` …), or null. */
  readonly code: string | null
  /** `office`: one holder at a time in a state or body; `role`: many may have it ("official", "lawmaker", "diplomat"); `kin`: kinship ("sister"); `tie`: "ally", "rival"; `group`: plural people ("protesters", "troops"). */
  readonly kind: 'office' | 'role' | 'kin' | 'tie' | 'group'
  readonly gender: 'male' | 'female' | null
}

/** A word for a body inside a state ("foreign ministry", "parliament", "army"). */
export interface BodyNoun {
  readonly words: string
  /** The phrase that stands for its variants: `foreign ministry` for "ministry of foreign affairs". */
  readonly base: string
  readonly code: string | null
}

export interface Knowledge {
  /** Hash of all data files, for `reader.data` of the record. */
  readonly version: string
  /** Names spelled exactly so (case matters, but names in capitals are found; typographic apostrophes and diacritics are folded). Trying the longest first is the caller's. */
  readonly names: (words: string) => readonly KnownName[]
  /** Longest name, in space-separated words. */
  readonly longestName: number
  readonly country: (iso3: string) => KnownActor | null
  readonly actor: (ref: string) => KnownActor | null
  /** Holders of an office on a day, the latest to take office first (null day: those whose term is open). `leader` asks for whoever leads the state. */
  readonly holders: (office: string, of: string, day: string | null) => readonly KnownActor[]
  /** Known persons whom news calls by this family name alone. */
  readonly bearers: (familyName: string) => readonly KnownActor[]
  readonly role: (words: string) => Role | null
  readonly body: (words: string) => BodyNoun | null
  /** Longest role or body phrase, in words. */
  readonly longestRole: number
  /** Gender that a given name suggests, or null. */
  readonly genderOf: (givenName: string) => 'male' | 'female' | null
  /** Country in which a city or region lies, ISO 3166-1 alpha-3, or null. */
  readonly countryOfPlace: (name: string) => string | null
}
