import { ActDialog } from './act-dialog.js'
import { BatchView } from './batch-view.js'
import { FunnelView } from './funnel-view.js'
import { IdentityConsole } from './identity-console.js'
import { PersonView } from './person-view.js'
import { SearchView } from './search-view.js'

const ELEMENTS = {
  'identity-console-act': ActDialog,
  'identity-console-search': SearchView,
  'identity-console-person': PersonView,
  'identity-console-funnel': FunnelView,
  'identity-console-batch': BatchView,
  'identity-console': IdentityConsole,
}

// A second copy of the package on the page leaves the first in charge.
for (const [name, element] of Object.entries(ELEMENTS)) {
  if (!customElements.get(name)) customElements.define(name, element)
}

declare global {
  interface HTMLElementTagNameMap {
    'identity-console': IdentityConsole
  }
}

export { IdentityConsole }
