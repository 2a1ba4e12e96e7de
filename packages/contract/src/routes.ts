/** The server's default base path, and the widget's default `endpoint`. */
export const DEFAULT_BASE_PATH = '/identity'

/** Paths below the base path. */
export const ROUTES = {
  sessions: '/sessions',
  current: '/sessions/current',
  session: (id: string) => `/sessions/${encodeURIComponent(id)}`,
  cancel: (id: string) => `/sessions/${encodeURIComponent(id)}/cancel`,
  webhook: '/webhook',
} as const

/** Paths below the base path for operators only. `id` is Stripe's id or, for a person, alternatively the record's. */
export const OPERATOR_ROUTES = {
  me: '/operator/me',
  search: '/operator/search',
  funnel: '/operator/funnel',
  batches: '/operator/batches',
  batch: (id: string) => `/operator/batches/${encodeURIComponent(id)}`,
  person: (id: string) => `/operator/people/${encodeURIComponent(id)}`,
  checks: (id: string) => `/operator/sessions/${encodeURIComponent(id)}/checks`,
  act: (id: string, act: 'cancel' | 'attempts' | 'redact' | 'resend' | 'outputs') =>
    `/operator/sessions/${encodeURIComponent(id)}/${act}`,
} as const

/** The longest `wait`, in seconds, for which `GET /sessions/:id` holds a response. */
export const MAX_WAIT_SECONDS = 30

/** The format of Stripe's session ids. */
export const SESSION_ID = /^vs_[A-Za-z0-9_]{1,250}$/
