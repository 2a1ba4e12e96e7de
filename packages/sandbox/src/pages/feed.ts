import type { Request, Response } from 'express'
import { z } from 'zod'
import { bare } from './headers.js'
import type { Inside } from './inside.js'
import { takeSnapshot } from './snapshot.js'

/** Changes closer together than this are shown together, in milliseconds. */
const TOGETHER_MS = 100
/** How often the feed looks for what nobody tells of: the clock, and the endpoints. */
const LOOK_MS = 1000

const count = z.coerce.number().int().min(1).max(5000).catch(50)
const viewSchema = z.object({
  sessions: count,
  events: count,
  selected: z.string().optional().catch(undefined),
})

/** Sends the whole snapshot over server-sent events, at once and whenever something in it has changed. */
export function feed(inside: Inside, req: Request, res: Response) {
  const { sessions, events, selected = null } = viewSchema.parse(req.query)
  bare(res).set('Content-Type', 'text/event-stream').set('X-Accel-Buffering', 'no').flushHeaders()

  let waiting: NodeJS.Timeout | undefined
  let silent = ''
  const send = () => {
    waiting = undefined
    if (res.writableNeedDrain) return later()
    silent = untold(inside)
    res.write(`data: ${JSON.stringify(takeSnapshot(inside, { sessions, events, selected }))}\n\n`)
  }
  const later = () => {
    waiting ??= setTimeout(send, TOGETHER_MS)
  }
  const unsubscribe = inside.account.subscribe(later)
  const look = setInterval(() => {
    if (untold(inside) !== silent) later()
  }, LOOK_MS)
  res.on('close', () => {
    unsubscribe()
    clearInterval(look)
    clearTimeout(waiting)
  })
  res.write('retry: 1000\n\n')
  send()
}

/** What changes without a word, in brief. */
function untold({ account }: Inside): string {
  const { clock, endpoints } = account
  const time = clock.frozen ? clock.now() : Math.round((clock.now() - Date.now()) / 1000)
  return `${clock.frozen} ${time} ${endpoints.size}`
}
