import { expect, it } from 'vitest'
import { Clock } from '../src/world/clock.js'
import { Credentials } from '../src/world/credentials.js'

const HOUR = 3_600_000
const ID = 'vs_1abcdefghijklmnopqrstuvw'

function fresh() {
  const clock = new Clock()
  return { clock, credentials: new Credentials(clock) }
}

it('a client secret is valid for 24 hours, a URL for 48', () => {
  const { clock, credentials } = fresh()
  const secret = credentials.clientSecret(ID)
  const token = credentials.urlToken(ID)
  clock.advance(24 * HOUR - 60_000)
  expect(credentials.openSecret(secret)).toEqual({ session: ID })
  clock.advance(60_000)
  expect(credentials.openSecret(secret)).toEqual({ refused: 'expired', session: ID })
  expect(credentials.openToken(token)).toEqual({ session: ID })
  clock.advance(24 * HOUR)
  expect(credentials.openToken(token)).toEqual({ refused: 'expired', session: ID })
})

it('each is valid for one use, and earlier ones stay valid until theirs', () => {
  const { credentials } = fresh()
  const [first, second] = [credentials.clientSecret(ID), credentials.clientSecret(ID)]
  expect(first).not.toBe(second)
  credentials.use(second)
  expect(credentials.openSecret(second)).toEqual({ refused: 'used', session: ID })
  expect(credentials.openSecret(first)).toEqual({ session: ID })
})

it('a submission without a credential uses up all earlier ones', () => {
  const { credentials } = fresh()
  const before = [credentials.clientSecret(ID), credentials.clientSecret(ID)]
  const other = credentials.clientSecret('vs_1other')
  credentials.useAll(ID)
  for (const secret of before)
    expect(credentials.openSecret(secret)).toEqual({ refused: 'used', session: ID })
  expect(credentials.openSecret(credentials.clientSecret(ID))).toEqual({ session: ID })
  expect(credentials.openSecret(other)).toEqual({ session: 'vs_1other' })
})

it('credentials from elsewhere are refused', () => {
  const { credentials } = fresh()
  const secret = credentials.clientSecret(ID)
  const forged = secret.replace(ID, 'vs_1somebodyelse')
  const live = secret.replace('_test_', '_live_')
  const bent = `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`
  const foreign = fresh().credentials.clientSecret(ID)
  for (const one of [forged, live, bent, foreign, '', 'vs_1', 'x'.repeat(10_000), credentials.urlToken(ID)]) {
    expect(credentials.openSecret(one)).toEqual({ refused: 'unknown' })
  }
  expect(credentials.openToken(secret)).toEqual({ refused: 'unknown' })
})
