import { html, nothing, type TemplateResult } from 'lit'
import type { DeliveryView, PersonView, TimelineEntry } from 'stripe-identity-contract'
import { type Icon, icon } from './icons.js'
import { ago, moment } from './time.js'
import { causeWords, reasonWords, STANDINGS } from './words.js'

type Resend = (record: string, version: number) => void

/** The history, newest first, with the deliveries of each change to the host. */
export function timeline(person: PersonView, resend: Resend | null): TemplateResult {
  const entries = person.timeline.toReversed()
  if (entries.length === 0) return html`<p>Nothing, or it was erased.</p>`
  return html`<ol class="timeline" reversed>
    ${entries.map((entry) => {
      const { words, sign, tone } = told(entry)
      return html`<li>
        <span class="status ${tone}">${icon(sign)}<strong>${words}</strong></span>
        <p>
          <time datetime=${new Date(entry.at * 1000).toISOString()}>${moment(entry.at)}</time>
          <small>${ago(entry.at, Date.now())}</small>
        </p>
        <p>
          ${by(entry)}${entry.event_id === null ? nothing : html` <code>${entry.event_id}</code>`}
        </p>
        ${entry.deliveries.map((delivery) => deliveryLine(delivery))}
        ${
          entry.deliveries.length === 0 || resend === null
            ? nothing
            : html`<button class="quiet small" @click=${() => resend(entry.record, entry.version)}>
                ${icon('send')}Tell host again
              </button>`
        }
      </li>`
    })}
  </ol>`
}

/** Acts of operators that leave the status unchanged. */
const ACTS: Record<string, { words: string; sign: Icon }> = {
  attempts: { words: 'New attempts', sign: 'document' },
  resend: { words: 'Host told again', sign: 'send' },
  outputs: { words: 'Verified data was read', sign: 'lock' },
  update: { words: 'Changed', sign: 'document' },
  redact: { words: 'Redaction asked for', sign: 'lock' },
}

function told({ cause, from, to, error_code }: TimelineEntry): { words: string; sign: Icon; tone: string } {
  const act = ACTS[cause]
  if (act !== undefined && (from === to || cause === 'redact')) return { ...act, tone: 'plain' }
  if (to === 'requires_input') {
    if (from === 'verified') return { words: `Taken back${reason(error_code)}`, sign: 'alert', tone: 'bad' }
    if (error_code !== null) return { words: `Not passed${reason(error_code)}`, sign: 'alert', tone: 'warn' }
    return { words: from === null ? 'Session made' : 'Open again', sign: 'document', tone: 'plain' }
  }
  if (to === 'processing') return { words: 'Submitted', sign: 'send', tone: 'plain' }
  if (to === 'canceled' && from === 'canceled') {
    return { words: 'New attempts', sign: 'document', tone: 'plain' }
  }
  if (to === 'verified' || to === 'canceled') {
    const { words, icon: sign, tone } = STANDINGS[to]
    return { words, sign, tone }
  }
  return { words: to ?? 'Started', sign: 'clock', tone: 'plain' }
}

function reason(code: string | null): string {
  return code === null ? '' : `: ${reasonWords(code)}`
}

function by({ actor, cause }: TimelineEntry): string {
  if (actor === 'user') return 'by the user'
  if (actor === 'host') return 'by the host'
  if (actor === 'limit') return 'because no attempts were left'
  if (actor !== null) return `by ${actor}`
  return causeWords(cause)
}

function deliveryLine({ sink, state, failures, at }: DeliveryView): TemplateResult {
  const name = sink === 'hook' ? 'onStatusChange' : sink === 'status-webhook' ? 'status webhook' : sink
  const tries = failures === 0 ? '' : `, after ${failures} failed ${failures === 1 ? 'try' : 'tries'}`
  const words = {
    told: `Host told by ${name}${tries}`,
    waiting: `Host not told yet by ${name}${tries}`,
    set_aside: `Host could not be told by ${name}${tries}: set aside`,
  }
  const tones = { told: 'good', waiting: 'plain', set_aside: 'bad' }
  const signs: Record<DeliveryView['state'], Icon> = { told: 'check', waiting: 'clock', set_aside: 'alert' }
  return html`<p class="status ${tones[state]}">
    ${icon(signs[state])}<span>${words[state]}${at === null || state !== 'told' ? nothing : html` <small>${moment(at)}</small>`}</span>
  </p>`
}
