import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, createSession, REPORTS, SESSIONS } from './support/api.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await createSandbox()
})
afterAll(() => sandbox.close())

describe('errors as quoted in users’ logs', () => {
  it.each([
    ['GET', `${SESSIONS}/vs_x`, '', 404, "No such VerificationSession: 'vs_x'"],
    ['POST', `${SESSIONS}/vs_x`, 'metadata[a]=b', 404, "No such VerificationSession: 'vs_x'"],
    ['POST', `${SESSIONS}/vs_x/cancel`, '', 404, "No such VerificationSession: 'vs_x'"],
    ['GET', SESSIONS, 'starting_after=vs_x', 400, "No such VerificationSession: 'vs_x'"],
    ['GET', `${REPORTS}/vr_x`, '', 404, "No such VerificationReport: 'vr_x'"],
    ['GET', REPORTS, 'ending_before=vr_x', 400, "No such VerificationReport: 'vr_x'"],
  ])('%s %s %s', async (method, path, form, status, message) => {
    const reply = await call(sandbox, method, path, form)
    expect(reply.status).toBe(status)
    expect(reply.body.error).toMatchObject({ code: 'resource_missing', message })
  })

  it('each contains the URL of its log entry, except with an invalid key', async () => {
    for (const [path, query] of [
      [`${SESSIONS}/vs_x`, ''],
      [SESSIONS, 'limit=0'],
      ['/v1/nothing', ''],
    ] as const) {
      const { body, headers } = await call(sandbox, 'GET', path, query)
      expect(body.error.request_log_url).toBe(`${sandbox.url}/?request=${headers.get('request-id')}`)
    }
    const { body } = await call(sandbox, 'GET', SESSIONS, '', { key: null })
    expect(body.error.request_log_url).toBeUndefined()
  })

  it.each([`${SESSIONS}/`, '/v1/identity/', `${REPORTS}/`, '/v1/events/', `${SESSIONS}//cancel`])(
    'GET %s: an empty id is a 404 with a hint',
    async (path) => {
      const { status, body } = await call(sandbox, 'GET', path)
      expect(status).toBe(404)
      const hint = 'make sure you passed a valid (non-empty) identifier in your code.'
      if (path.endsWith('/')) expect(body.error.message).toContain(hint)
      expect(body.error.message).toMatch(/^Unrecognized request URL \(GET: \/v1\//)
    },
  )

  it('the hint for a list’s expand contains the right path', async () => {
    const { status, body } = await call(sandbox, 'GET', SESSIONS, 'expand[]=last_verification_report')
    expect(status).toBe(400)
    expect(body.error.message).toBe(
      "This property cannot be expanded (last_verification_report). You may want to try expanding 'data.last_verification_report' instead.",
    )
    const unknown = await call(sandbox, 'GET', SESSIONS, 'expand[]=nothing')
    expect(unknown.body.error.message).toBe('This property cannot be expanded (nothing).')
  })

  it('a key that was used at another endpoint is refused', async () => {
    const headers = { 'idempotency-key': 'elsewhere' }
    const { id } = await createSession(sandbox)
    await call(sandbox, 'POST', SESSIONS, 'type=document', { headers })
    const { status, body } = await call(sandbox, 'POST', `${SESSIONS}/${id}/cancel`, '', { headers })
    expect(status).toBe(400)
    expect(body.error).toMatchObject({
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${SESSIONS}/${id}/cancel' vs '${SESSIONS}'). Try using a key other than 'elsewhere' if you meant to execute a different request.`,
    })
  })

  it('the first response to an idempotency key names itself as the original', async () => {
    const { headers } = await call(sandbox, 'POST', SESSIONS, 'type=document', {
      headers: { 'idempotency-key': 'first' },
    })
    expect(headers.get('original-request')).toBe(headers.get('request-id'))
    expect(headers.get('stripe-should-retry')).toBe('false')
    const plain = await call(sandbox, 'POST', SESSIONS, 'type=document')
    expect(plain.headers.get('original-request')).toBeNull()
  })

  it('a refusal stored for an idempotency key names itself as the original too', async () => {
    const cancel = () =>
      call(sandbox, 'POST', `${SESSIONS}/vs_none/cancel`, '', { headers: { 'idempotency-key': 'refused' } })
    const first = await cancel()
    expect([first.status, first.headers.get('stripe-should-retry')]).toEqual([404, 'false'])
    expect(first.headers.get('original-request')).toBe(first.headers.get('request-id'))
    const again = await cancel()
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.headers.get('original-request')).toBe(first.headers.get('request-id'))
  })
})
