import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { close } from '../server.js'
import type { Json } from './client.js'

/** One call of `verifyIdentity`, and the person's action during it; without one, the call is refused at once. */
export interface ModalCase {
  readonly name: string
  readonly secret: string
  readonly wish: string | null
  /** Another call while the modal of the first is open. */
  readonly second?: { readonly name: string; readonly secret: string }
}

export interface Turn {
  readonly stripeJs: string
  readonly publishableKey: string
  readonly cases: readonly ModalCase[]
  /** True if no button has to be pressed first. */
  readonly byItself: boolean
  /** The hosts that this Stripe.js may use, by directives of a Content-Security-Policy. `*.` covers subdomains. */
  readonly hosts: Readonly<Record<string, readonly string[]>>
}

/** The name under which the results hold the hosts that are not expected. */
export const HOSTS = 'hosts beyond the documented ones'

/** A page that a person has open in a browser. It plays one turn after another. */
export interface BrowserPage {
  readonly url: string
  /** The results of the calls by case. */
  play(turn: Turn): Promise<Json>
  close(): Promise<void>
}

/** Serves the page on this machine. */
export async function servePage(): Promise<BrowserPage> {
  const turns: { turn: Turn; done: (results: Json) => void }[] = []
  const server = createServer(async (req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://page')
    const waiting = turns[Number(searchParams.get('turn') ?? 0)]
    if (pathname === '/') {
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy-report-only':
          "default-src 'none'; script-src 'unsafe-inline'; connect-src 'self'",
      }
      res.writeHead(200, headers).end(PAGE)
    } else if (pathname === '/turn') {
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(waiting?.turn ?? null))
    } else if (pathname === '/results' && req.method === 'POST') {
      let text = ''
      for await (const chunk of req) text += chunk
      waiting?.done(JSON.parse(text) as Json)
      res.writeHead(204).end()
    } else res.writeHead(404).end()
  })
  await once(server.listen(0, 'localhost'), 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    play: (turn) => new Promise((done) => turns.push({ turn, done })),
    close: () => close(server),
  }
}

/**
 * Calls from inside a shadow root, like a web component. Stripe.js is loaded again for each turn. The policy of the
 * page blocks nothing; it reports the hosts that Stripe.js uses.
 */
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>Validation of the sandbox</title>
<link rel="icon" href="data:," />
<h1>Validation of the sandbox</h1>
<div id="place"></div>
<script type="module">
  const number = Number(new URLSearchParams(location.search).get('turn') ?? 0)
  const root = document.querySelector('#place').attachShadow({ mode: 'open' })
  const status = Object.assign(document.createElement('p'), { role: 'status' })
  const button = Object.assign(document.createElement('button'), { hidden: true, textContent: 'Go on' })
  root.append(status, button)
  const pressed = () => new Promise((resolve) => button.addEventListener('click', resolve, { once: true }))

  async function nextTurn() {
    for (;;) {
      const turn = await (await fetch('/turn?turn=' + number)).json()
      if (turn) return turn
      status.textContent = 'Waiting …'
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }

  const turn = await nextTurn()
  const hosts = new Set()
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    const directive = effectiveDirective.replace(/-(elem|attr)$/, '')
    if (!URL.canParse(blockedURI)) return
    const { host } = new URL(blockedURI)
    const known = (turn.hosts[directive] ?? []).some(
      (name) => name === host || (name.startsWith('*.') && host.endsWith(name.slice(1))),
    )
    if (host !== '' && !known) hosts.add(directive + ' ' + host)
  })
  await new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: turn.stripeJs, onload: resolve, onerror: reject })
    document.head.append(script)
  })
  const stripe = Stripe(turn.publishableKey)
  const results = {}
  const settled = (call) =>
    call.then(
      (result) => JSON.parse(JSON.stringify(result)),
      (error) => ({ rejected: true, message: error.message }),
    )
  for (const { name, secret, wish, second } of turn.cases) {
    if (wish && !turn.byItself) {
      status.textContent = 'Press "Go on", then: ' + wish
      button.hidden = false
      await pressed()
      button.hidden = true
    }
    const first = settled(stripe.verifyIdentity(secret))
    if (second) {
      const other = settled(stripe.verifyIdentity(second.secret))
      results[second.name] = await Promise.race([other, first.then(() => ({ waits_for_the_first: true }))])
    }
    results[name] = await first
  }
  results['${HOSTS}'] = Object.fromEntries([...hosts].sort().map((host) => [host, true]))
  await fetch('/results?turn=' + number, { method: 'POST', body: JSON.stringify(results) })
  location.search = '?turn=' + (number + 1)
</script>
</html>`
