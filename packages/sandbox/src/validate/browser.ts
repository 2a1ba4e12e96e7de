import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Json } from './client.js'

/** One call of `verifyIdentity`, and the person's action during it; without one, the call is refused at once. */
export interface ModalCase {
  readonly name: string
  readonly secret: string
  readonly wish: string | null
}

export interface Turn {
  readonly stripeJs: string
  readonly publishableKey: string
  readonly cases: readonly ModalCase[]
  /** True if no button has to be pressed first. */
  readonly byItself: boolean
}

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
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
    } else if (pathname === '/turn') {
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(waiting?.turn ?? null))
    } else if (pathname === '/results' && req.method === 'POST') {
      let text = ''
      for await (const chunk of req) text += chunk
      waiting?.done(JSON.parse(text) as Json)
      res.writeHead(204).end()
    } else res.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    play: (turn) => new Promise((done) => turns.push({ turn, done })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Calls from inside a shadow root, like a web component. Stripe.js is loaded again for each turn. */
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8" />
<title>Validation of the sandbox</title>
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
  await new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: turn.stripeJs, onload: resolve, onerror: reject })
    document.head.append(script)
  })
  const stripe = Stripe(turn.publishableKey)
  const results = {}
  for (const { name, secret, wish } of turn.cases) {
    if (wish && !turn.byItself) {
      status.textContent = 'Press "Go on", then: ' + wish
      button.hidden = false
      await pressed()
      button.hidden = true
    }
    results[name] = await stripe.verifyIdentity(secret).then(
      (result) => JSON.parse(JSON.stringify(result)),
      (error) => ({ rejected: true, message: error.message }),
    )
  }
  await fetch('/results?turn=' + number, { method: 'POST', body: JSON.stringify(results) })
  location.search = '?turn=' + (number + 1)
</script>
</html>`
