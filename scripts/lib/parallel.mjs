import { availableParallelism } from 'node:os'

/** Does the works at the same time, as many as there are processors; gives their results in the order of the works. */
export async function inParallel(works, atOnce = availableParallelism()) {
  const results = []
  const waiting = works.entries()
  const worker = async () => {
    for (const [index, work] of waiting) results[index] = await work()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return results
}
