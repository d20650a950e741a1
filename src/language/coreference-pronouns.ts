// What the form of a pronoun says about whom it may stand for.

export interface Pronoun {
  readonly person: 1 | 2 | 3
  readonly plural: boolean | null
  readonly gender: 'male' | 'female' | 'thing' | null
  readonly reflexive: boolean
  readonly demonstrative: boolean
}

const pronoun = (person: 1 | 2 | 3, plural: boolean | null, gender: Pronoun['gender'] = null): Pronoun => ({
  person,
  plural,
  gender,
  reflexive: false,
  demonstrative: false,
})

const each = (forms: string, value: Pronoun): [string, Pronoun][] =>
  forms.split(' ').map(form => [form, value])

const reflexive = (value: Pronoun): Pronoun => ({ ...value, reflexive: true })

const I = pronoun(1, false)
const WE = pronoun(1, true)
const YOU = pronoun(2, null)
const HE = pronoun(3, false, 'male')
const SHE = pronoun(3, false, 'female')
const IT = pronoun(3, false, 'thing')
const THEY = pronoun(3, true)

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ...each('i me my mine', I),
  ...each('we us our ours', WE),
  ...each('you your yours', YOU),
  ...each('he him his', HE),
  ...each('she her hers', SHE),
  ...each('it its', IT),
  ...each('they them their theirs', THEY),
  ...each('myself', reflexive(I)),
  ...each('ourselves', reflexive(WE)),
  ...each('yourself yourselves', reflexive(YOU)),
  ...each('himself', reflexive(HE)),
  ...each('herself', reflexive(SHE)),
  ...each('itself', reflexive(IT)),
  ...each('themselves', reflexive(THEY)),
  ...each('this that', { ...IT, gender: 'thing', demonstrative: true }),
  ...each('these those', { ...THEY, demonstrative: true }),
])

export const pronounOf = (form: string): Pronoun | null => PRONOUNS.get(form.toLowerCase()) ?? null
