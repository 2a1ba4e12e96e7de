import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startAppAndSandbox } from '../start.mjs'

let app, sandbox

beforeAll(async () => {
  ;({ app, sandbox } = await startAppAndSandbox())
})
afterAll(async () => {
  await sandbox.close()
  await app.close()
})

test('a user is verified when the webhook says so', async () => {
  const { id } = await (await fetch(`${app.url}/verify`, { method: 'POST' })).json()
  await sandbox.submit(id, 'verified')
  await sandbox.advance(500)
  expect(app.state.status).toBe('verified')
})
