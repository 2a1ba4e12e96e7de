import autocannon from 'autocannon'

/**
 * Requests a second that each target takes from so many connections, the targets in turns, so that all meet the same
 * machine; one list of a value a round for each. A first round that is not kept warms all of them up.
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

/** Milliseconds to the answer, p50 and p99, of each target while so many requests a second are offered to it. */
export async function latenciesOf(targets, { perSecond, seconds = 3, rounds = 3 }) {
  const found = targets.map(() => ({ p50: [], p99: [] }))
  for (let round = -1; round < rounds; round++) {
    for (const [index, target] of targets.entries()) {
      const load = { connections: 16, duration: seconds, overallRate: perSecond }
      const { latency } = await checked({ ...target, ...load })
      if (round < 0) continue
      // A figure in whole milliseconds; below one of them it says 0.
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
