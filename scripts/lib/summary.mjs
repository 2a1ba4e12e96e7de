/** A skipped test has to say why in its name; one that does not counts as failed. */
const REASON = /skipped because/i

/** Counts of Vitest's JSON report, with a line for every test that was skipped. */
export function summarize(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const skipped = tests.filter((test) => !['passed', 'failed'].includes(test.status))
  const unexplained = skipped.filter((test) => !REASON.test(test.fullName))
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unexplained.length + brokenFiles.length,
    notes: [
      ...skipped.map((test) => `skipped: ${test.fullName}`),
      ...brokenFiles.map((file) => `did not run: ${file.name}`),
    ],
  }
}
