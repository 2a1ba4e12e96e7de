import { BaseSequencer } from 'vitest/node'

/** The slowest files, longest first. If one started last, it would run alone at the end. */
export const SLOW = [
  'test/docs-any-server.test.ts',
  'packages/console/test/console.test.ts',
  'packages/server/test/doctor.test.ts',
  'test/docs-run.test.ts',
  'packages/server/test/host-functions.test.ts',
  'packages/server/test/backlog.test.ts',
  'demo/test/frameworks.test.ts',
  'demo/test/end-to-end.test.ts',
  'packages/server/test/stripe-faults.test.ts',
  'test/starter-next.test.ts',
  'demo/test/python.test.ts',
  'packages/sandbox/test/pages/modal.test.ts',
  'packages/server/test/hostile.test.ts',
  'packages/server/test/import.test.ts',
]

/** Vitest's own order, with these files first. */
export class SlowFirst extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => {
      const index = SLOW.findIndex((name) => moduleId.endsWith(name))
      return index === -1 ? SLOW.length : index
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
