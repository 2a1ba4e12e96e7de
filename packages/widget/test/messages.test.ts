import { ERRORS, type ErrorCode } from 'stripe-identity-contract'
import { describe, expect, it } from 'vitest'
import { VerificationError } from '../src/errors.js'
import { LANGUAGE_TAGS, loadLanguage } from '../src/languages.js'
import { en, type Messages, textKey } from '../src/messages.js'
import { sessionView } from '../src/testing.js'
import { explain } from '../src/view.js'

/** All codes of `last_error`, and whether trying again makes sense. */
const LAST_ERRORS: Record<string, boolean> = {
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

/** Our own codes: the text, and whether trying again makes sense. */
const OURS: Record<ErrorCode, [keyof Messages, boolean]> = {
  invalid_request: ['setup', false],
  return_url_invalid: ['setup', false],
  signature_invalid: ['setup', false],
  unauthenticated: ['unauthenticated', true],
  cross_site_request: ['setup', false],
  attempts_exhausted: ['attempts', false],
  identity_verification_required: ['abandoned|aborted|identity', true],
  operator_forbidden: ['setup', false],
  not_found: ['not_|invalid_s', true],
  method_not_allowed: ['setup', false],
  not_cancelable: ['not_|invalid_s', true],
  invalid_state: ['not_|invalid_s', true],
  body_too_large: ['setup', false],
  unsupported_media_type: ['setup', false],
  rate_limited: ['rate_limited', true],
  user_limit_reached: ['user|daily', false],
  daily_limit_reached: ['user|daily', false],
  server_error: ['server|store|stripe|bad', true],
  webhook_body_parsed: ['setup', false],
  stripe_rejected: ['server|store|stripe|bad', true],
  stripe_not_activated: ['server|store|stripe|bad', true],
  server_unavailable: ['server|store|stripe|bad', true],
  stripe_unavailable: ['server|store|stripe|bad', true],
  store_unavailable: ['server|store|stripe|bad', true],
  webhook_not_configured: ['setup', false],
  restricted_key_missing: ['setup', false],
  network_error: ['network', true],
  bad_response: ['server|store|stripe|bad', true],
  stripe_load_failed: ['stripe_load', true],
  stripe_error: ['server|store|stripe|bad', true],
  modal_already_open: ['modal', true],
  device_unsupported: ['device', true],
  aborted: ['abandoned|aborted|identity', true],
}

const failed = (code: string, attempts_left: number | null = null) =>
  explain({
    state: 'requires_input',
    session: sessionView({ last_error: { code, reason: null }, attempts_left }),
    error: null,
    reason: null,
  })

describe('texts', () => {
  it.each(Object.entries(LAST_ERRORS))('%s says what happened and what to do', (code, again) => {
    const [key, may] = failed(code)
    expect(key).not.toBe('requires_input')
    expect(en[key]).toMatch(/^[^|]+\|[^|]+\.$/)
    expect(may).toBe(again)
  })

  it.each([
    'consent_declined',
    'device_unsupported',
    'under_supported_age',
    'phone_otp_declined',
    'email_verification_declined',
  ])('knows %s of Stripe’s modal', (code) => expect(textKey(code)).toBeDefined())

  it('tells every code of ours', () => {
    expect(Object.keys(OURS).sort()).toEqual(Object.keys(ERRORS).sort())
    for (const [code, [key, again]] of Object.entries(OURS)) {
      const [found, may] = explain({
        state: 'error',
        session: null,
        error: new VerificationError(code as ErrorCode),
        reason: null,
      })
      expect([code, found, may]).toEqual([code, key, again])
      expect(en[found]).toMatch(/^[^|]+\|[^|]+\.$/)
    }
  })

  it('falls back well for a code of tomorrow', () => {
    expect(failed('document_blurred')[0]).toBe('document')
    expect(failed('something_else')[0]).toBe('requires_input')
  })

  it('takes "try again" away when no attempts are left, and asks for the host’s help', () => {
    expect(failed('document_expired', 1).slice(1, 3)).toEqual([true, false])
    expect(failed('document_expired', 0).slice(1, 3)).toEqual([false, true])
    expect(failed('consent_declined').slice(1, 3)).toEqual([true, true])
  })
})

/** Languages that a native speaker has read. */
const READ: string[] = []

describe('languages', () => {
  const keys = Object.keys(en) as (keyof Messages)[]
  const stripes =
    'bg cs da de el es et fi fr hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr uk vi zh zh-Hant zh-HK ar he'

  it('are those that Stripe’s page speaks', () => {
    expect([...LANGUAGE_TAGS].sort()).toEqual(stripes.split(' ').sort())
  })

  it(`no native speaker has read yet: ${LANGUAGE_TAGS.filter((tag) => !READ.includes(tag)).join(' ')}`, () => {
    expect(READ.filter((tag) => !LANGUAGE_TAGS.includes(tag))).toEqual([])
  })

  it.each(LANGUAGE_TAGS)('%s says everything, in its own words', async (tag) => {
    const [name, texts, direction] = (await loadLanguage(tag))!
    expect(name).toBe(tag)
    expect(direction).toBe(/^(ar|he)$/.test(tag) ? 'rtl' : 'ltr')
    expect(Object.keys(texts).sort()).toEqual([...keys].sort())
    expect(keys.filter((key) => texts[key] === en[key]).length).toBeLessThanOrEqual(keys.length * 0.05)
    for (const key of keys) {
      expect(
        texts[key].split('|').map((part) => part.trim() !== ''),
        key,
      ).toEqual(en[key].split('|').map(() => true))
      expect(texts[key], key).not.toMatch(/[<>{}]/)
    }
  })

  it.each([
    ['de-AT', 'de'],
    ['PT-br', 'pt-BR'],
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
  ])('%s is spoken as %s', async (tag, expected) => {
    expect((await loadLanguage(tag))?.[0]).toBe(expected)
  })
})
