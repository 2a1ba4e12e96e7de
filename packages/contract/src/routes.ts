/** Where the server is mounted unless the host says otherwise, and the widget's default `endpoint`. */
export const DEFAULT_BASE_PATH = '/identity'

/** Paths below the base path. */
export const ROUTES = {
  sessions: '/sessions',
  current: '/sessions/current',
  session: (id: string) => `/sessions/${encodeURIComponent(id)}`,
  cancel: (id: string) => `/sessions/${encodeURIComponent(id)}/cancel`,
  webhook: '/webhook',
} as const

/** The longest `wait`, in seconds, that `GET /sessions/:id` holds an answer for. */
export const MAX_WAIT_SECONDS = 30

/** The shape of every id of a session: Stripe's. */
export const SESSION_ID = /^vs_[A-Za-z0-9_]{1,250}$/
