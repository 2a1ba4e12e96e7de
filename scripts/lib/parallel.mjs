import { availableParallelism } from 'node:os'

/** Runs tasks concurrently, by default one per processor; resolves to their results in order. */
export async function inParallel(works, atOnce = availableParallelism()) {
  const results = []
  const waiting = works.entries()
  const worker = async () => {
    for (const [index, work] of waiting) results[index] = await work()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}
