import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { requestIdOf } from './routes/answer.js'

/**
 * Logs a line when a response ends: method, path, status and time, but never a user, a query, a body or a header, which may
 * hold private data. The error handler logs the error of a 5xx itself. Builds nothing for a level that is switched off.
 */
export function requestLog(log: Logger): RequestHandler {
  return (req, res, next) => {
    const started = Date.now()
    const { method, url } = req
    res.on('close', () => {
      const level = res.statusCode >= 500 ? 'error' : 'info'
      if (!log.isLevelEnabled(level)) return
      const ending = level === 'error' ? 'errored' : res.writableEnded ? 'completed' : 'aborted'
      log[level](
        {
          req: { id: requestIdOf(res), method, path: pathOf(url) },
          res: { status: res.statusCode },
          responseTime: Date.now() - started,
        },
        `request ${ending}`,
      )
    })
    next()
  }
}

/** The path without its query, and without the user in an operator's path. */
function pathOf(url: string): string {
  const end = url.indexOf('?')
  return (end === -1 ? url : url.slice(0, end)).replace(/(\/users\/)[^/]+/, '$1…')
}
