/** The content of the page: the console, the sign-in form, the form after a wrong token, or a refusal. */
export type PageState = 'console' | 'sign-in' | 'refused' | 'forbidden'

/**
 * Renders the page. Its links are relative, so that it works below any base path, even one that a proxy changes.
 * After a wrong token the page is the response of `/console/sign-in`, one level deeper.
 */
export function consolePage(state: PageState, version: { script: string; style: string }): string {
  const folder = state === 'refused' ? '' : 'console/'
  const script = `<script type="module" src="${folder}identity-console.js?v=${version.script}"></script>`
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>Identity console</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${folder}page.css?v=${version.style}">
    ${state === 'console' ? script : ''}
  </head>
  <body>
    ${CONTENT[state]}
  </body>
</html>
`
}

const signIn = (action: string, problem: string) => `<main class="card">
      <h1>Identity console</h1>
      <form method="post" action="${action}">
        ${problem}
        <label for="token">Operator token</label>
        <input id="token" name="token" type="password" autocomplete="current-password" required autofocus${
          problem === '' ? '' : ' aria-invalid="true" aria-describedby="problem"'
        }>
        <p class="hint">The value of <code>OPERATOR_TOKEN</code> on the server.</p>
        <button>Sign in</button>
      </form>
    </main>`

const CONTENT: Record<PageState, string> = {
  console: '<identity-console endpoint="."></identity-console>',
  'sign-in': signIn('console/sign-in', ''),
  refused: signIn(
    'sign-in',
    '<p class="problem" id="problem" role="alert">This is not the operator token.</p>',
  ),
  forbidden: `<main class="card">
      <h1>Identity console</h1>
      <p>This page is for operators. Sign in to this site as one, then load it again.</p>
    </main>`,
}
