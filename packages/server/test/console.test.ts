import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operatorToken } from '../src/index.js'
import { type TestServer, World } from './support/world.js'

const TOKEN = 'an-operator-token-of-length'

describe('the console page with an operator token', () => {
  let world: World
  let server: TestServer
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve({ operator: operatorToken(TOKEN) })
  })
  afterAll(() => world.close())

  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}/identity${path}`, { redirect: 'manual', ...init })
  const signIn = (token: string, headers: Record<string, string> = {}) =>
    send('/console/sign-in', { method: 'POST', body: new URLSearchParams({ token }), headers })
  const cookieOf = (answer: Response) => answer.headers.get('Set-Cookie') ?? ''

  it('shows a form before sign-in, without inline scripts, styles or secrets', async () => {
    const answer = await send('/console')
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('action="console/sign-in"')
    expect(page).not.toContain('<identity-console')
    expect(page).not.toMatch(/<script>|<style|\sstyle=|\son\w+=/)
    expect(page).not.toContain(TOKEN)
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  it('stores the sign-in in an HttpOnly, SameSite cookie that does not contain the token', async () => {
    const answer = await signIn(TOKEN)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '../console'])
    const cookie = cookieOf(answer)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
    expect(cookie).toMatch(/Path=\/identity;/)
    expect(cookie).toMatch(/Max-Age=43200/)
    expect(cookie).not.toContain(TOKEN)
    const Cookie = cookie.split(';', 1)[0] as string
    expect(await (await send('/console', { headers: { Cookie } })).text()).toContain('<identity-console')
    expect((await send('/operator/me', { headers: { Cookie } })).status).toBe(200)
    const out = await send('/console/sign-out', { method: 'POST', headers: { Cookie } })
    expect(cookieOf(out)).toMatch(/identity_operator=;.*Expires=Thu, 01 Jan 1970/)
  })

  it('refuses a wrong token, a forged cookie and a cookie for another token', async () => {
    const wrong = await signIn('another-operator-token')
    expect([wrong.status, cookieOf(wrong)]).toEqual([401, ''])
    expect(await wrong.text()).toContain('This is not the operator token.')
    const other = await world.serve({
      operator: operatorToken('another-operator-token'),
      database: `sqlite:${world.folder}/other.db`,
    })
    const theirs = await fetch(`${other.url}/identity/console/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ token: 'another-operator-token' }),
    })
    const [stolen = ''] = cookieOf(theirs).split(';')
    const [mine = ''] = cookieOf(await signIn(TOKEN)).split(';')
    const later = mine.replace(/=\d+/, `=${Date.now() + 9_999_999_999}`)
    for (const Cookie of [stolen, later, 'identity_operator=x', 'identity_operator=s%3A1.x']) {
      expect([Cookie, (await send('/operator/me', { headers: { Cookie } })).status]).toEqual([Cookie, 403])
    }
    // A valid cookie does not make up for a wrong header.
    const headers = { Cookie: mine, Authorization: 'Bearer wrong' }
    expect((await send('/operator/me', { headers })).status).toBe(403)
  })

  it('refuses sign-ins and actions from another site', async () => {
    const elsewhere = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await signIn(TOKEN, elsewhere)).status).toBe(403)
    const [Cookie = ''] = cookieOf(await signIn(TOKEN)).split(';')
    const { id } = (await server.as('ada').open()).body
    const act = await send(`/operator/sessions/${id}/cancel`, {
      method: 'POST',
      headers: { ...elsewhere, Cookie, 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect(act.status).toBe(403)
    expect((await server.as('ada').get(id)).body.status).toBe('requires_input')
  })

  it('refuses malformed forms', async () => {
    const none = await send('/console/sign-in', { method: 'POST', body: new URLSearchParams({ other: '1' }) })
    expect(none.status).toBe(400)
    expect((await signIn('x'.repeat(9_000))).status).toBe(413)
    expect((await send('/console/sign-in')).status).toBe(405)
    expect((await send('/console', { method: 'POST' })).status).toBe(405)
  })

  it('serves its files, which are cacheable at URLs with a version', async () => {
    const [Cookie = ''] = cookieOf(await signIn(TOKEN)).split(';')
    const page = await (await send('/console', { headers: { Cookie } })).text()
    const files = [...page.matchAll(/(?:src|href)="(console\/[^"]+)"/g)].map(([, path]) => path)
    expect(files).toHaveLength(2)
    for (const file of files) {
      const answer = await send(`/${file}`)
      expect([file, answer.status]).toEqual([file, 200])
      expect(answer.headers.get('Cache-Control')).toContain('immutable')
      expect(answer.headers.get('Content-Encoding')).toBe('gzip')
      expect((await answer.text()).length).toBeGreaterThan(100)
    }
    const without = await send('/console/page.css', { headers: { 'Accept-Encoding': 'identity' } })
    expect(without.headers.get('Content-Encoding')).toBeNull()
    expect(without.headers.get('Cache-Control')).toBe('no-store')
    const slash = await send('/console/')
    expect([slash.status, slash.headers.get('Location')]).toEqual([308, '../console'])
  })
})

describe("the console page with the host's own sign-in", () => {
  it('has no form, and responds 401 or 403 to everyone but operators', async () => {
    const world = await World.create()
    const server = await world.serve({
      operator: { authorize: (req) => (req.get('Cookie') === 'staff=1' ? 'olga' : null) },
    })
    const open = (headers: Record<string, string> = {}) =>
      fetch(`${server.url}/identity/console`, { headers })
    expect((await open()).status).toBe(401)
    const other = await open({ Cookie: 'staff=0' })
    expect([other.status, (await other.text()).includes('<form')]).toEqual([403, false])
    expect(await (await open({ Cookie: 'staff=1' })).text()).toContain('<identity-console')
    const signIn = await fetch(`${server.url}/identity/console/sign-in`, { method: 'POST' })
    expect(signIn.status).toBe(404)
    await world.close()
  })
})
