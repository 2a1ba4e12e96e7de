import { type Html, html } from './html.ts'
import type { Settings } from './settings.ts'

const NOTHING = html``

export function loginPage(): string {
  return page(
    'Sign in',
    html`<h1>Welcome</h1>
      <p>Sign in to book the cabin by the lake.</p>
      <form action="/login" method="post">
        <label for="name">Your name</label>
        <input id="name" name="name" required maxlength="100" autocomplete="username" autofocus />
        <button type="submit">Sign in</button>
      </form>
      <p class="note">
        Any name works, and there is no password. Replace this with your own sign-in in <code>src/auth.ts</code>.
      </p>`,
  )
}

export function bookingPage(user: string, { stripe: { apiBase } }: Settings): string {
  return page(
    'Cabin by the lake',
    html`<h1>Cabin by the lake</h1>
      <p>Two nights, 4 to 6 December. The owner asks guests to verify their identity before they book.</p>
      <form action="/book" method="post">
        <identity-verification name="identity" required></identity-verification>
        <button type="submit">Book the cabin</button>
      </form>
      ${apiBase === undefined ? NOTHING : sandboxNote(apiBase)}`,
    {
      user,
      head: html`${apiBase === undefined ? NOTHING : sandboxScripts(apiBase)}
    <script type="module" src="/widget/identity-verification.js"></script>`,
    },
  )
}

export function bookedPage(user: string): string {
  return page(
    'Booked',
    html`<h1>See you at the lake</h1>
      <p>Thank you, ${user}. Your booking is confirmed: two nights, 4 to 6 December.</p>
      <p><a href="/">Back to the cabin</a></p>`,
    { user },
  )
}

function sandboxScripts(sandbox: string): Html {
  return html`<script defer src="${sandbox}/v3/"></script>
    <script defer src="/sandbox.js"></script>`
}

function sandboxNote(sandbox: string): Html {
  return html`<p class="note">
        This is the sandbox: it verifies no real people and reads no documents.
        <a href="${sandbox}" target="_blank" rel="noreferrer">Open its dashboard</a>
      </p>`
}

function page(title: string, main: Html, { user, head = NOTHING }: { user?: string; head?: Html } = {}) {
  const account =
    user === undefined
      ? NOTHING
      : html`<form action="/logout" method="post">
        <span>${user}</span>
        <button type="submit" class="quiet">Sign out</button>
      </form>`
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/style.css" />
    ${head}
  </head>
  <body>
    <header>
      <a href="/">Lakeside Cabins</a>
      ${account}
    </header>
    <main>
      ${main}
    </main>
  </body>
</html>
`.text
}
