import { createHmac } from 'node:crypto'
import http from 'node:http'

/** One request over a kept connection; resolves with the status. */
export function request(agent, url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { agent, method, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Milliseconds of this many requests, one after the other and the kinds in turn, so that all meet the same machine. */
export async function timesOf(count, kinds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const times = kinds.map(() => [])
  for (let round = 0; round < count; round++) {
    for (const [index, next] of kinds.entries()) {
      const { url, status, ...init } = next(round)
      const started = performance.now()
      const answered = await request(agent, url, init)
      times[index].push(performance.now() - started)
      if (answered !== status) throw new Error(`${url}: ${answered}, not ${status}`)
    }
  }
  agent.destroy()
  return times
}

let events = 0

/** A signed delivery: the session with this id has this status now. */
export function delivery(base, secret, id, status) {
  const now = Math.floor(Date.now() / 1000)
  const object = { id, object: 'identity.verification_session', status, type: 'document', metadata: {} }
  const body = JSON.stringify({
    id: `evt_bench${events++}`,
    object: 'event',
    type: `identity.verification_session.${status}`,
    created: now,
    livemode: false,
    data: { object: { ...object, livemode: false, created: 1_700_000_000 } },
  })
  const signature = createHmac('sha256', secret).update(`${now}.${body}`).digest('hex')
  const headers = { 'Content-Type': 'application/json', 'Stripe-Signature': `t=${now},v1=${signature}` }
  return { url: `${base}/identity/webhook`, method: 'POST', headers, body }
}

/** Deliveries per second, with this many in progress at once. Throws if one is not answered 200. */
export async function deliverAll(deliveries, atOnce) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
  const left = deliveries.values()
  const started = performance.now()
  const worker = async () => {
    for (const { url, ...init } of left) {
      const status = await request(agent, url, init)
      if (status !== 200) throw new Error(`a delivery was answered ${status}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return deliveries.length / seconds
}
