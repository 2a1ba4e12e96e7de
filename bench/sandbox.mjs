import { spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Worker } from 'node:worker_threads'
import { createSandbox } from 'stripe-identity-sandbox'
import { line, report } from './lib/report.mjs'

const SESSIONS = '/v1/identity/verification_sessions'
const SMALL = 1_000
const LARGE = 100_000
const AT_ONCE = 32
const DELIVERIES = 5_000
const DUE_AT_ONCE = 500
const STARTS = 5

/** One call over a kept connection; resolves with the text of the answer. */
function call(agent, port, method, path, body = '') {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: 'Bearer sk_test_bench',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    }
    const request = http.request({ agent, port, host: '127.0.0.1', method, path, headers }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        if (response.statusCode === 200) resolve(text)
        else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`))
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Makes this many calls, with this many at once; returns calls per second. */
async function rate(count, work, atOnce = AT_ONCE) {
  let left = count
  const begun = performance.now()
  const worker = async () => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return count / ((performance.now() - begun) / 1000)
}

/** The median time of this many calls, one after the other, in milliseconds. */
async function median(count, work) {
  const times = []
  for (let calls = 0; calls < count; calls++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[Math.floor(count / 2)]
}

/** Megabytes in use after a garbage collection. */
function heap() {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1e6
}

/** The median time from the start of the program to its first answer, in milliseconds. */
async function startToFirstAnswer() {
  const cli = fileURLToPath(import.meta.resolve('stripe-identity-sandbox')).replace(/index\.js$/, 'cli.js')
  const times = []
  for (let starts = 0; starts < STARTS; starts++) {
    const begun = performance.now()
    const program = spawn(process.execPath, [cli, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(program.stdout, 'data')
    const [, port] = /:(\d+) secret_key/.exec(String(line))
    const oneCall = new http.Agent()
    await call(oneCall, Number(port), 'POST', SESSIONS, 'type=document')
    times.push(performance.now() - begun)
    program.kill()
    await once(program, 'close')
  }
  return times.sort((a, b) => a - b)[Math.floor(STARTS / 2)]
}

/** A receiver of webhooks in its own thread. */
const RECEIVER = `
  const server = require('node:http').createServer((req, res) => req.resume().on('end', () => res.end()))
  server.listen(0, '127.0.0.1', () => require('node:worker_threads').parentPort.postMessage(server.address().port))`

/** Webhooks per second that are signed, posted and answered, when this many are due at once. */
async function deliveriesPerSecond() {
  const worker = new Worker(RECEIVER, { eval: true })
  const [port] = await once(worker, 'message')
  const sandbox = await createSandbox({ clock: 'frozen', forwardTo: `http://127.0.0.1:${port}/` })
  sandbox.setPolicy({ delay_ms: 1000 })
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })
  let spent = 0
  for (let made = 0; made < DELIVERIES; made += DUE_AT_ONCE) {
    await rate(DUE_AT_ONCE, () => call(agent, sandbox.port, 'POST', SESSIONS, 'type=document'))
    const begun = performance.now()
    await sandbox.advance(1000)
    spent += performance.now() - begun
  }
  const taken = sandbox.deliveries().filter(({ status }) => status === 200).length
  agent.destroy()
  await sandbox.close()
  await worker.terminate()
  return taken / (spent / 1000)
}

const toFirstAnswer = await startToFirstAnswer()
const delivered = await deliveriesPerSecond()
const sandbox = await createSandbox()
const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })
const get = (query) => call(agent, sandbox.port, 'GET', `${SESSIONS}?${query}`)
let made = 0
const create = () => {
  made += 1
  return call(
    agent,
    sandbox.port,
    'POST',
    SESSIONS,
    `type=document&metadata[n]=${made}&client_reference_id=user_${made % 500}`,
  )
}

/** Reads lists as a client does, at the sandbox's present size. */
async function measure() {
  const oldest = JSON.parse(await get('limit=1&created[gte]=0')).data[0].id
  const middle = async () => {
    const page = JSON.parse(await get(`limit=100&starting_after=${cursor}`))
    cursor = page.has_more ? page.data.at(-1).id : oldest
  }
  let cursor = oldest
  return {
    'newest page of 100': await median(100, () => get('limit=100')),
    'walking, pages of 100': await median(Math.min(100, Math.floor(made / 100) - 1), middle),
    'by client_reference_id': await median(100, () => get('client_reference_id=user_7&limit=2')),
    'by status': await median(100, () => get('status=requires_input&limit=10')),
    'one of a rare status': await median(100, () => get('status=canceled&limit=10')),
    retrieve: await median(100, () => call(agent, sandbox.port, 'GET', `${SESSIONS}/${oldest}`)),
  }
}

await rate(200, create)
const empty = heap()
await call(agent, sandbox.port, 'POST', `${SESSIONS}/${JSON.parse(await create()).id}/cancel`)
await rate(SMALL - made, create)
await measure()
const small = await measure()
const perSecond = await rate(LARGE - made, create)
const large = await measure()

const full = heap()
report(`The sandbox, with ${LARGE.toLocaleString('en-US')} sessions`, [
  line({ what: 'start to first answer', unit: 'ms', ours: toFirstAnswer }),
  line({ what: `creates, ${AT_ONCE} at once`, unit: '/s', ours: perSecond }),
  line({ what: `deliveries of webhooks, ${DUE_AT_ONCE} due at once`, unit: '/s', ours: delivered }),
  line({ what: 'memory per 100,000 events, each of its own session', unit: 'MB', ours: full - empty }),
  ...Object.entries(small).map(([what, peer]) =>
    line({
      what: `${what} (median)`,
      unit: 'ms',
      ours: large[what],
      against: `with ${SMALL} sessions`,
      peer,
    }),
  ),
])
agent.destroy()
await sandbox.close()
