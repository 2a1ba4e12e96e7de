import { BaseSequencer } from 'vitest/node'

/** The slowest files, longest first. If one started last, it would run alone at the end. */
export const SLOW = [
  'demo/test/frameworks.test.ts',
  'packages/server/test/stripe-faults.test.ts',
  'demo/test/next.test.ts',
  'packages/server/test/instances-outage.test.ts',
  'packages/server/test/crash.test.ts',
  'packages/sandbox/test/pages/loading.test.ts',
  'packages/widget/test/shipped.test.ts',
  'packages/server/test/apply.property.test.ts',
  'packages/sandbox/test/fuzz.test.ts',
  'packages/sandbox/test/model.test.ts',
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
