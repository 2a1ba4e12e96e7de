// The mutation score of the rules of the truth: `npm run test:mutation`. docs/performance.md holds its figure.
import { stryker } from '../../scripts/lib/stryker.mjs'

export default stryker('rules', ['src/truth.ts', 'src/accept.ts', 'src/session.ts'])
