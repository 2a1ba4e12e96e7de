import { type Ask, reasonOf } from './ask.js'
import { type Finding, found } from './finding.js'

const STRIPE_JS = 'https://js.stripe.com'
const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/

/** Checks the headers and the HTML of a page with the element. */
export async function checkPage(ask: Ask, page: string, livemode: boolean): Promise<Finding[]> {
  const answer = await ask(page).catch(reasonOf)
  if (typeof answer === 'string') return found(`${page} cannot be read: ${answer}.`, 'Check --page.')
  if (answer.status !== 200)
    return found(
      `${page} answers ${answer.status}.`,
      'Name a page with --page that can be read without signing in.',
    )
  const findings: Finding[] = []
  const { protocol, hostname } = new URL(page)
  if (protocol !== 'https:' && !LOCAL.test(hostname))
    findings.push(...found('The page is not https: browsers deny it the camera.', 'Serve the page by https.'))
  for (const policy of policiesOf(answer.headers, answer.text)) findings.push(...checkPolicy(policy))
  const permissions = answer.headers.get('Permissions-Policy') ?? ''
  if (/(^|,)\s*camera=\(\s*(self)?\s*\)/i.test(permissions))
    findings.push(
      ...found(
        'The page’s Permissions-Policy denies Stripe the camera.',
        'Permissions-Policy: camera=(self "https://js.stripe.com" "https://verify.stripe.com")',
      ),
    )
  if (livemode && /<script[^>]+src=["']?[^"'>]*(\/sandbox\.js|:12111\/)/i.test(answer.text))
    findings.push(...found("The live page loads the sandbox's script.", 'Remove that script from the page.'))
  return findings
}

function policiesOf(headers: Headers, html: string): string[] {
  const meta = [...html.matchAll(/<meta[^>]+http-equiv=["']?Content-Security-Policy["']?[^>]*>/gi)].map(
    ([tag]) => /content="([^"]*)"|content='([^']*)'/i.exec(tag)?.slice(1).find(Boolean) ?? '',
  )
  return [headers.get('Content-Security-Policy') ?? '', ...meta].filter(Boolean)
}

function checkPolicy(policy: string): Finding[] {
  const directives = new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name.toLowerCase(), sources] as const
    }),
  )
  const sourcesOf = (...names: string[]) => names.map((name) => directives.get(name)).find(Boolean)
  const lacks = (sources: string[] | undefined) =>
    sources !== undefined &&
    // With 'strict-dynamic', trusted scripts may load Stripe's script from anywhere.
    !sources.includes("'strict-dynamic'") &&
    !sources.some(
      (source) => source === '*' || source === 'https:' || source.replace(/\/$/, '') === STRIPE_JS,
    )
  return [
    ...(lacks(sourcesOf('script-src-elem', 'script-src', 'default-src'))
      ? found('The page’s Content-Security-Policy blocks Stripe.js.', `script-src 'self' ${STRIPE_JS}`)
      : []),
    ...(lacks(sourcesOf('frame-src', 'child-src', 'default-src'))
      ? found(
          'The page’s Content-Security-Policy blocks Stripe’s frame.',
          `frame-src ${STRIPE_JS} https://*.js.stripe.com https://verify.stripe.com`,
        )
      : []),
  ]
}
