/** Prints an error in one line and exits. */
export function fail(message: string): never {
  console.error(`stripe-identity-sandbox: ${message}`)
  process.exit(1)
}
