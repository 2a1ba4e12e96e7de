import express, { type Request, type Response, type Router } from 'express'
import { browserFile } from './assets.js'
import { bare } from './headers.js'

/** The sandbox's Stripe.js, under the paths at which Stripe serves its own. */
export function stripeJs(): Router {
  const router = express.Router({ caseSensitive: true })
  router.get(['/v3', '/v3/stripe.js'], (req, res) => send(req, res, 3))
  router.get('/:train/stripe.js', (req, res, next) => {
    const { train } = req.params
    if (!/^[a-z]+$/.test(train)) return next()
    send(req, res, train)
  })
  return router
}

function send(req: Request, res: Response, version: number | string) {
  const url = `${req.protocol}://${req.get('host')}`
  const origin = URL.canParse(url) ? new URL(url).origin : ''
  bare(res, true)
    .set('Access-Control-Allow-Origin', '*')
    .type('text/javascript; charset=utf-8')
    .send(
      `/* The Stripe Identity sandbox: a stand-in for Stripe.js in tests. No real verification takes place. */
(function (SANDBOX) {
${browserFile('stripe.js')}
})(${JSON.stringify({ origin, version })});
`,
    )
}
