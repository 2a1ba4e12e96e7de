import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import type { Json } from './api.js'

/** The facts from Stripe's API description, which scripts/stripe-api.mjs extracts. */
const FACTS = new URL('stripe-api.json', import.meta.url)

export interface Description {
  /** Every operation, as `METHOD /path/{with}/{parameters}`. */
  readonly operations: readonly string[]
  /** Throws if a response does not match; returns its operation. */
  check(method: string, path: string, status: number, body: Json): string
  /** Throws if an event or its session does not match. */
  checkEvent(event: Json): void
}

export function readDescription(): Description {
  const description = JSON.parse(readFileSync(FACTS, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true })
  const components: Json = {}
  for (const [name, schema] of Object.entries(description.components.schemas))
    components[name] = strict(schema as Json)
  ajv.addSchema({ $id: 'stripe', components: { schemas: components } })
  const compiled = new Map<string, ValidateFunction>()
  const validate = (name: string, schema: Json, value: unknown) => {
    const known = compiled.get(name) ?? ajv.compile(schema)
    compiled.set(name, known)
    if (known(value)) return
    const problems = known.errors?.map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
    throw new Error(`${name}: ${problems?.join('; ')}\n${JSON.stringify(value, null, 1)}`)
  }
  const operations = Object.entries<Json>(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )

  return {
    operations,
    check(method, path, status, body) {
      const operation = operations.find((candidate) => fits(candidate, `${method} ${path}`))
      if (!operation) throw new Error(`the description has no ${method} ${path}`)
      const [verb = '', template = ''] = operation.split(' ')
      const responses = description.paths[template][verb.toLowerCase()].responses
      const kind = status === 200 ? '200' : 'default'
      validate(`${operation} ${kind}`, strict(responses[kind].content['application/json'].schema), body)
      return operation
    },
    checkEvent(event) {
      validate('event', { $ref: 'stripe#/components/schemas/event' }, event)
      const session = { $ref: 'stripe#/components/schemas/identity.verification_session' }
      validate('session of an event', session, event.data.object)
    },
  }
}

function fits(operation: string, call: string): boolean {
  const pattern = operation.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]*\}/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(call)
}

/** Converts OpenAPI 3.0 to JSON Schema: `nullable` becomes a type, and objects allow only described fields. */
function strict(schema: Json): Json {
  const { nullable, ...rest } = schema
  const copy: Json = {}
  for (const [key, value] of Object.entries(rest)) {
    if (key === '$ref') copy[key] = `stripe${value}`
    else if (key === 'properties') {
      copy[key] = Object.fromEntries(
        Object.entries<Json>(value).map(([name, property]) => [name, strict(property)]),
      )
    } else if (key === 'items' || (key === 'additionalProperties' && typeof value === 'object'))
      copy[key] = strict(value)
    else if (key === 'anyOf' || key === 'oneOf') copy[key] = value.map(strict)
    else if (['type', 'enum', 'required', 'maxLength', 'pattern', 'additionalProperties'].includes(key))
      copy[key] = value
  }
  if (copy.type === 'object' && copy.properties && copy.additionalProperties === undefined) {
    copy.additionalProperties = false
  }
  return nullable ? { anyOf: [copy, { type: 'null' }] } : copy
}
