import { readConfig } from '../../packages/server/src/config.js'

const SECRET = 'a secret that is long enough for anybody'

/** Every environment variable that the standalone server reads, with any value of AUTH. */
export function variablesRead(): string[] {
  const names = new Set<string>()
  for (const auth of ['visitor', 'jwt']) {
    const env: Record<string, string> = {
      STRIPE_SECRET_KEY: 'sk_test_1',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
      AUTH: auth,
      COOKIE_SECRET: SECRET,
      JWT_SECRET: SECRET,
    }
    const listening = new Proxy(env, {
      get(target, name) {
        names.add(String(name))
        return Reflect.get(target, name)
      },
    })
    readConfig(listening)
  }
  return [...names].toSorted()
}
