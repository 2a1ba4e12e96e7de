import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { STRIPE_JS_URL, stripeLocale } from '../src/stripe-js.js'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('the package', () => {
  it('can be imported in plain Node, and registers nothing', () => {
    const script = `
      const widget = await import('stripe-identity-widget')
      const store = widget.createVerification()
      console.log(Object.keys(widget).join(), store.getState().state, typeof globalThis.customElements?.get?.('identity-verification'))
    `
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(out.trim()).toBe('IdentityVerification,VerificationError,createVerification idle undefined')
  })

  it('has types for plain pages, React, Vue, Svelte and Solid, which refuse mistakes', () => {
    const tsc = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url))
    const out = () =>
      execFileSync(process.execPath, [tsc, '-p', 'test/types'], { cwd: root, encoding: 'utf8' })
    expect(out).not.toThrow()
  })

  it('has types for Angular’s templates, which refuse mistakes', () => {
    const ngc = `${root}/node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js`
    const { stderr } = spawnSync(process.execPath, [ngc, '-p', 'test/types/angular'], {
      cwd: root,
      encoding: 'utf8',
    })
    const refused = stripVTControlCharacters(stderr).matchAll(/^(\S+):(\d+):\d+ - error/gm)
    const lines = readFileSync(`${root}/test/types/angular/wrong.ts`, 'utf8').split('\n')
    const wrong = lines.flatMap((line, index) => (/wrong[:=]/.test(line) ? [`wrong.ts:${index + 1}`] : []))
    expect(wrong).toHaveLength(4)
    expect([...refused].map(([, file, line]) => `${file}:${line}`)).toEqual(wrong)
  })

  it('loads Stripe.js from the URL of Stripe’s own loader', () => {
    const loader = readFileSync(`${root}/node_modules/@stripe/stripe-js/dist/pure.mjs`, 'utf8')
    const origin = /ORIGIN = '([^']+)'/.exec(loader)![1]
    const train = /RELEASE_TRAIN = '([^']+)'/.exec(loader)![1]
    expect(STRIPE_JS_URL).toBe(`${origin}/${train}/stripe.js`)
  })

  it.each([
    ['en-US', 'en'],
    ['en-GB', 'en-GB'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt'],
    ['no', 'nb'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-TW', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh-Hant-HK', 'zh-HK'],
    ['zh-SG', 'zh'],
    ['iw', 'he'],
    ['de_DE', 'de'],
    ['pt_BR', 'pt-BR'],
    ['nn-NO', 'nb'],
    ['uk', 'auto'],
    ['', 'auto'],
  ])('passes the language %s to Stripe as %s', (tag, expected) => {
    expect(stripeLocale(tag)).toBe(expected)
  })
})
