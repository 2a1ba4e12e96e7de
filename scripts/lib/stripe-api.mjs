/** The facts of Stripe's API description with which the sandbox's responses are compared. */
export const STRIPE_API = 'packages/sandbox/test/support/stripe-api.json'

const FACTS = ['$ref', 'type', 'enum', 'nullable', 'required', 'maxLength', 'pattern']

/** Reduces a description to the names and types of all responses, without explanations. */
export function factsOf({ info, paths, components }) {
  return {
    info: { title: info.title, version: info.version },
    paths: mapValues(paths, (methods) =>
      mapValues(methods, ({ responses }) => ({
        responses: mapValues(responses, ({ content }) => ({
          content: mapValues(content, ({ schema }) => ({ schema: schemaFacts(schema) })),
        })),
      })),
    ),
    components: { schemas: mapValues(components.schemas, schemaFacts) },
  }
}

function schemaFacts(schema) {
  const facts = Object.fromEntries(Object.entries(schema).filter(([key]) => FACTS.includes(key)))
  const { properties, items, additionalProperties, anyOf, oneOf } = schema
  if (properties) facts.properties = mapValues(properties, schemaFacts)
  if (items) facts.items = schemaFacts(items)
  if (additionalProperties !== undefined)
    facts.additionalProperties =
      typeof additionalProperties === 'object' ? schemaFacts(additionalProperties) : additionalProperties
  if (anyOf) facts.anyOf = anyOf.map(schemaFacts)
  if (oneOf) facts.oneOf = oneOf.map(schemaFacts)
  return facts
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
