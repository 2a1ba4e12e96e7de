import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERRORS } from '../packages/contract/src/index.js'
import { operatorToken } from '../packages/server/src/index.js'
import { routesOf } from '../packages/server/test/support/routes.js'
import { type TestServer, World } from '../packages/server/test/support/world.js'
import { readInterface, type Shape } from './support/interfaces.js'
import { codesOf, description, FILE, operations, resolve } from './support/openapi.js'

const CONTRACT = new URL('../packages/contract/src/', import.meta.url)
/** Routes of the standalone server itself; the rest is the router's. */
const PROCESS = ['GET /health/live', 'GET /health/ready', 'GET /metrics']

/** A schema in the form of a TypeScript interface, for a comparison. */
function shapeOf(schema: object): string | Shape {
  const { type, enum: values, properties, required, additionalProperties } = Object(resolve(schema))
  const types: string[] = [type ?? []].flat()
  if (properties !== undefined) {
    expect(additionalProperties, 'fields that are not listed are not allowed').toBe(false)
    const fields = Object.entries(properties).map(([name, field]) => [
      (required ?? []).includes(name) ? name : `${name}?`,
      shapeOf(field as object),
    ])
    const rest = types.filter((each) => each !== 'object')
    return Object.fromEntries([...fields, ...(rest.length === 0 ? [] : [['|', rest.join(' | ')]])])
  }
  const words = values ?? types.map((each) => (each === 'integer' ? 'number' : each))
  return words.toSorted().join(' | ')
}

describe('docs/openapi.yaml', () => {
  let world: World
  let server: TestServer
  beforeAll(async () => {
    world = await World.create()
    server = await world.serve({
      operator: operatorToken('an-operator-token'),
      maintenance: { secret: 'the-secret-of-a-cron' },
    })
  })
  afterAll(() => world.close())

  it('is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(readFileSync(FILE, 'utf8'))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('has every method and path of the live router, and no other', () => {
    const live = routesOf(server.identity).map((route) => route.replaceAll(/:(\w+)/g, '{$1}'))
    const described = operations().map(({ name }) => name)
    expect(described.toSorted()).toEqual([...live, ...PROCESS].toSorted())
  })

  it('has every route that the standalone server adds', () => {
    const app = readFileSync(new URL('../packages/server/src/app.ts', import.meta.url), 'utf8')
    const added = [...app.matchAll(/\bapp\.(get|post|put|patch|delete)\('([^']+)'/g)]
    expect(added.map(([, method, path]) => `${method?.toUpperCase()} ${path}`).toSorted()).toEqual(PROCESS)
  })

  it.each(['SessionView', 'SessionOpening', 'OpenSessionRequest'])(
    '%s matches the contract exactly',
    (name) => {
      const fields = readInterface(new URL('session-view.ts', CONTRACT), name)
      expect(shapeOf(description.components.schemas[name] ?? {})).toEqual(withoutUndefined(fields))
    },
  )

  it('the error body matches the contract, and contains the status in a conflict', () => {
    const { error } = readInterface(new URL('errors.ts', CONTRACT), 'ErrorBody') as { error: Shape }
    const described = shapeOf(description.components.schemas.Error ?? {}) as { error: Shape }
    expect(described.error).toEqual({ ...error, code: described.error.code, 'status?': 'null | string' })
  })

  it('lists every code of the HTTP API', () => {
    const travels = Object.entries(ERRORS).filter(([, status]) => status !== null)
    expect(Object(description.components.schemas.ErrorCode).enum.toSorted()).toEqual(
      travels.map(([code]) => code).toSorted(),
    )
  })

  it('describes each code under its own status, and all responses of a route', () => {
    const told = operations().flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) =>
        codesOf(response).map((code) => ({ code, status: Number(status) })),
      ),
    )
    expect(told.filter(({ code, status }) => Reflect.get(ERRORS, code) !== status)).toEqual([])
    // Described once for all paths; also the guard on the host's own routes.
    const elsewhere = ['method_not_allowed', 'identity_verification_required']
    const codes = Object.entries(ERRORS).filter(([, status]) => status !== null)
    expect([...new Set([...told.map(({ code }) => code), ...elsewhere])].toSorted()).toEqual(
      codes.map(([code]) => code).toSorted(),
    )
  })
})

function withoutUndefined(shape: Shape): Shape {
  return Object.fromEntries(
    Object.entries(shape).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/ \| undefined$/, '') : withoutUndefined(value),
    ]),
  )
}
