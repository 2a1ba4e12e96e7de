import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'

interface Ref {
  $ref?: string
}
interface Header extends Ref {
  required?: boolean
  schema: object
}
interface Response extends Ref {
  headers?: Record<string, Header>
  content?: Record<string, { schema: object }>
}
interface Operation {
  responses: Record<string, Response>
}
export interface Description {
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Record<string, unknown>>
    responses: Record<string, Response>
  }
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

export const FILE = new URL('../../docs/openapi.yaml', import.meta.url)
export const description = parse(readFileSync(FILE, 'utf8')) as Description

/** Every operation, as `GET /sessions/{id}`. */
export function operations(): { name: string; method: string; path: string; operation: Operation }[] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => ({
      name: `${method.toUpperCase()} ${path}`,
      method,
      path,
      operation: item[method] as Operation,
    })),
  )
}

/** The error codes that a response may have. */
export function codesOf(response: Response): string[] {
  const schema = resolve(response).content?.['application/json']?.schema
  const codes = Object(schema).properties?.error?.properties?.code?.enum
  return Array.isArray(codes) ? codes : []
}

/** Follows references and merges their additional fields. */
export function resolve<T extends Ref>(value: T): T {
  if (value.$ref === undefined) return value
  let target: unknown = description
  for (const step of value.$ref.split('/').slice(1)) target = Reflect.get(Object(target), step)
  return resolve(target as T)
}

/** Compares responses with the description and records which ones occurred. */
export class Checker {
  readonly seen = new Set<string>()
  readonly #ajv = new Ajv2020({
    strictSchema: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
    formats: { uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/, date: /^\d{4}-\d\d-\d\d$/ },
  }).addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'components'])

  constructor() {
    this.#ajv.addSchema(description, 'api')
  }

  validates(schema: object, value: unknown): string[] {
    const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object
    const validate = this.#ajv.compile(absolute)
    return validate(value) ? [] : [this.#ajv.errorsText(validate.errors, { dataVar: 'answer' })]
  }

  /** The problems of a response of the operation `name`. */
  problems(name: string, status: number, headers: Headers, body: string): string[] {
    const operation = operations().find((known) => known.name === name)?.operation
    const found = operation?.responses[status]
    if (found === undefined) return [`${name} does not list ${status}: ${body.slice(0, 200)}`]
    const response = resolve(found)
    const problems: string[] = []
    for (const [header, given] of Object.entries(response.headers ?? {})) {
      const { required, schema } = resolve(given)
      const value = headers.get(header)
      if (value !== null) problems.push(...this.validates(schema, value).map((text) => `${header}: ${text}`))
      else if (required) problems.push(`${header} is missing`)
    }
    const [type = '', media] = Object.entries(response.content ?? {})[0] ?? []
    if (media === undefined) problems.push(...(body === '' ? [] : [`a body: ${body}`]))
    else if (!headers.get('Content-Type')?.startsWith(type)) problems.push(`it is not ${type}`)
    else {
      const value: unknown = type === 'application/json' ? JSON.parse(body) : body
      problems.push(...this.validates(media.schema, value))
      const code = Object(value).error?.code
      this.seen.add(code === undefined ? `${name} ${status}` : `${name} ${status} ${code}`)
    }
    if (media === undefined) this.seen.add(`${name} ${status}`)
    return problems.map((text) => `${name} ${status}: ${text}`)
  }

  /** Every response of the description, once for each of its error codes. */
  all(): string[] {
    return operations().flatMap(({ name, operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) => {
        const codes = codesOf(response)
        return codes.length === 0 ? [`${name} ${status}`] : codes.map((code) => `${name} ${status} ${code}`)
      }),
    )
  }
}
