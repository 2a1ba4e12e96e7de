import { submittedParams } from './by-api.js'
import type { Json } from './client.js'
import type { Hands } from './hands.js'
import { SESSIONS } from './paths.js'

const STRIPES_LIMIT = 25
const OLD_MS = 49 * 3_600_000

/** Acts through the control routes of a sandbox. `thinSecret` is the secret of its destination of thin events. */
export function controlledHands(url: string, thinSecret?: string): Hands {
  const control = async (method: string, path: string, wish: object) => {
    const response = await fetch(`${url}/_sandbox/${path}`, { method, body: JSON.stringify(wish) })
    if (!response.ok) throw new Error(`The own sandbox refused ${path}: ${await response.text()}`)
  }
  const act = (session: Json, what: string, wish: object = {}) =>
    control('POST', `sessions/${session.id}/${what}`, wish)
  const pass = (ms: number) => control('POST', 'clock', { advance_ms: ms })
  const verify = (session: Json) => act(session, 'submit', { outcome: 'verified', processing_ms: 0 })
  return {
    choose: (session, choice) =>
      choice === 'Decline consent'
        ? act(session, 'decline')
        : choice === 'Verification failure'
          ? act(session, 'submit', { outcome: 'unverified', processing_ms: 0 })
          : act(session, 'submit', { outcome: 'verified', processing_ms: 3_600_000 }),
    finish: (session) => act(session, 'settle'),
    review: (session, status) => act(session, 'override', { status }),
    roll: (endpoint) => control('POST', `webhook_endpoints/${endpoint.id}/roll`, { expires_in_s: 24 * 3600 }),
    // The destination is there from the start.
    destination: async () => thinSecret,
    async olderSession(call) {
      const { body } = await call('POST', SESSIONS, { type: 'document' })
      await verify(body)
      await pass(OLD_MS)
      return (await call('GET', `${SESSIONS}/${body.id}`)).body
    },
    async redactedSession(call) {
      const { body } = await call(
        'POST',
        SESSIONS,
        submittedParams((name) => name),
      )
      await verify(body)
      await call('POST', `${SESSIONS}/${body.id}/redact`)
      await act(body, 'settle')
      return body
    },
    pass,
    script: (next) => control('PUT', 'modal', { next }),
    slow: (path) => control('POST', 'faults', { path, method: 'POST', times: 1, delay_ms: 200 }),
    limit: (on) => control('PUT', 'limits', { per_endpoint_rps: on ? STRIPES_LIMIT : 0 }),
    refused: () => false,
    pauseMs: 20,
  }
}
