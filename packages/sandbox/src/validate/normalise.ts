/** Fields that contain the API's own texts. They are compared, and can be printed. */
const SPOKEN = new Set([
  'advice_code',
  'allowed_types',
  'api_version',
  'attempts',
  'code',
  'content_type',
  'doc_url',
  'enabled_events',
  'id_number_type',
  'message',
  'object',
  'param',
  'purpose',
  'reason',
  'schemes',
  'status',
  'type',
])

/** The headers whose values are compared. */
const HEADERS = [
  'content-type',
  'idempotency-key',
  'idempotent-replayed',
  'original-request',
  'request-id',
  'retry-after',
  'stripe-rate-limited-reason',
  'stripe-should-retry',
  'stripe-version',
  'www-authenticate',
]

const REDACTED = '[redacted]'
const ID = /\b(acct|cus|ephkey|evt|file|link|req|seti|vf|vr|vs|we)_[A-Za-z0-9_]+/g
const KEY = /\b[a-z]k_(?:test|live)_[A-Za-z0-9*_]+/g
const ADDRESS =
  /https?:\/\/(?!(?:[a-z]+\.)?stripe\.com\/docs|docs\.stripe\.com|support\.stripe\.com)[^\s'"]+/g

export type Plain = string | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }

/**
 * Reduces an answer to the parts that are compared and can be printed: its shape, the API's own texts, and the texts
 * of this run (those with `mark`). All other texts and numbers are reduced to their presence: ids, times, secrets,
 * and personal data.
 */
export function normalise(value: unknown, mark: string, field = ''): Plain {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') return '<number>'
  if (typeof value === 'string') return normaliseText(value, mark, field)
  if (Array.isArray(value)) return value.map((item) => normalise(item, mark, field))
  if (typeof value !== 'object') return `<${typeof value}>`
  if (isDate(value)) return Object.values(value).every((part) => part === 1) ? REDACTED : '<date>'
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replaceAll(mark, '<run>'),
      normalise(inner, mark, name),
    ]),
  )
}

export function normaliseHeaders(headers: Headers, mark: string): Plain {
  const there = HEADERS.filter((name) => headers.has(name))
  return Object.fromEntries(there.map((name) => [name, words(headers.get(name) ?? '', mark)]))
}

function normaliseText(text: string, mark: string, field: string): Plain {
  if (text === REDACTED) return text
  if (field === 'client_secret' || field === 'secret') return '<secret>'
  if (SPOKEN.has(field) || text.includes(mark) || text.startsWith('/v1/')) return words(text, mark)
  const [id] = text.match(ID) ?? []
  if (id === text) return words(text, mark)
  return URL.canParse(text) ? '<address>' : '<text>'
}

/** Removes the parts of a sentence that differ between calls. */
function words(text: string, mark: string): string {
  return text
    .replaceAll(mark, '<run>')
    .replaceAll(KEY, '<key>')
    .replaceAll(ADDRESS, '<address>')
    .replaceAll(ID, '<$1>')
}

function isDate(value: object): boolean {
  return Object.keys(value).sort().join() === 'day,month,year'
}
