import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { signIn, startApp } from './support.ts'

let running: Awaited<ReturnType<typeof startApp>>
beforeEach(async () => {
  running = await startApp()
})
afterEach(() => running.close())

const JSON_POST = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }

/** Opens a session at Stripe, as the element on the page does. */
async function openSession(ada: Awaited<ReturnType<typeof signIn>>): Promise<string> {
  const { id } = (await (await ada('/identity/sessions', JSON_POST)).json()) as { id: string }
  return id
}

test('sends a visitor who is not signed in to the sign-in page', async () => {
  const answer = await fetch(running.url, { redirect: 'manual' })
  assert.equal(answer.status, 302)
  assert.equal(answer.headers.get('location'), '/login')
  assert.equal((await fetch(`${running.url}/book`, { method: 'POST' })).status, 401)
})

test('escapes names', async () => {
  const ada = await signIn(running.url, '<script>alert(1)</script>')
  assert.match(await (await ada('/')).text(), /<span>&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/span>/)
})

test('ignores a cookie that this server did not sign', async () => {
  for (const cookie of ['user=ada', 'user=s%3Aada.forged']) {
    const answer = await fetch(`${running.url}/book`, { method: 'POST', headers: { cookie } })
    assert.equal(answer.status, 401)
  }
})

test('refuses bookings before a verification, also after a failure', async () => {
  const ada = await signIn(running.url, 'ada')
  assert.equal((await ada('/book', { method: 'POST' })).status, 403)
  const id = await openSession(ada)
  await running.sandbox.submit(id, 'unverified', { error_code: 'document_expired' })
  await running.sandbox.advance(1000)
  assert.equal((await ada('/book', { method: 'POST' })).status, 403)
})

test('lets a verified user book, and refuses another user', async () => {
  const ada = await signIn(running.url, 'ada')
  const bob = await signIn(running.url, 'bob')
  const id = await openSession(ada)
  await running.sandbox.submit(id, 'verified')
  await running.sandbox.advance(1000) // the checks end and the signed webhook arrives

  const booked = await ada('/book', { method: 'POST' })
  assert.equal(booked.status, 303)
  assert.equal(booked.headers.get('location'), '/booked')
  assert.equal((await ada('/booked')).status, 200)
  assert.equal((await bob('/book', { method: 'POST' })).status, 403)
  assert.equal((await bob('/booked')).status, 403)
})

test("refuses a webhook without Stripe's signature", async () => {
  const ada = await signIn(running.url, 'ada')
  const id = await openSession(ada)
  const event = {
    id: 'evt_1',
    object: 'event',
    type: 'identity.verification_session.verified',
    livemode: false,
    created: Math.floor(Date.now() / 1000),
    data: { object: { id, object: 'identity.verification_session', status: 'verified' } },
  }
  const answer = await fetch(`${running.url}/identity/webhook`, { ...JSON_POST, body: JSON.stringify(event) })
  assert.equal(answer.status, 400)
  assert.equal((await ada('/book', { method: 'POST' })).status, 403)
})
