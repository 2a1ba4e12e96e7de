import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAppAndSandbox } from '../start.mjs'

let app, sandbox

beforeAll(async () => {
  ;({ app, sandbox } = await startAppAndSandbox())
})
afterAll(async () => {
  await sandbox.close()
  await app.close()
})

const verify = async () => (await fetch(`${app.url}/verify`, { method: 'POST' })).json()

test('a user is verified when the webhook says so', async () => {
  const { id } = await verify()
  await sandbox.submit(id, 'verified')
  await sandbox.advance(499)
  expect(app.state.status).toBe('processing')
  await sandbox.advance(1)
  expect(app.state.status).toBe('verified')
})

test('a user who failed may try again', async () => {
  const { id } = await verify()
  await sandbox.submit(id, 'unverified', { error_code: 'document_expired' })
  await sandbox.advance(500)
  expect(app.state.status).toBe('requires_input')
  await sandbox.submit(id, 'verified')
  await sandbox.advance(500)
  expect(app.state.status).toBe('verified')
})
