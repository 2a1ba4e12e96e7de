import { html, nothing, type TemplateResult } from 'lit'
import type { ConsoleError } from './api.js'
import { icon } from './icons.js'
import { errorWords } from './words.js'

/** An error of a request, with what to do about it. */
export function problem(error: ConsoleError, again: () => void): TemplateResult {
  return html`<div class="notice bad" role="alert">
    ${icon('alert')}
    <p>
      ${errorWords(error.code, error.message)}
      ${error.requestId === null ? nothing : html`<small>Request ${error.requestId}</small>`}
    </p>
    <button class="quiet" @click=${again}>Try again</button>
  </div>`
}
