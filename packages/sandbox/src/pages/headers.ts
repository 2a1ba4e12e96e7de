import type { Response } from 'express'

/** Sets the headers of all answers to browsers. Pages of other sites can embed only `shared` answers. */
export function bare(res: Response, shared = false): Response {
  return res.set({
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': shared ? 'cross-origin' : 'same-origin',
  })
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

/** Sends one of the sandbox's own pages: a custom element and its script. */
export function sendPage(
  res: Response,
  page: { element: string; title: string; framed: 'by-any' | 'never' },
) {
  const name = page.element.replace('sandbox-', '')
  const never = page.framed === 'never'
  bare(res, !never)
    .set({
      'Content-Security-Policy': [...POLICY, ...(never ? ["frame-ancestors 'none'"] : [])].join('; '),
      'Cross-Origin-Embedder-Policy': 'require-corp',
      ...(never && { 'X-Frame-Options': 'DENY' }),
    })
    .type('html')
    .send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${page.title}</title>
<link rel="icon" href="/_client/assets/icon.svg">
<script type="module" src="/_client/assets/${name}.js"></script>
</head>
<body><${page.element}></${page.element}><noscript>This page of the sandbox needs JavaScript.</noscript></body>
</html>
`)
}
