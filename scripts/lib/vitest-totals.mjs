import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export const VITEST_TOTALS = '.cache/vitest-totals.json'

/** A skipped test must state the reason in its name; otherwise it counts as failed. */
const REASON = /skipped because/i

const told = (where, errors) =>
  errors.map((error) => `${where}: ${String(error.message ?? error).split('\n')[0]}`)

/** The name of a test, such as `demo/test/home.test.ts > the home page > leads everywhere`. */
const name = (task) =>
  task.type === 'module' ? task.relativeModuleId : `${task.module.relativeModuleId} > ${task.fullName}`

/** A Vitest reporter that writes passed, skipped and failed tests to the file that the root test run reads. */
export default class VitestTotals {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const named = (state) => tests.filter((test) => test.result().state === state)
    const skipped = named('skipped').map(name)
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()])
    const failures = [
      ...named('failed').map((test) => told(name(test), test.result().errors.slice(0, 1))[0]),
      ...skipped.filter((line) => !REASON.test(line)).map((line) => `${line}: skipped, and does not say why`),
      ...named('pending').map((test) => `${name(test)}: never ended`),
      // A file that does not load, or a failing hook around passed tests.
      ...suites.flatMap((suite) => told(name(suite), suite.errors())),
      ...unhandledErrors.flatMap((error) =>
        told(`outside of any test, ${error.VITEST_TEST_PATH ?? ''}`, [error]),
      ),
    ]
    mkdirSync(dirname(VITEST_TOTALS), { recursive: true })
    writeFileSync(VITEST_TOTALS, JSON.stringify({ passed: named('passed').length, skipped, failures }))
  }
}
