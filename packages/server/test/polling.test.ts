import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reaches, type TestServer, World } from './support/world.js'

describe('held polls', () => {
  let world: World
  let server: TestServer
  beforeEach(async () => {
    world = await World.create()
    server = await world.serve()
  })
  afterEach(() => world.close())

  it('answer at once if the version is greater or no wait was requested', async () => {
    const ada = server.as('ada')
    const { id, version } = (await ada.open()).body
    for (const query of [
      '',
      `?after=${version - 1}&wait=30`,
      `?after=${version}`,
      `?after=${version}&wait=0`,
    ]) {
      expect((await ada.get(id, query)).body.version).toBe(version)
    }
  })

  it('wait for a greater version, in every tab, without a call to Stripe', async () => {
    const ada = server.as('ada')
    const { id, version } = (await ada.open()).body
    await expect.poll(async () => (await ada.get(id)).status).toBe(200)
    await world.forgetCalls()
    const tabs = Array.from({ length: 50 }, () => ada.get(id, `?after=${version}&wait=30`))
    await world.sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 })
    for (const { body } of await Promise.all(tabs)) expect(body.status).toBe('processing')
    expect(await world.callsForUsers()).toEqual([])
  })

  it('answer with the current state at the end of the wait', async () => {
    const ada = server.as('ada')
    const { id, version } = (await ada.open()).body
    const started = performance.now()
    expect((await ada.get(id, `?after=${version}&wait=1`)).body.version).toBe(version)
    expect(performance.now() - started).toBeGreaterThan(990)
  })

  it('are answered when the server closes', async () => {
    const ada = server.as('ada')
    const { id, version } = (await ada.open()).body
    const held = ada.get(id, `?after=${version}&wait=30`)
    // A second poll that is answered shows that the first, sent before it, has arrived.
    await ada.get(id, `?after=${version}&wait=1`)
    await server.close()
    expect((await held).body.version).toBe(version)
  })

  it('are not affected by a client that disconnects early', async () => {
    const ada = server.as('ada')
    const { id, version } = (await ada.open()).body
    const leaving = new AbortController()
    const left = ada.send(`/sessions/${id}?after=${version}&wait=30`, { signal: leaving.signal })
    leaving.abort()
    await expect(left).rejects.toThrow()
    await world.sandbox.submit(id, { outcome: 'verified' })
    await reaches(ada, id, 'verified')
  })
})
