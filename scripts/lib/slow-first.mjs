import { BaseSequencer } from 'vitest/node'

/** The slowest files, longest first. If one started last, it would run alone at the end. */
export const SLOW = [
  'test/docs-any-server.test.ts',
  'demo/test/frameworks.test.ts',
  'packages/console/test/console.test.ts',
  'demo/test/end-to-end.test.ts',
  'test/docs-run.test.ts',
  'demo/test/python.test.ts',
  'demo/test/playground.test.ts',
  'packages/server/test/stripe-faults.test.ts',
  'packages/server/test/backlog.test.ts',
  'packages/sandbox/test/pages/dashboard.test.ts',
  'packages/sandbox/test/pages/modal.test.ts',
  'packages/server/test/import.test.ts',
  'packages/server/test/way-out.test.ts',
  'packages/server/test/instances-outage.test.ts',
  'packages/server/test/truth-search.test.ts',
  'packages/server/test/doctor.test.ts',
  'packages/server/test/hostile.test.ts',
  'packages/server/test/host-functions.test.ts',
]

/**
 * Vitest's own order, but with these files first, and with the files of each project that shares its modules in one
 * row. Vitest ends a worker as soon as the next file in the row belongs to another project, and the modules would be
 * loaded again for almost every file.
 */
export class SlowFirst extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => {
      const index = SLOW.findIndex((name) => moduleId.endsWith(name))
      return index === -1 ? SLOW.length : index
    }
    const sorted = (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
    const apart = sorted.filter(({ project }) => project.config.isolate)
    const shared = sorted.filter(({ project }) => !project.config.isolate)
    const rows = [...new Set(shared.map(({ project }) => project.name))]
    const row = ({ project }) => rows.indexOf(project.name)
    return [
      ...apart.filter((file) => place(file) < SLOW.length),
      ...shared.toSorted((a, b) => row(a) - row(b)),
      ...apart.filter((file) => place(file) === SLOW.length),
    ]
  }
}
