// The mutation score of what applies the rules, and of owners, limits and signatures: `npm run test:mutation`.
import { part, stryker } from '../../scripts/lib/stryker.mjs'

export default stryker('services', [
  'src/services/apply.ts',
  'src/services/intents.ts',
  'src/services/limits.ts',
  // Whose a session is.
  'src/services/sessions.ts',
  part('src/store/sql-store.ts', 'const ownerKey', 'const sessions ='),
  part('src/store/sql-store.ts', 'const ownedQuery', 'const statements'),
  part('src/store/sql-store.ts', 'async newest(user)', 'byId:'),
  'src/store/newest.ts',
  'src/user.ts',
  // Signatures.
  'src/stripe-signature.ts',
  'src/stripe-events.ts',
  'src/auth/bearer.ts',
  'src/auth/known-tokens.ts',
  'src/auth/operator-token.ts',
  'src/auth/visitor.ts',
])
