import { existsSync, readFileSync, rmSync } from 'node:fs'
import { inParallel } from './parallel.mjs'

/** Runs work that returns its output, and prints it with the name and the time when the work is done. */
export async function printedAtEnd(name, work) {
  const started = Date.now()
  let output = ''
  try {
    output = await work()
  } catch (error) {
    output = error.output ?? ''
    throw error
  } finally {
    const seconds = Math.round((Date.now() - started) / 1000)
    console.log(`\n── ${name} (${seconds} s)\n${output.trim()}`.trimEnd())
  }
}

/** Collects the results of a run of checks and prints them at its end. */
export class Check {
  #passed = 0
  #failures = []

  /** Runs one step, which counts as one check; resolves to whether it passed. */
  async step(name, work) {
    console.log(`\n── ${name}`)
    return this.#count(name, work)
  }

  /** Runs steps concurrently. Each returns its output, which is printed when it is done. */
  async steps(named) {
    await inParallel(
      Object.entries(named).map(
        ([name, work]) =>
          () =>
            this.#count(name, () => printedAtEnd(name, work)),
      ),
    )
  }

  /**
   * Runs tests and adds the totals from their report. A run that fails without a failed test counts as one failure.
   */
  async tests(name, totals, work) {
    console.log(`\n── ${name}`)
    rmSync(totals, { force: true })
    const fault = await work().then(
      () => null,
      (error) => error,
    )
    const result = existsSync(totals)
      ? JSON.parse(readFileSync(totals, 'utf8'))
      : { passed: 0, skipped: [], failures: [] }
    for (const line of result.skipped) console.log(`skipped: ${line}`)
    this.#passed += result.passed
    this.#failures.push(...result.failures)
    if (result.failures.length === 0 && (fault !== null || result.passed === 0)) {
      this.#failures.push(`${name}: ${fault?.message ?? 'no test was run'}`)
    }
  }

  /** Prints the failures, and the counts as the last line; sets the exit code. */
  finish() {
    const failures = this.#failures
    if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`)
    console.log(`\n${this.#passed} passed, ${failures.length} failed`)
    process.exitCode = failures.length === 0 ? 0 : 1
  }

  async #count(name, work) {
    try {
      await work()
      this.#passed += 1
      return true
    } catch (error) {
      console.error(`${name}: ${error.message}`)
      this.#failures.push(`${name}: ${error.message}`)
      return false
    }
  }
}
