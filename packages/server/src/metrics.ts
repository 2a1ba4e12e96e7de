import type { RequestHandler } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Observer } from './observer.js'

export interface Metrics {
  observer: Observer
  /** Counts every request by method, route pattern and status, without ids and queries. */
  requests: RequestHandler
  /** `GET /metrics` in the Prometheus text format. */
  route: RequestHandler
}

export function createMetrics(heldPolls: () => number): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  const requests = new Histogram({
    name: 'identity_http_request_seconds',
    help: 'Time to answer, held polls included',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
    registers,
  })
  const webhooks = new Counter({
    name: 'identity_webhooks_total',
    help: 'Deliveries of Stripe, by what became of them',
    labelNames: ['outcome'],
    registers,
  })
  const calls = new Histogram({
    name: 'identity_stripe_call_seconds',
    help: 'Calls of Stripe with all their tries',
    labelNames: ['outcome'],
    buckets: [0.1, 0.5, 1, 2, 5, 10],
    registers,
  })
  const refusals = new Counter({
    name: 'identity_stripe_refusals_total',
    help: "Calls that Stripe refused, by Stripe's own code",
    labelNames: ['code'],
    registers,
  })
  const effects = new Counter({
    name: 'identity_effects_total',
    help: 'Status changes for the host, by what became of them',
    labelNames: ['outcome'],
    registers,
  })
  const rounds = new Counter({
    name: 'identity_reconciler_rounds_total',
    help: 'Rounds of the reconciler',
    labelNames: ['outcome'],
    registers,
  })
  new Gauge({
    name: 'identity_held_polls',
    help: 'Polls held right now',
    registers,
    collect() {
      this.set(heldPolls())
    },
  })

  return {
    observer: {
      webhook: (outcome) => webhooks.inc({ outcome }),
      stripeCall: (outcome, seconds) => calls.observe({ outcome }, seconds),
      // A label must have few values, so anything but a code becomes `other`.
      stripeRefusal: (code) => refusals.inc({ code: /^\w{1,64}$/.test(code) ? code : 'other' }),
      effect: (outcome) => effects.inc({ outcome }),
      round: (outcome) => rounds.inc({ outcome }),
    },
    requests(req, res, next) {
      const started = performance.now()
      res.once('finish', () => {
        const route = `${req.baseUrl}${req.route?.path ?? ''}` || 'none'
        requests.observe(
          { method: req.method, route, status: res.statusCode },
          (performance.now() - started) / 1000,
        )
      })
      next()
    },
    async route(_req, res) {
      res.type(register.contentType).send(await register.metrics())
    },
  }
}
