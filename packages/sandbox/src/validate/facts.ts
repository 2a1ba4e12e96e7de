/** Facts that Stripe does not document, each with the steps (`scenario: step`) that settle it. */
export const FACTS: readonly { readonly fact: string; readonly by: RegExp }[] = [
  { fact: 'what verifyIdentity resolves with, called out of a shadow root', by: /^verifyIdentity: / },
  { fact: 'the form of an override, and of its events', by: /^a submission: override/ },
  { fact: 'last_error while a new submission is processed', by: /^a submission: processing: session/ },
  {
    fact: 'update while processing, after verified, canceled and redacted',
    by: /: (processing|verified|redacted): update|: update what is/,
  },
  { fact: 'updates of metadata alone after the end', by: /update of metadata|update what is/ },
  {
    fact: 'cancel while processing, after verified and after redaction',
    by: /: (processing|verified|redacted): cancel|: cancel what is redacted/,
  },
  {
    fact: 'redact while processing, a second time, and what it redacts',
    by: /: (processing: redact|redacted: )|: redact/,
  },
  {
    fact: 'that events carry neither client_secret nor url, and their order',
    by: /: (.*: )?events( of cancel and redact)?$/,
  },
  { fact: 'that lists give fresh secrets', by: /^lists: all$/ },
  {
    fact: 'codes and sentences of refused parameters',
    by: /^refusals: (an|two|no|a text|a boolean|a return|a person|too|a metadata)/,
  },
  { fact: 'the noun of what is not there', by: /^refusals: .*not there$/ },
  { fact: 'which verification_flow there is, and what may stand beside one', by: /^refusals: .*flow/ },
  { fact: 'how deep expand goes, and the refusal of what cannot be expanded', by: /^refusals: an expand/ },
  { fact: 'which fields are for restricted keys only', by: /for a secret key$/ },
  { fact: 'which versions there are', by: /^keys and versions: (a|an|a day).* (version|release)/ },
  { fact: 'refused keys', by: /^keys and versions: .*key/ },
  { fact: 'idempotency keys of a GET', by: /^idempotency: .*GET/ },
  { fact: 'which refusals are kept under a key', by: /^idempotency: …/ },
  { fact: 'what a key with other parameters is answered', by: /^idempotency: (other|another path|a key)/ },
  { fact: 'the conflict of two calls with one key', by: /^two calls at once/ },
  {
    fact: 'bounds of limit, cursors and filters',
    by: /^lists: (limit|a limit|both|a cursor|an unknown|two kinds|reports|events)/,
  },
  { fact: 'the most webhook endpoints', by: /^too many webhook endpoints/ },
  { fact: 'the header that names the limiter', by: /^too many calls/ },
  { fact: 'a consent that is declined', by: /^a consent/ },
  { fact: 'results of a failed and of a passed check', by: /^a submission: (failed|verified): / },
]

/** What no call of a test key shows within minutes, and how else it would be seen. */
export const NOT_HERE: readonly string[] = [
  'the schedule of webhooks that fail (it takes days), and several v1 values after a secret was rolled',
  'the redaction that ends, and its event (up to four days later): retrieve the session again then',
  'context and reason of thin events: they need an event destination with a public address',
  'results older than 48 hours for a restricted key',
  'a second call of verifyIdentity while a modal is open',
  'the hosts that Stripe.js calls, and that live pages need TLS: they need a browser and a live key',
]
