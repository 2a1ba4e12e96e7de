import type { ServerResponse } from 'node:http'
import type { Accounts } from '../accounts.js'
import type { Core } from '../core.js'
import { headersOf } from './answers.js'
import { readView, takeSnapshot } from './snapshot.js'

/** Changes within this time, in milliseconds, are sent together. */
const TOGETHER_MS = 100
/** The interval for checking state without change events: the clock, the endpoints and the accounts. */
const LOOK_MS = 1000

/** Sends the whole snapshot over server-sent events, at once and after each change. */
export function feed(accounts: Accounts, query: string, res: ServerResponse): void {
  const view = readView(query)
  const core = accounts.at(view.account)
  res.writeHead(200, { ...headersOf('text/event-stream'), 'x-accel-buffering': 'no' })

  let waiting: NodeJS.Timeout | undefined
  let shown = ''
  const send = () => {
    waiting = undefined
    if (res.writableNeedDrain) return later()
    shown = unannounced(accounts, core)
    res.write(`data: ${JSON.stringify(takeSnapshot(accounts, core, view))}\n\n`)
  }
  const later = () => {
    waiting ??= setTimeout(send, TOGETHER_MS)
  }
  const unsubscribe = core.account.subscribe(later)
  const look = setInterval(() => {
    if (unannounced(accounts, core) !== shown) later()
  }, LOOK_MS)
  res.on('close', () => {
    unsubscribe()
    clearInterval(look)
    clearTimeout(waiting)
  })
  res.write('retry: 1000\n\n')
  send()
}

/** A fingerprint of the state without change events: the clock, the endpoints, the accounts and calls that only read. */
function unannounced(accounts: Accounts, { account, journal }: Core): string {
  const { clock, endpoints } = account
  const time = clock.frozen ? clock.now() : Math.round((clock.now() - Date.now()) / 1000)
  const count = [...accounts.all()].length
  return `${clock.frozen} ${time} ${endpoints.size} ${count} ${journal.entries.at(-1)?.request_id}`
}
