import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Core } from '../core.js'
import { bare } from './headers.js'
import { takeSnapshot } from './snapshot.js'

/** Changes within this time, in milliseconds, are sent together. */
const TOGETHER_MS = 100
/** The interval for checking state without change events: the clock and the endpoints. */
const LOOK_MS = 1000

const count = z.coerce.number().int().min(1).max(5000).catch(50)
const viewSchema = z.object({
  sessions: count,
  events: count,
  selected: z.string().optional().catch(undefined),
})

/** Sends the whole snapshot over server-sent events, at once and after each change. */
export function feed(core: Core, req: Request, res: Response) {
  const { sessions, events, selected = null } = viewSchema.parse(req.query)
  bare(res).set('Content-Type', 'text/event-stream').set('X-Accel-Buffering', 'no').flushHeaders()

  let waiting: NodeJS.Timeout | undefined
  let shown = ''
  const send = () => {
    waiting = undefined
    if (res.writableNeedDrain) return later()
    shown = unannounced(core)
    res.write(`data: ${JSON.stringify(takeSnapshot(core, { sessions, events, selected }))}\n\n`)
  }
  const later = () => {
    waiting ??= setTimeout(send, TOGETHER_MS)
  }
  const unsubscribe = core.account.subscribe(later)
  const look = setInterval(() => {
    if (unannounced(core) !== shown) later()
  }, LOOK_MS)
  res.on('close', () => {
    unsubscribe()
    clearInterval(look)
    clearTimeout(waiting)
  })
  res.write('retry: 1000\n\n')
  send()
}

/** A fingerprint of the state without change events: the clock, the endpoints and calls that only read. */
function unannounced({ account, journal }: Core): string {
  const { clock, endpoints } = account
  const time = clock.frozen ? clock.now() : Math.round((clock.now() - Date.now()) / 1000)
  return `${clock.frozen} ${time} ${endpoints.size} ${journal.entries.at(-1)?.request_id}`
}
