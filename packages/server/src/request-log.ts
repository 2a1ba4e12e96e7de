import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { requestIdOf } from './routes/answer.js'

/**
 * One line a request when its answer has ended: method, path, status and time; never a user, a query, a body or a header,
 * which may hold what nobody should read. What went wrong has a line of its own, by the error handler. Nothing is built for
 * a line that the level leaves out.
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

/** Without the query, and without whose status an operator asks for. */
function pathOf(url: string): string {
  const end = url.indexOf('?')
  return (end === -1 ? url : url.slice(0, end)).replace(/(\/users\/)[^/]+/, '$1…')
}
