import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, Visitor } from '../demo/test/support/browser.js'
import { findLanguage } from '../scripts/lib/languages.mjs'
import { type PhpSite, shownFiles, shownSettings, startPhpSite } from './support/php-site.js'

const php = findLanguage('php')
const why = php === null ? ' (skipped because there is no php here)' : ''
const PATIENT = { timeout: 60_000 }

describe.skipIf(php === null)(`docs/beside-php.md, as written${why}`, () => {
  let site: PhpSite
  let browser: Awaited<ReturnType<typeof launch>>
  beforeAll(async () => {
    browser = await launch()
    site = await startPhpSite(php as string)
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })

  async function signIn(name: string): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, `${site.url}/booking.php`)
    await visitor.page.getByLabel('Name').fill(name)
    await visitor.button('Sign in').click()
    await visitor.reaches('idle')
    return visitor
  }
  const book = (visitor: Visitor) => visitor.context.request.post(`${site.url}/book.php`)

  it('contains the files and settings that it mentions, and every setting', () => {
    expect([...shownFiles().keys()]).toEqual([
      ...['identity.php', 'login.php', 'booking.php', 'book.php', 'identity-changed.php'],
    ])
    const open = Object.entries(shownSettings()).filter(([, value]) => /…|your\.site|:4242/.test(value))
    expect(open.filter(([name, value]) => site.settings[name] === value)).toEqual([
      ['IDENTITY_URL', 'http://127.0.0.1:4242/identity'], // PHP's own setting; the test passes the server's URL
    ])
  })

  it('signs in, refuses, verifies, and books', async () => {
    const ada = await signIn('ada & co')
    expect((await book(ada)).status()).toBe(403)
    await ada.button('Book the cabin').click()
    expect(new URL(ada.page.url()).pathname).toBe('/booking.php')
    await ada.button('Verify your identity').click()
    await ada.choose('Verification failure')
    await ada.reaches('requires_input')
    expect((await book(ada)).status()).toBe(403)
    await ada.button('Try again').click()
    await ada.choose('Verification success')
    await ada.reaches('verified')
    await ada.page.reload()
    await ada.reaches('verified')
    await ada.button('Book the cabin').click()
    await ada.page.waitForURL('**/book.php')
    expect(await ada.page.textContent('body')).toBe('Booked for ada & co')
    const cookies = await ada.context.cookies(`${site.url}/identity`)
    const token = cookies.find(({ name }) => name === 'identity_token')
    expect(token).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/identity' })
    expect(ada.complaints).toEqual([])
    await ada.context.close()
  })

  it('receives each change, in order', async () => {
    const told = () => site.changes().map((line) => line.replace(/^\S+ /, ''))
    await expect.poll(told, PATIENT).toContain('ada & co verified')
    expect(told().indexOf('ada & co requires_input')).toBeLessThan(told().indexOf('ada & co verified'))
  })

  it('returns no data of another user', async () => {
    const bob = await signIn('bob')
    expect((await book(bob)).status()).toBe(403)
    expect(await bob.session()).toBeNull()
    await bob.context.close()
    expect((await fetch(`${site.url}/book.php`, { method: 'POST' })).status).toBe(403)
  })

  it('refuses a token that the site did not sign', async () => {
    const later = Math.floor(Date.now() / 1000) + 600
    const token = (claims: object, secret: string, alg = 'HS256') => {
      const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const text = `${encode({ alg, typ: 'JWT' })}.${encode(claims)}`
      return `${text}.${alg === 'none' ? '' : createHmac('sha256', secret).update(text).digest('base64url')}`
    }
    const status = async (cookie: string) => {
      const headers = { Cookie: `identity_token=${cookie}` }
      return (await fetch(`${site.url}/identity/sessions/current`, { headers })).status
    }
    const { JWT_SECRET = '' } = site.settings
    const ada = { sub: 'ada & co', exp: later }
    expect(await status(token(ada, JWT_SECRET))).toBe(200)
    const good = token({ sub: 'bob', exp: later }, JWT_SECRET).split('.')
    const forged = [
      token(ada, 'another secret, which is long enough as well'),
      token(ada, '', 'none'),
      token({ ...ada, exp: later - 1200 }, JWT_SECRET),
      [good[0], token(ada, JWT_SECRET).split('.')[1], good[2]].join('.'),
    ]
    expect(await Promise.all(forged.map(status))).toEqual([401, 401, 401, 401])
  })

  it('refuses a change that the server did not sign', async () => {
    const body = JSON.stringify({ data: { user: 'eve', status: 'verified' } })
    const now = Math.floor(Date.now() / 1000)
    const key = (site.settings.STATUS_WEBHOOK_SECRET ?? '').replace('whsec_', '')
    const send = async (at: number, secret: string, sent = body) => {
      const mac = createHmac('sha256', Buffer.from(secret, 'base64'))
      const answer = await fetch(`${site.phpUrl}/identity-changed.php`, {
        method: 'POST',
        headers: {
          'webhook-id': 'msg_1',
          'webhook-timestamp': String(at),
          'webhook-signature': `v1,AAAA v1,${mac.update(`msg_1.${at}.${body}`).digest('base64')}`,
        },
        body: sent,
      })
      return answer.status
    }
    const other = Buffer.alloc(32, 1).toString('base64')
    const refused = [
      await send(now, other),
      await send(now - 400, key),
      await send(now + 400, key),
      await send(now, key, body.replace('eve', 'mallory')),
      (await fetch(`${site.phpUrl}/identity-changed.php`, { method: 'POST', body })).status,
    ]
    expect(refused).toEqual([400, 400, 400, 400, 400])
    expect(site.changes().filter((line) => /eve|mallory/.test(line))).toEqual([])
    expect(await send(now, key)).toBe(204)
    expect(site.changes().filter((line) => line.includes('eve'))).toEqual(['msg_1 eve verified'])
  })

  it('requires the token for the status of its users', async () => {
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${site.identity.url}/operator/users/bob/status`, { headers })).status
    expect(await ask({})).toBe(401)
    expect(await ask({ Authorization: 'Bearer wrong' })).toBe(403)
    expect(await ask({ Authorization: `Bearer ${site.settings.OPERATOR_TOKEN}` })).toBe(200)
  })

  it('refuses bookings while the identity server is unavailable', async () => {
    const ada = await signInVerified()
    expect((await book(ada)).status()).toBe(200)
    await site.identity.end('SIGTERM')
    expect((await book(ada)).status()).toBe(403)
    await ada.context.close()
  })

  async function signInVerified(): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, `${site.url}/login.php`)
    await visitor.page.getByLabel('Name').fill('ada & co')
    await visitor.button('Sign in').click()
    await visitor.reaches('verified')
    return visitor
  }
})
