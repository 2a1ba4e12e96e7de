import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, control, createSession, retrieve, SESSIONS } from './support/api.js'
import { names, type Receiver, startReceiver } from './support/receiver.js'

const DAY = 86_400_000
let sandbox: Sandbox
let receiver: Receiver
beforeEach(async () => {
  receiver = await startReceiver()
  sandbox = await createSandbox({ clock: 'frozen', forwardTo: receiver.url })
})
afterEach(async () => {
  await sandbox.close()
  await receiver.close()
})

/** Waits in real time, longer than a running clock would need. */
const realTime = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a frozen clock', () => {
  it('shows the same time while real time passes', async () => {
    const { now } = (await control(sandbox, 'GET', 'clock')).body
    const first = await createSession(sandbox)
    await realTime(1100)
    const second = await createSession(sandbox)
    expect(second.created).toBe(first.created)
    expect((await control(sandbox, 'GET', 'clock')).body).toEqual({ now, frozen: true })
    expect(sandbox.now()).toBe(now)
    await sandbox.advance(1500)
    expect(sandbox.now()).toBe(now + 1500)
  })

  it('keeps a submission processing until it is advanced, and then completes everything', async () => {
    const { id } = await createSession(sandbox)
    await sandbox.submit(id, 'verified')
    await realTime(700)
    expect((await retrieve(sandbox, id)).status).toBe('processing')
    await sandbox.advance(499)
    expect((await retrieve(sandbox, id)).status).toBe('processing')
    await sandbox.advance(1)
    expect(names(receiver.received)).toEqual(['created', 'processing', 'verified'])
    expect((await control(sandbox, 'GET', 'deliveries')).body.data).toHaveLength(3)
  })

  it('retries a webhook only when it is advanced, and resolves after the attempt', async () => {
    receiver.answer = (response) => void setTimeout(() => response.writeHead(500).end(), 50)
    await createSession(sandbox)
    await sandbox.advance(0)
    expect(receiver.received).toHaveLength(1)
    await sandbox.advance(5 * 60_000 - 1)
    expect(receiver.received).toHaveLength(1)
    await sandbox.advance(1)
    expect(receiver.received).toHaveLength(2)
    const { data } = (await control(sandbox, 'GET', 'deliveries')).body
    expect(data.map(({ attempt }: { attempt: number }) => attempt)).toEqual([1, 2])
  })

  it('redacts and expires when it is advanced', async () => {
    const { id, client_secret } = await createSession(sandbox)
    await call(sandbox, 'POST', `${SESSIONS}/${id}/redact`)
    expect((await retrieve(sandbox, id)).redaction).toEqual({ status: 'processing' })
    await control(sandbox, 'POST', 'clock', { advance_ms: 3 * DAY })
    expect((await retrieve(sandbox, id)).redaction).toEqual({ status: 'redacted' })
    expect(client_secret).toBeTruthy()
  })

  it('signs with real time, so that receivers accept the signature', async () => {
    await sandbox.setTo(1_600_000_000)
    const { created } = await createSession(sandbox)
    expect(created).toBe(1_600_000_000)
    const [one] = await receiver.until(1)
    expect(one!.event.created).toBe(1_600_000_000)
    expect(Math.abs(Date.now() / 1000 - Number(/^t=(\d+),/.exec(one!.signature)?.[1]))).toBeLessThan(60)
  })

  it('can be set to a second, forward at any time and back only before the first object', async () => {
    expect((await control(sandbox, 'POST', 'clock', { set_to: 1_700_000_000 })).body).toEqual({
      now: 1_700_000_000_000,
      frozen: true,
    })
    const { id } = await createSession(sandbox)
    await sandbox.submit(id, 'verified', { processing_ms: 60_000 })
    const back = await control(sandbox, 'POST', 'clock', { set_to: 1_600_000_000 })
    expect(back.status).toBe(409)
    expect(back.body.error.message).toMatch(/cannot go back/)
    await expect(sandbox.setTo(1)).rejects.toThrow(/cannot go back/)
    await sandbox.setTo(1_700_000_060)
    expect((await retrieve(sandbox, id)).status).toBe('verified')
    expect((await control(sandbox, 'POST', 'clock', { set_to: 99_999_999_999 })).status).toBe(400)
    await expect(sandbox.advance(9e15)).rejects.toThrow(RangeError)
    expect(sandbox.now()).toBe(1_700_000_060_000)
  })

  it('can be resumed and frozen again, and a reset restores its initial mode', async () => {
    await sandbox.setTo(1_700_000_000)
    expect((await control(sandbox, 'POST', 'clock', { freeze: false })).body.frozen).toBe(false)
    const { id } = await createSession(sandbox)
    await sandbox.submit(id, 'verified', { processing_ms: 50 })
    await expect.poll(async () => (await retrieve(sandbox, id)).status).toBe('verified')
    expect(sandbox.now()).toBeGreaterThan(1_700_000_000_050 - 1)
    expect(sandbox.now()).toBeLessThan(1_700_000_060_000)
    sandbox.freeze()
    const stood = sandbox.now()
    await realTime(20)
    expect(sandbox.now()).toBe(stood)
    sandbox.freeze(false)
    sandbox.reset()
    expect((await control(sandbox, 'GET', 'clock')).body.frozen).toBe(true)
    expect(Math.abs(sandbox.now() - Date.now())).toBeLessThan(10_000)
  })

  it.each([
    [{}, /advance_ms, set_to or freeze/],
    [{ advance_ms: 1, set_to: 2_000_000_000 }, /either/],
    [{ freeze: 'yes' }, /freeze/],
    [{ set_to: 1.5 }, /set_to/],
  ])('refuses a call with %j', async (body, message) => {
    const reply = await control(sandbox, 'POST', 'clock', body)
    expect(reply.status).toBe(400)
    expect(reply.body.error.message).toMatch(message)
  })
})
