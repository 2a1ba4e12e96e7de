import { BaseSequencer } from 'vitest/node'

/** The files that take longest, longest first: begun last, one of them would run on when all others are done. */
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

/** Vitest's own order, with these files before all others. */
export class SlowFirst extends BaseSequencer {
  async sort(files) {
    const place = ({ moduleId }) => {
      const index = SLOW.findIndex((name) => moduleId.endsWith(name))
      return index === -1 ? SLOW.length : index
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
