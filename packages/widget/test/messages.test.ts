import { ERRORS, type ErrorCode } from 'stripe-identity-contract'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { VerificationError } from '../src/errors.js'
import { explain } from '../src/explain.js'
import { LANGUAGE_TAGS, loadFirst, loadRest } from '../src/languages.js'
import { messages as first } from '../src/locales/en.js'
import { messages as rest } from '../src/locales/en.rest.js'
import { type Messages, SETUP_CODES, type Text } from '../src/messages.js'
import { OwnTexts } from '../src/own-texts.js'
import { sessionView } from '../src/testing.js'

const english: Record<string, Text | string> = { ...first, ...rest }

/** All codes of `last_error`, and whether trying again makes sense. */
const REASONS: Record<string, boolean> = {
  abandoned: true,
  consent_declined: true,
  country_not_supported: false,
  device_not_supported: true,
  document_expired: true,
  document_type_not_supported: true,
  document_unverified_other: true,
  email_unverified_other: true,
  email_verification_declined: true,
  id_number_insufficient_document_data: true,
  id_number_mismatch: true,
  id_number_unverified_other: true,
  phone_unverified_other: true,
  phone_verification_declined: true,
  selfie_document_missing_photo: true,
  selfie_face_mismatch: true,
  selfie_manipulated: true,
  selfie_unverified_other: true,
  under_supported_age: false,
}

/** Our own codes that show no button. */
const ENDS: string[] = [...SETUP_CODES, 'attempts_exhausted', 'user_limit_reached', 'daily_limit_reached']

const failed = (code: string, attempts_left: number | null = null) =>
  explain({
    state: 'requires_input',
    session: sessionView({ last_error: { code, reason: null }, attempts_left }),
    error: null,
    reason: null,
  })

const broken = (code: string, online = true) =>
  explain(
    { state: 'error', session: null, error: new VerificationError(code as ErrorCode), reason: null },
    online,
  )

/** The English text of the first known key. */
const shown = (keys: string[]) => english[keys.find((key) => key in english)!] as Text

describe('the texts', () => {
  it.each(Object.entries(REASONS))('for %s contain what happened and what to do', (code, again) => {
    const explanation = failed(code)
    expect(explanation.keys).toEqual([code, 'requires_input'])
    expect(shown(explanation.keys).detail).toMatch(/\.$/)
    expect(explanation.again).toBe(again)
  })

  it('differ for each of the nineteen reasons', () => {
    const texts = Object.keys(REASONS).map((code) => JSON.stringify(english[code]))
    expect(new Set(texts).size).toBe(19)
  })

  it.each(['consent_declined', 'device_unsupported', 'under_supported_age', 'phone_otp_declined'])(
    'include %s of Stripe’s modal',
    (code) => expect(english).toHaveProperty(code),
  )

  it.each(Object.keys(ERRORS))('for our %s contain what happened and what to do', (code) => {
    const { keys, again, help } = broken(code)
    expect(shown(keys).detail).toMatch(/\.$/)
    expect(again).toBe(!ENDS.includes(code))
    expect(help).toBe(true)
  })

  it('are the same for all codes of a host’s own mistake', () => {
    for (const code of SETUP_CODES) expect(broken(code).keys).toEqual([code, 'error', 'setup'])
  })

  it('have a fallback for unknown codes', () => {
    expect(shown(failed('document_blurred').keys)).toBe(rest.requires_input)
    expect(shown(broken('of_tomorrow').keys)).toBe(rest.server_error)
    expect(broken('of_tomorrow').again).toBe(true)
  })

  it('distinguish an offline browser from an unreachable server', () => {
    expect(shown(broken('network_error', false).keys)).toBe(rest.offline)
    expect(shown(broken('network_error').keys)).toBe(rest.network_error)
  })

  it('explain to a user who was verified before that it has to be repeated', () => {
    const session = sessionView({ last_error: { code: 'document_unverified_other', reason: null } })
    const { keys, again } = explain({
      state: 'requires_input',
      session,
      error: null,
      reason: null,
      takenBack: true,
    })
    expect(shown(keys)).toBe(rest.taken_back)
    expect(again).toBe(true)
  })

  it('suggest leaving the page after a while', () => {
    const session = sessionView({ status: 'processing' })
    const { keys, again, help } = explain({
      state: 'processing',
      session,
      error: null,
      reason: null,
      long: true,
    })
    expect(shown(keys)).toBe(rest.processing_long)
    expect([again, help]).toEqual([false, false])
  })

  it('contain no "try again" without remaining attempts, but the host’s help', () => {
    expect(failed('document_expired', 1)).toMatchObject({ again: true, help: false, left: 1 })
    expect(failed('document_expired', 0)).toMatchObject({ again: false, help: true, left: 0 })
    expect(failed('consent_declined')).toMatchObject({ again: true, help: true, left: null })
  })
})

describe('a host’s own texts', () => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => {})
  afterEach(() => void reported.mockClear())

  const text = (messages: unknown, key = 'idle') => new OwnTexts().text(messages as Messages, key, null)

  it('are a title and a detail, or computed from the session', () => {
    const own = new OwnTexts()
    const session = sessionView({ attempts: 2 })
    const messages: Messages = {
      verified: { title: 'Welcome aboard' },
      requires_input: (session) => ({ title: `Attempt ${session!.attempts}`, detail: 'Once more.' }),
      retry: 'Once more',
      start: (session) => (session ? 'Go on' : 'Begin'),
    }
    expect(own.text(messages, 'verified', session)).toEqual({ title: 'Welcome aboard' })
    expect(own.text(messages, 'requires_input', session)).toEqual({
      title: 'Attempt 2',
      detail: 'Once more.',
    })
    expect(own.label(messages, 'retry', session)).toBe('Once more')
    expect(own.label(messages, 'start', null)).toBe('Begin')
    expect(own.text(messages, 'idle', session)).toBeUndefined()
    expect(reported).not.toHaveBeenCalled()
  })

  it.each([
    [{ idle: 7 }, 'messages.idle must be { title, detail }'],
    [{ idle: 'Check|Two minutes.' }, 'messages.idle must be { title, detail }'],
    [{ idle: { detail: 'Two minutes.' } }, 'messages.idle must be { title, detail }'],
    [{ idle: { title: 'Check', detail: 2 } }, 'messages.idle must be { title, detail }'],
    [{ idle: () => 'Check' }, 'messages.idle must be { title, detail }'],
    [{ idle: ['Check'] }, 'messages.idle must be { title, detail }'],
    [
      {
        idle: () => {
          throw new Error('no')
        },
      },
      'messages.idle must be a function that does not throw',
    ],
    [7, 'messages must be an object'],
  ])('are reported and ignored if they are %j', (messages, report) => {
    expect(text(messages)).toBeUndefined()
    expect(reported).toHaveBeenCalledOnce()
    expect(reported.mock.calls[0]![0]).toContain(report)
  })

  it('are reported as a label if they are one', () => {
    expect(new OwnTexts().label({ start: { title: 'Begin' } } as unknown as Messages, 'start', null)).toBe(
      undefined,
    )
    expect(reported.mock.calls[0]![0]).toContain('messages.start must be a string')
  })

  it('are reported once, however often they are shown', () => {
    const own = new OwnTexts()
    for (let turn = 0; turn < 3; turn++) own.text({ idle: 7 } as unknown as Messages, 'idle', null)
    expect(reported).toHaveBeenCalledOnce()
  })

  it.each([[undefined], [null], [{}], [{ idle: undefined }], [{ idle: '' }]])(
    'are absent but valid as %j',
    (messages) => {
      expect(text(messages)).toBeUndefined()
      expect(text(messages, 'constructor')).toBeUndefined()
      expect(reported).not.toHaveBeenCalled()
    },
  )
})

describe('languages', () => {
  const stripes =
    'bg cs da de el en es et fi fr hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr uk vi zh zh-Hant zh-HK ar he'

  it('are those of Stripe’s page', () => {
    expect([...LANGUAGE_TAGS].sort()).toEqual(stripes.split(' ').sort())
  })

  it.each(LANGUAGE_TAGS)('%s has every text', async (tag) => {
    const language = await loadRest((await loadFirst(tag))!)
    expect(language.tag).toBe(tag)
    expect(language.direction).toBe(/^(ar|he)$/.test(tag) ? 'rtl' : 'ltr')
    const texts = language.texts as object as typeof english
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort())
    for (const [key, text] of Object.entries(texts)) {
      expect(shape(text), key).toEqual(shape(english[key]!))
      expect(JSON.stringify(text), key).not.toMatch(/[<>|]|""|[ \u00a0]"/)
    }
    expect(texts.attempts_left).toContain('{count}')
  })

  it.each(LANGUAGE_TAGS)('%s has a text of its own for each of the nineteen reasons', async (tag) => {
    const texts = await textsOf(tag)
    expect(new Set(Object.keys(REASONS).map((code) => JSON.stringify(texts[code]))).size).toBe(19)
  })

  /** German, Finnish and the Scandinavian languages put a non-breaking space before an ellipsis. */
  it.each(LANGUAGE_TAGS)('%s writes its ellipses and colons as its readers do', async (tag) => {
    const all = JSON.stringify(await textsOf(tag))
    const parted = ['da', 'de', 'fi', 'nb', 'sv'].includes(tag)
    expect(all).toMatch(parted ? /\u00a0…/ : /[^\s]…/)
    expect(all).not.toMatch(parted ? /[^\u00a0]…/ : /\s…/)
    expect(all).not.toContain('...')
    if (tag === 'fr') expect(all).not.toMatch(/[^\u00a0"]:[^"{]/)
  })

  it.each(LANGUAGE_TAGS.filter((tag) => tag !== 'en'))(
    '%s follows the typographic rules of its readers for ellipses and colons',
    async (tag) => {
      const texts = await textsOf(tag)
      const same = Object.keys(english).filter(
        (key) => JSON.stringify(texts[key]) === JSON.stringify(english[key]),
      )
      expect(same).toEqual([])
    },
  )

  it.each([
    ['de-AT', 'de'],
    ['de_DE', 'de'],
    ['en-GB', 'en'],
    ['PT-br', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['pt-PT', 'pt'],
    ['pt', 'pt'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['iw', 'he'],
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-HK'],
    ['zh-MO', 'zh-Hant'],
    ['fr-CA', 'fr'],
    ['sw', undefined],
    ['valueOf', undefined],
    ['', undefined],
    ['not a tag', undefined],
  ])('%s is resolved to %s', async (tag, expected) => {
    expect((await loadFirst(tag))?.tag).toBe(expected)
  })
})

async function textsOf(tag: string): Promise<typeof english> {
  return (await loadRest((await loadFirst(tag))!)).texts as object as typeof english
}

/** The parts of a text. */
function shape(text: Text | string): unknown {
  return typeof text === 'string' ? 'string' : Object.keys(text).sort()
}
