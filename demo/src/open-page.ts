import type { RequestHandler } from 'express'

/** Makes what answers under `/<name>`, when the page is first visited. Rejects where it cannot be made. */
export type OpenPage = (page: {
  /** The page's package, `demo/<name>`. */
  folder: string
  /** The sandbox's origin; null with Stripe. */
  sandboxUrl: string | null
  /** Fires when the demo ends: what the page started ends with it. */
  signal: AbortSignal
}) => Promise<RequestHandler>
