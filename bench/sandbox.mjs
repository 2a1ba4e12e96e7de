import http from 'node:http'
import { performance } from 'node:perf_hooks'
import { createSandbox } from 'stripe-identity-sandbox'
import { line, report } from './lib/report.mjs'

const SESSIONS = '/v1/identity/verification_sessions'
const SMALL = 1_000
const LARGE = 100_000
const AT_ONCE = 32

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

/** Calls so many times, with so many at once; gives calls per second. */
async function rate(count, work, atOnce = AT_ONCE) {
  let left = count
  const begun = performance.now()
  const worker = async () => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return count / ((performance.now() - begun) / 1000)
}

/** The middle of the times of so many calls, one after the other, in milliseconds. */
async function median(count, work) {
  const times = []
  for (let calls = 0; calls < count; calls++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.sort((a, b) => a - b)[Math.floor(count / 2)]
}

const starting = performance.now()
const sandbox = await createSandbox()
const started = performance.now() - starting
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

/** What a client does with lists, at the size that the sandbox has now. */
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
await call(agent, sandbox.port, 'POST', `${SESSIONS}/${JSON.parse(await create()).id}/cancel`)
await rate(SMALL - made, create)
await measure()
const small = await measure()
const perSecond = await rate(LARGE - made, create)
const large = await measure()

report(`The sandbox, with ${LARGE.toLocaleString('en-US')} sessions`, [
  line({ what: 'ready after', unit: 'ms', ours: started }),
  line({ what: `creates a second (${AT_ONCE} at once)`, unit: '/s', ours: perSecond }),
  ...Object.entries(small).map(([what, peer]) =>
    line({
      what: `${what} (median)`,
      unit: 'ms',
      ours: large[what],
      against: `with ${SMALL} sessions`,
      peer,
    }),
  ),
  line({ what: 'memory, all sessions in it', unit: 'MB', ours: process.memoryUsage().rss / 1e6 }),
])
agent.destroy()
await sandbox.close()
