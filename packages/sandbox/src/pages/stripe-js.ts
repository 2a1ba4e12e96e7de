import express, { type Request, type Response, type Router } from 'express'
import type { OriginOf } from '../guard.js'
import { browserFile } from './assets.js'
import { bare } from './headers.js'

/** The sandbox's Stripe.js, under the paths at which Stripe serves its own. */
export function stripeJs(originOf: OriginOf): Router {
  const send = (req: Request, res: Response, version: number | string) =>
    sendScript(res, { origin: originOf(req), version })

  const router = express.Router({ caseSensitive: true })
  router.get(['/v3', '/v3/stripe.js'], (req, res) => send(req, res, 3))
  router.get('/:train/stripe.js', (req, res, next) => {
    const { train } = req.params
    if (!/^[a-z]+$/.test(train)) return next()
    send(req, res, train)
  })
  return router
}

function sendScript(res: Response, config: { origin: string; version: number | string }) {
  bare(res, true)
    .set('Access-Control-Allow-Origin', '*')
    .type('text/javascript; charset=utf-8')
    .send(
      `/* The Stripe Identity sandbox: a stand-in for Stripe.js in tests. No real verification takes place. */
(function (SANDBOX) {
${browserFile('stripe.js')}
})(${JSON.stringify(config)});
`,
    )
}
