import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export const VITEST_TOTALS = '.cache/vitest-totals.json'

/** A skipped test has to say why in its name; one that does not counts as failed. */
const REASON = /skipped because/i

const told = (where, errors) =>
  errors.map((error) => `${where}: ${String(error.message ?? error).split('\n')[0]}`)

/** As `demo/test/home.test.ts > the home page > leads everywhere`. */
const name = (task) =>
  task.type === 'module' ? task.relativeModuleId : `${task.module.relativeModuleId} > ${task.fullName}`

/** A reporter for Vitest that leaves what passed, what was skipped and why anything failed, where the root test run reads it. */
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
      // A file that cannot be loaded, or a hook around tests that all passed.
      ...suites.flatMap((suite) => told(name(suite), suite.errors())),
      ...unhandledErrors.flatMap((error) =>
        told(`outside of any test, ${error.VITEST_TEST_PATH ?? ''}`, [error]),
      ),
    ]
    mkdirSync(dirname(VITEST_TOTALS), { recursive: true })
    writeFileSync(VITEST_TOTALS, JSON.stringify({ passed: named('passed').length, skipped, failures }))
  }
}
