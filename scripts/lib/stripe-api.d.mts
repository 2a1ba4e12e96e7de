/** An OpenAPI description, reduced to the parts in use. */
export interface Description {
  info: { title: string; version: string }
  paths: object
  components: { schemas: object }
}

export const STRIPE_API: string
export function factsOf(description: Description): Description
