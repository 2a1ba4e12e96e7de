import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express'
import { type Instrument, Malformed, NotFound } from './instrument.js'
import { NotAllowed } from './objects/session/machine.js'

/** The routes under `/_sandbox`: the instrument as JSON over HTTP. */
export function controlRouter(instrument: Instrument): Router {
  const router = express.Router()
  router.use(express.text({ type: () => true, limit: '100mb' }))
  const answer = (act: (req: Request<{ id: string }>, body: unknown) => unknown) => {
    return async (req: Request<{ id: string }>, res: Response) => {
      res.json(await act(req, bodyOf(req)))
    }
  }
  const list = (act: (req: Request) => readonly unknown[]) => (req: Request, res: Response) => {
    res.json({ object: 'list', data: act(req) })
  }

  router.get(
    '/health',
    answer(() => instrument.health),
  )
  router.post(
    '/reset',
    answer((_req, body) => {
      instrument.reset(body)
      return { status: 'ok' }
    }),
  )

  router.post(
    '/sessions/:id/submit',
    answer(({ params }, body) => instrument.submit(params.id, body)),
  )
  router.post(
    '/sessions/:id/decline',
    answer(({ params }, body) => instrument.decline(params.id, body)),
  )
  router.post(
    '/sessions/:id/override',
    answer(({ params }, body) => instrument.override(params.id, body)),
  )
  router.post(
    '/sessions/:id/settle',
    answer(({ params }, body) => instrument.settle(params.id, body)),
  )

  router.get(
    '/clock',
    answer(() => instrument.clock),
  )
  router.post(
    '/clock',
    answer((_req, body) => instrument.setClock(body)),
  )
  router.get(
    '/person',
    answer(() => instrument.person),
  )
  router.put(
    '/person',
    answer((_req, body) => instrument.setPerson(body)),
  )

  router.get(
    '/modal',
    answer(() => instrument.modal),
  )
  router.put(
    '/modal',
    answer((_req, body) => instrument.setModal(body)),
  )
  router.get(
    '/state',
    answer(() => instrument.state),
  )
  router.put(
    '/state',
    answer((_req, body) => instrument.setState(body)),
  )

  router.get(
    '/requests',
    list(({ query }) => instrument.requests(query)),
  )
  router.delete(
    '/requests',
    list(() => {
      instrument.clearRequests()
      return []
    }),
  )
  router.get(
    '/faults',
    list(() => instrument.faults),
  )
  router.post(
    '/faults',
    answer((_req, body) => instrument.addFault(body)),
  )
  router.delete(
    '/faults',
    list(() => {
      instrument.clearFaults()
      return []
    }),
  )

  router.get(
    '/events',
    list(({ query }) => instrument.events(query)),
  )
  router.post(
    '/events/:id/resend',
    answer(({ params }, body) => instrument.resend(params.id, body)),
  )
  router.get(
    '/thin_events',
    list(({ query }) => instrument.thinEvents(query)),
  )
  router.post(
    '/ping',
    answer((_req, body) => ({ object: 'list', data: instrument.ping(body) })),
  )
  router.get(
    '/deliveries',
    list(({ query }) => instrument.deliveries(query)),
  )
  router.get(
    '/deliveries/policy',
    answer(() => instrument.policy),
  )
  router.put(
    '/deliveries/policy',
    answer((_req, body) => instrument.setPolicy(body)),
  )
  router.post(
    '/webhook_endpoints/:id/roll',
    answer(({ params }, body) => instrument.rollSecret(params.id, body)),
  )
  router.put(
    '/limits',
    answer((_req, body) => instrument.setLimits(body)),
  )

  router.use((req) => {
    throw new NotFound(`No such control route: ${req.method} /_sandbox${req.path}`)
  })
  router.use(onError)
  return router
}

/** The body, an empty one being `{}`, whatever its content type says it is. */
function bodyOf(req: Request<{ id: string }>): unknown {
  const text = typeof req.body === 'string' ? req.body.trim() : ''
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw new Malformed('Expected a JSON object, but the body is not JSON.')
  }
}

/** Whose mistake an error is; undefined where it is the sandbox's. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof NotFound) return 404
  if (error instanceof NotAllowed) return 409
  if (error instanceof Malformed || error instanceof RangeError) return 400
  const { status } = error as { status?: unknown }
  return typeof status === 'number' && status < 500 ? status : undefined
}

const onError: ErrorRequestHandler = (error, _req, res, _next) => {
  const status = statusOf(error) ?? 500
  if (status === 500) console.error(error)
  const type = status === 500 ? 'api_error' : 'invalid_request_error'
  res
    .status(status)
    .json({ error: { type, message: error instanceof Error ? error.message : 'Unknown error' } })
}
