import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../src/index.js'
import { call, createSession, retrieve, SESSIONS } from './support/api.js'
import { startReceiver } from './support/receiver.js'

const open: Sandbox[] = []
async function start(...options: Parameters<typeof createSandbox>): Promise<Sandbox> {
  const sandbox = await createSandbox(...options)
  open.push(sandbox)
  return sandbox
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()))
})

describe('createSandbox', () => {
  it('is ready when it resolves, in well under a second', async () => {
    // The minimum CPU time of three, which excludes other programs and the first run's compilation.
    const took = []
    let sandbox: Sandbox | undefined
    for (let turn = 0; turn < 3; turn++) {
      const begun = process.cpuUsage()
      sandbox = await start()
      await createSession(sandbox)
      const { user, system } = process.cpuUsage(begun)
      took.push((user + system) / 1000)
    }
    expect(Math.min(...took)).toBeLessThan(500)
    expect(sandbox?.url).toBe(`http://127.0.0.1:${sandbox?.port}`)
    expect(sandbox).toMatchObject({
      secretKey: expect.stringMatching(/^sk_test_\w+$/),
      restrictedKey: expect.stringMatching(/^rk_test_\w+$/),
      publishableKey: expect.stringMatching(/^pk_test_\w+$/),
      webhookSecret: expect.stringMatching(/^whsec_\w{32}$/),
    })
  })

  it('isolates two sandboxes from each other', async () => {
    const [one, two] = await Promise.all([start(), start()])
    const { id } = await createSession(one)
    expect((await call(two, 'GET', `${SESSIONS}/${id}`)).status).toBe(404)
    await two.advance(86_400_000)
    const later = await createSession(one)
    expect(later.created * 1000 - Date.now()).toBeLessThan(5000)
    two.reset()
    expect((await retrieve(one, id)).id).toBe(id)
    expect(one.webhookSecret).not.toBe(two.webhookSecret)
  })

  it('closes at once during any operation, and can be closed twice', async () => {
    const receiver = await startReceiver()
    receiver.answer = () => {}
    const sandbox = await start({ forwardTo: receiver.url })
    const { id } = await createSession(sandbox)
    await sandbox.submit(id, { outcome: 'verified', processing_ms: 60_000 })
    await receiver.until(1)
    const begun = performance.now()
    await Promise.all([sandbox.close(), sandbox.close()])
    // Earlier than any pending event.
    expect(performance.now() - begun).toBeLessThan(50_000)
    await expect(fetch(sandbox.url)).rejects.toThrow()
    await receiver.close()
  })

  it('leaves no handle open that keeps the process alive', () => {
    const entry = fileURLToPath(new URL('../dist/index.js', import.meta.url))
    const script = `
      import { createSandbox } from ${JSON.stringify(entry)}
      const sandbox = await createSandbox({ forwardTo: 'http://127.0.0.1:9/' })
      const headers = { authorization: 'Bearer ' + sandbox.secretKey, 'content-type': 'application/x-www-form-urlencoded' }
      const made = await fetch(sandbox.url + '${SESSIONS}', { method: 'POST', headers, body: 'type=document' })
      await sandbox.submit((await made.json()).id, { outcome: 'verified', processing_ms: 60000 })
      await sandbox.close()
      console.log('closed')`
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect(run).toMatchObject({ status: 0, signal: null, stdout: 'closed\n', stderr: '' })
  })

  it('submits with an outcome or an error code, and refuses invalid submissions', async () => {
    const sandbox = await start()
    const { id } = await createSession(sandbox)
    expect(
      await sandbox.submit(id, 'unverified', { error_code: 'selfie_manipulated', processing_ms: 0 }),
    ).toMatchObject({
      id,
      status: 'requires_input',
      last_error: { code: 'selfie_manipulated' },
    })
    await expect(sandbox.submit('vs_nobody')).rejects.toThrow(/No such verification session/)
    await expect(sandbox.submit(id, 'maybe' as 'verified')).rejects.toThrow(/outcome/)
    await expect(sandbox.submit(id, 'unverified', { error_code: 'x' as 'abandoned' })).rejects.toThrow(
      /error_code/,
    )
    await expect(sandbox.submit(id, 'verified', { error_code: 'abandoned' })).rejects.toThrow(/error_code/)
    await expect(sandbox.advance(-1)).rejects.toThrow(RangeError)
    expect(await sandbox.submit(id)).toMatchObject({ status: 'processing' })
    await expect(sandbox.submit(id)).rejects.toThrow(/status of "processing"/)
  })

  it('reports all wrong options at once', async () => {
    const wrong = { port: -1, forwardTo: 'localhost', webhookSecret: 'secret', speed: 9 }
    const error = await createSandbox(wrong).catch((caught: Error) => caught)
    expect(error).toBeInstanceOf(TypeError)
    for (const word of ['port', 'forwardTo', 'webhookSecret', 'speed']) expect(String(error)).toContain(word)
  })

  it('reports the port that is in use', async () => {
    const { port } = await start()
    await expect(createSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE', port })
  })
})
