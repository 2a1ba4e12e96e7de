import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { factsOf, STRIPE_API } from '../scripts/lib/stripe-api.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
const kept = read(join(ROOT, STRIPE_API))

describe("the facts of Stripe's API description", () => {
  it('are names, types, enums, nullable and required fields', () => {
    const schema = {
      description: 'An object.',
      title: 'Thing',
      type: 'object',
      required: ['description'],
      properties: {
        description: { type: 'string', nullable: true, maxLength: 5, description: 'A string.' },
        kind: { anyOf: [{ type: 'string', enum: ['a'], title: 'Kind' }, { $ref: '#/components/schemas/b' }] },
        list: { type: 'array', items: { type: 'integer', format: 'unix-time' } },
        map: { type: 'object', additionalProperties: { type: 'string', description: 'Any.' } },
      },
    }
    const facts = factsOf({
      info: { title: 'An API', version: '1' },
      paths: {},
      components: { schemas: { thing: schema } },
    })
    expect(facts.components.schemas).toEqual({
      thing: {
        type: 'object',
        required: ['description'],
        properties: {
          description: { type: 'string', nullable: true, maxLength: 5 },
          kind: { anyOf: [{ type: 'string', enum: ['a'] }, { $ref: '#/components/schemas/b' }] },
          list: { type: 'array', items: { type: 'integer' } },
          map: { type: 'object', additionalProperties: { type: 'string' } },
        },
      },
    })
  })

  it('contain nothing else', () => {
    expect(factsOf(kept)).toEqual(kept)
  })

  // Only if the complete description is available.
  const whole = process.env.STRIPE_IDENTITY_OPENAPI
  if (whole) {
    it('match the complete description', () => {
      expect(kept).toEqual(factsOf(read(whole)))
    })
  }
})
