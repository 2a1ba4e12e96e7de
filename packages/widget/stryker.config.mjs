// The mutation score of the states of the element: `npm run test:mutation`. docs/performance.md holds its figure.
import { stryker } from '../../scripts/lib/stryker.mjs'

export default stryker('states', [
  'src/flow.ts',
  'src/first-state.ts',
  'src/session.ts',
  'src/status.ts',
  'src/audience.ts',
  'src/question.ts',
  'src/conversation.ts',
])
