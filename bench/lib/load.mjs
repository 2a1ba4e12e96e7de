import autocannon from 'autocannon'

/**
 * Requests per second that each target answers over this many connections. The targets run in turns, so that all meet
 * the same machine. Returns a list for each, with one value per round. A first round warms up and is not kept.
 */
export async function ratesOf(targets, { connections = 32, seconds = 2, rounds = 5 } = {}) {
  const rates = targets.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, target] of targets.entries()) {
      const result = await checked({ ...target, connections, duration: seconds })
      if (round >= 0) rates[index].push(result.requests.total / result.duration)
    }
  }
  return rates
}

/** Milliseconds to the answer (p50 and p99) of each target, at a constant number of requests per second. */
export async function latenciesOf(targets, { perSecond, seconds = 3, rounds = 3 }) {
  const found = targets.map(() => ({ p50: [], p99: [] }))
  for (let round = -1; round < rounds; round++) {
    for (const [index, target] of targets.entries()) {
      const load = { connections: 16, duration: seconds, overallRate: perSecond }
      const { latency } = await checked({ ...target, ...load })
      if (round < 0) continue
      // The figure has whole milliseconds, and is 0 below one.
      found[index].p50.push(Math.max(latency.p50, 0.5))
      found[index].p99.push(Math.max(latency.p99, 0.5))
    }
  }
  return found
}

async function checked(load) {
  const result = await autocannon(load)
  if (result.non2xx + result.errors > 0)
    throw new Error(`${load.url}: ${result.non2xx} answers were no success, ${result.errors} failed`)
  return result
}
