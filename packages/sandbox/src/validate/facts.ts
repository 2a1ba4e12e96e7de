/** Facts that Stripe does not document, with the steps (`scenario: step`) that settle each. */
export const FACTS: readonly { readonly fact: string; readonly by: RegExp }[] = [
  {
    fact: 'The results of verifyIdentity, called from a shadow root on a page at http://localhost',
    by: /^verifyIdentity: (a closed|declined|a submission|a used|an invalid)/,
  },
  { fact: 'A second call of verifyIdentity while a modal is open', by: /^verifyIdentity: a second/ },
  {
    fact: 'The hosts that Stripe.js uses on the page, beyond those that Stripe documents',
    by: /^verifyIdentity: hosts/,
  },
  { fact: 'The form of an override, and of its events', by: /^a submission: override/ },
  { fact: 'last_error while a new submission is processed', by: /^a submission: processing: session/ },
  { fact: 'Updates of a canceled or redacted session', by: /^a session: update a / },
  {
    fact: 'Updates of a processing or verified session, and of metadata alone',
    by: /^a submission: (processing|verified): update/,
  },
  { fact: 'Cancellation of a canceled or redacted session', by: /^a session: cancel a / },
  {
    fact: 'Cancellation of a processing or verified session',
    by: /^a submission: (processing|verified): cancel/,
  },
  {
    fact: 'Redaction of an open, canceled or redacted session, and its fields',
    by: /^(a session: (redact|retrieve a redacted)|redaction of an open)/,
  },
  {
    fact: 'Redaction of a processing or verified session, and the fields of results',
    by: /^a submission: (processing: redact|redacted: )/,
  },
  { fact: 'The end of a redaction, and its event', by: /^the end of a redaction/ },
  { fact: 'Events contain neither client_secret nor url; their order', by: /: (.*: )?events$/ },
  { fact: 'Lists contain fresh secrets', by: /^lists: all$/ },
  {
    fact: 'Codes and messages of invalid parameters',
    by: /^refusals: (an (unknown|invalid|empty|update of return|unsupported)|two|a (missing type|text|person|trailing|metadata)|51)/,
  },
  { fact: 'The noun in the message about a missing object', by: /^refusals: .*missing/ },
  {
    fact: 'The ids of verification flows, and the parameters that a flow excludes',
    by: /^refusals: .*flow/,
  },
  {
    fact: 'The depth of expand, and the refusal of other expansions',
    by: /^refusals: an expansion|^lists: expanded/,
  },
  { fact: 'The fields that only restricted keys may read', by: /with a secret key$/ },
  { fact: 'The refusal of results older than 48 hours', by: /^results older/ },
  { fact: 'The dates that have an API version', by: /^keys and versions: .*version/ },
  { fact: 'Codes and messages of refused keys', by: /^keys and versions: .*key/ },
  { fact: 'Idempotency keys of GET and DELETE', by: /^idempotency: .*(GET|DELETE)/ },
  { fact: 'The refusals that are stored under an idempotency key', by: /^idempotency: .*used again$/ },
  {
    fact: 'A stored key with other parameters',
    by: /^idempotency: (other parameters|another path|a key of)/,
  },
  { fact: 'The conflict of simultaneous calls with one key', by: /^simultaneous calls/ },
  {
    fact: 'The bounds of limit, cursors and filters',
    by: /^lists: (a limit|an invalid|both|a missing|an unknown|reports|events)/,
  },
  { fact: 'The greatest number of webhook endpoints', by: /^too many webhook endpoints/ },
  { fact: 'The header that names the rate limiter', by: /^too many calls/ },
  { fact: 'The form and signature of a webhook', by: /^webhooks: / },
  { fact: 'The signatures after a webhook secret was rolled', by: /^a rolled webhook secret/ },
  { fact: 'The retry schedule of webhooks in test mode', by: /^repeated webhooks/ },
  { fact: 'context, reason and snapshot_event of thin events', by: /^thin events/ },
  { fact: 'Declined consent', by: /^declined consent/ },
  {
    fact: "The labels of the choices on Stripe's page in test mode (a person found them)",
    by: /^(a submission: (failed|processing)|declined consent): session/,
  },
  { fact: 'The results of a failed and of a passed check', by: /^a submission: (failed|verified): / },
]

/** Facts that no run of this command can settle, with the reason. */
export const OUT_OF_REACH: readonly { readonly fact: string; readonly why: string }[] = [
  {
    fact: 'The retry schedule of webhooks in live mode',
    why: 'Test mode has a schedule of its own, and this command refuses live keys.',
  },
  { fact: 'Live pages need TLS', why: 'This command refuses live keys.' },
  {
    fact: 'Events of connected accounts',
    why: 'They need a platform with a connected account that takes part.',
  },
  {
    fact: 'The retrieval of an event after 30 days',
    why: 'Stripe no longer lists such an event, so its id is unknown.',
  },
  {
    fact: 'The states, beside verified and failed, in which a reviewer can override a session',
    why: 'The Dashboard decides whether it offers an override, and the API does not show it.',
  },
  {
    fact: 'The checks of a verification flow',
    why: 'The Dashboard decides them, separately for each flow.',
  },
  {
    fact: 'Sessions and results of verifyIdentity with other codes, such as country_not_supported',
    why: "Stripe's test mode offers success, failure and declined consent only.",
  },
]
