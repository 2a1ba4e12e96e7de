import type { RequestHandler } from 'express'

/**
 * A page that is built on its first request. Requests during the build wait for it and share it. After a failure they
 * get an error, and the next visit tries again.
 */
export function onFirstVisit(title: string, make: () => Promise<RequestHandler>): RequestHandler {
  let made: Promise<RequestHandler> | undefined
  return async (req, res, next) => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    try {
      const handler = await made
      handler(req, res, next)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      console.error(`${title}: ${reason}`)
      const text = `The ${title} page could not be built. Load it again to have it tried again.\n\n${reason}\n`
      res.status(500).set('Cache-Control', 'no-store').type('text').send(text)
    }
  }
}
