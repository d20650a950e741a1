// A kind of entry and its filter in, the form that changes the filter (kept in the address) out.
import { EVENT_LABELS, EVENT_TYPES, STANCES, STATUSES } from '../labels.ts'
import { go, type TableKind } from '../route.ts'

interface Field {
  readonly name: string
  readonly label: string
  readonly input: 'text' | 'date' | readonly (readonly [string, string])[]
}

const same = (values: readonly string[]) => values.map(value => [value, value] as const)

const ACTOR: Field = { name: 'actor', label: 'Actor', input: 'text' }
const WITH: Field = { name: 'with', label: 'With', input: 'text' }
const DATES: readonly Field[] = [
  { name: 'from', label: 'From', input: 'date' },
  { name: 'to', label: 'To', input: 'date' },
]

const FIELDS: Readonly<Record<TableKind, readonly Field[]>> = {
  statements: [
    ACTOR,
    WITH,
    { name: 'form', label: 'Form', input: same(['direct', 'indirect', 'mixed']) },
    { name: 'polarity', label: 'Polarity', input: same(['affirmed', 'denied', 'withheld']) },
    ...DATES,
  ],
  events: [
    ACTOR,
    WITH,
    { name: 'type', label: 'Act', input: EVENT_TYPES.map(type => [type, EVENT_LABELS[type]] as const) },
    { name: 'status', label: 'Status', input: same(STATUSES) },
    {
      name: 'background',
      label: 'Background',
      input: [
        ['false', 'left out'],
        ['true', 'only'],
      ],
    },
    ...DATES,
  ],
  positions: [
    ACTOR,
    WITH,
    { name: 'stance', label: 'Stance', input: same(STANCES) },
    { name: 'issue', label: 'Issue', input: 'text' },
    ...DATES,
  ],
}

interface Props {
  readonly kind: TableKind
  readonly filter: Readonly<Record<string, string>>
}

export function TableFilter({ kind, filter }: Props) {
  const set = (name: string, value: string): void => {
    if ((filter[name] ?? '') !== value.trim())
      go({ view: kind, filter: { ...filter, [name]: value.trim() } }, 'replace')
  }
  return (
    <search>
      <form className="table-filter" onSubmit={event => event.preventDefault()}>
        {FIELDS[kind].map(field => (
          <FilterField
            key={`${field.name}=${filter[field.name] ?? ''}`}
            field={field}
            value={filter[field.name] ?? ''}
            onSet={value => set(field.name, value)}
          />
        ))}
        {Object.values(filter).some(Boolean) && (
          <button
            type="button"
            className="link-button"
            onClick={() => go({ view: kind, filter: {} }, 'replace')}
          >
            Clear
          </button>
        )}
      </form>
    </search>
  )
}

function FilterField({
  field,
  value,
  onSet,
}: {
  readonly field: Field
  readonly value: string
  readonly onSet: (value: string) => void
}) {
  const id = `filter-${field.name}`
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      {typeof field.input === 'string' ? (
        <input
          id={id}
          type={field.input}
          defaultValue={value}
          spellCheck={false}
          onChange={event => field.input === 'date' && onSet(event.target.value)}
          onBlur={event => onSet(event.target.value)}
          onKeyDown={event => event.key === 'Enter' && onSet(event.currentTarget.value)}
        />
      ) : (
        <select id={id} value={value} onChange={event => onSet(event.target.value)}>
          <option value="">any</option>
          {field.input.map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
