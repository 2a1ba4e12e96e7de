import type { Answer } from '../stripe/answer.js'

/** The headers of all answers to browsers. Pages of other sites can embed only `shared` answers. */
export function headersOf(type: string, shared = false): Readonly<Record<string, string>> {
  return {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': shared ? 'cross-origin' : 'same-origin',
  }
}

export function dataAnswer(data: unknown): Answer {
  return { status: 200, headers: headersOf('application/json; charset=utf-8'), body: JSON.stringify(data) }
}

export function redirectAnswer(location: string): Answer {
  return { status: 303, headers: { ...headersOf('text/plain'), location }, body: '' }
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
]

/** One of the sandbox's own pages: a custom element and its script. Only the modal may be framed. */
export function pageAnswer(name: 'modal' | 'hosted' | 'dashboard', status = 200): Answer {
  const framed = name === 'modal'
  return {
    status,
    headers: {
      ...headersOf('text/html; charset=utf-8', framed),
      'content-security-policy': [...POLICY, ...(framed ? [] : ["frame-ancestors 'none'"])].join('; '),
      'cross-origin-embedder-policy': 'require-corp',
      ...(!framed && { 'x-frame-options': 'DENY' }),
      ...(name === 'dashboard' && { 'cross-origin-opener-policy': 'same-origin' }),
    },
    body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Stripe Identity sandbox</title>
<link rel="icon" href="/_client/assets/icon.svg">
<script type="module" src="/_client/assets/${name}.js"></script>
</head>
<body><sandbox-${name}></sandbox-${name}><noscript>This page of the sandbox needs JavaScript.</noscript></body>
</html>
`,
  }
}
