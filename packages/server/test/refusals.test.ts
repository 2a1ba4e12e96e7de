import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { World } from './support/world.js'

describe('a refusal', () => {
  let world: World
  beforeEach(async () => {
    world = await World.create()
  })
  afterEach(() => world.close())

  it('is never the response to an operator action that succeeded, even with the rate limit of Stripe calls used up', async () => {
    const server = await world.serve({ operator: { authorize: () => 'olga' } })
    const { id } = (await server.as('ada').open()).body
    const operator = server.as(null)
    // The bucket refills with time, so a slow machine needs more than one round to empty it.
    await expect
      .poll(async () => {
        const lists = await Promise.all(Array.from({ length: 40 }, () => operator.send('/operator/sessions')))
        return lists.map(({ status }) => status)
      })
      .toContain(429)
    for (const act of ['cancel', 'redact']) {
      const done = await operator.send(`/operator/sessions/${id}/${act}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      })
      expect([act, done.status]).toEqual([act, 200])
    }
  })

  it('for too many requests can be read by a page on another origin', async () => {
    const origin = 'https://shop.example'
    const server = await world.serve({ allowedOrigins: [origin], limits: { rateLimitPerMinute: 2 } })
    const ask = () => server.as('ada').send('/sessions/current', { headers: { Origin: origin } })
    const answers = [await ask(), await ask(), await ask()]
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 429])
    for (const { headers } of answers) expect(headers.get('Access-Control-Allow-Origin')).toBe(origin)
    expect(answers[2]?.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After')
    const operators = await world.serve({
      allowedOrigins: [origin],
      operator: { authorize: () => 'olga' },
      database: `sqlite:${world.folder}/operators.db`,
    })
    const summary = await operators.as(null).send('/operator/summary', { headers: { Origin: origin } })
    expect([summary.status, summary.headers.get('Access-Control-Allow-Origin')]).toEqual([200, null])
  })
})
