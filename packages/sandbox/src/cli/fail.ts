/** Says what went wrong in one line, and ends. */
export function fail(message: string): never {
  console.error(`stripe-identity-sandbox: ${message}`)
  process.exit(1)
}
