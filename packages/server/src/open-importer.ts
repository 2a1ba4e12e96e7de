import { SILENT } from './observer.js'
import { openIdentityStore, type StoreOptions } from './open-store.js'
import { createAdoptions } from './services/adopt.js'
import { createApply } from './services/apply.js'
import { createImporter } from './services/import.js'
import { openStripe } from './stripe.js'

/** Opens an importer, which adopts sessions in bulk without a server. */
export function openImporter(options: StoreOptions) {
  const { httpsProxy } = options
  const stripe = openStripe({ ...options.stripe, httpsProxy, webhookSecrets: [] }, SILENT)
  const store = openIdentityStore(options)
  const adoptions = createAdoptions(store, stripe, (within) => createApply(within, 0))
  return { importer: createImporter(store, stripe, adoptions), close: () => store.close() }
}
