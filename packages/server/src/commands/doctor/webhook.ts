import { createHmac, randomUUID } from 'node:crypto'
import { type Answer, type Ask, codeOf, reasonOf } from './ask.js'
import { type Finding, found, NOTHING } from './finding.js'

/** Tests the webhook through its public URL with deliveries that look like Stripe's and have no effect. */
export async function checkWebhook(
  ask: Ask,
  url: string,
  secret: string | undefined,
  livemode: boolean,
): Promise<Finding[]> {
  const unsigned = await ask(url, { method: 'POST', body: '{}', headers: JSON_TYPE }).catch(reasonOf)
  if (typeof unsigned === 'string') return unreachable(url, unsigned)
  if (unsigned.status >= 300 && unsigned.status < 400) {
    return found(
      `${url} redirects to ${unsigned.headers.get('Location')}; Stripe follows no redirect.`,
      'Use the address after the redirect, at Stripe and for --url.',
    )
  }
  const code = codeOf(unsigned)
  if (code === 'webhook_not_configured')
    return found('The server has no webhook secret: /webhook answers 503.', 'STRIPE_WEBHOOK_SECRET=whsec_…')
  if (code === 'webhook_body_parsed')
    return found(
      'A body parser reads deliveries before their signature can be checked.',
      "Before app.use(express.json()): app.post('/identity/webhook', identity.webhook)",
    )
  if (code !== 'signature_invalid')
    return found(
      `${url} is not answered by this server (status ${unsigned.status}).`,
      'Check --url, BASE_PATH, and the paths that the proxy in front forwards.',
    )
  if (secret === undefined) return NOTHING
  return roundTrip(ask, url, secret, livemode)
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' }

async function roundTrip(ask: Ask, url: string, secret: string, livemode: boolean): Promise<Finding[]> {
  const event = {
    id: `evt_doctor_${randomUUID().replaceAll('-', '')}`,
    object: 'event',
    type: 'doctor.round_trip',
    created: Math.floor(Date.now() / 1000),
    livemode,
    data: { object: {} },
  }
  const deliver = (body: string) => send(ask, url, secret, body)
  const plain = await deliver(JSON.stringify(event))
  // Formatted like Stripe's deliveries: indented, which a proxy that rewrites JSON would lose, and with multi-byte
  // characters.
  const indented = await deliver(JSON.stringify({ ...event, note: 'é ✓' }, null, 2))
  if (plain.status === 200 && indented.status === 200) return NOTHING
  if (plain.status === 200)
    return found(
      'Something in front of the server changes the body of deliveries, so that their signatures fail.',
      'Let the proxy pass /webhook on byte for byte: no rewriting, no transformation of JSON or charset.',
    )
  return found(
    'The server refuses deliveries that are signed with the webhook secret set here.',
    'STRIPE_WEBHOOK_SECRET: the secret that the dashboard shows for this endpoint; stripe listen prints a different one',
  )
}

function send(ask: Ask, url: string, secret: string, body: string): Promise<Answer> {
  const t = Math.floor(Date.now() / 1000)
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
  return ask(url, { method: 'POST', body, headers: { ...JSON_TYPE, 'Stripe-Signature': `t=${t},v1=${v1}` } })
}

function unreachable(url: string, reason: string): Finding[] {
  return found(
    `${url} cannot be reached: ${reason}.`,
    'Check the name, the certificate, and whether the server is running.',
  )
}
