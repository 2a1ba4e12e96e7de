import type { RequestHandler } from 'express'

/** Creates the handler for `/<name>` on the first visit. Rejects on failure. */
export type OpenPage = (page: {
  /** The page's package, `demo/<name>`. */
  folder: string
  /** The sandbox's origin; null with Stripe. */
  sandboxUrl: string | null
  /** Aborts when the demo ends, which ends everything that the page started. */
  signal: AbortSignal
}) => Promise<RequestHandler>
