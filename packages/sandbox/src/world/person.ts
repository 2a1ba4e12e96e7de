import { z } from 'zod'
import { PRESETS, type Preset } from '../choices.js'
import { DOCUMENT_TYPES } from '../objects/session/record.js'

const text = z.string().min(1).max(5000).nullable().optional()
const day = z
  .strictObject({
    day: z.int().min(1).max(31),
    month: z.int().min(1).max(12),
    year: z.int().min(1).max(9999),
  })
  .refine(isDay, 'a day that exists')
  .nullable()
  .optional()
const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'a country such as DE')
  .nullable()
  .optional()

/** The data that checks find, as far as it differs from the default person's. `null` means nothing is found. */
export const PERSON = z.strictObject({
  first_name: text,
  last_name: text,
  dob: day,
  sex: z.enum(['female', 'male', 'unknown']).nullable().optional(),
  unparsed_sex: text,
  unparsed_place_of_birth: text,
  email: text,
  phone: text,
  address: z
    .strictObject({ line1: text, line2: text, city: text, state: text, postal_code: text, country })
    .nullable()
    .optional(),
  id_number: text,
  id_number_type: z.enum(['br_cpf', 'sg_nric', 'us_ssn']).nullable().optional(),
  document: z
    .strictObject({
      type: z.enum(DOCUMENT_TYPES).optional(),
      issuing_country: country,
      number: text,
      issued_date: day,
      expiration_date: day,
    })
    .optional(),
})

/** A person for the checks to find. Missing fields are the default person's; `null` means nothing is found. */
export type Person = z.infer<typeof PERSON>

/** The name of a preset, or a description. */
export const PERSON_OR_PRESET = z.union(
  [z.enum(PRESETS), PERSON],
  `one of ${PRESETS.join(', ')}, or an object with fields of a person`,
)

type Complete<T> = { readonly [K in keyof T]-?: Exclude<T[K], undefined> }
type Address = Complete<NonNullable<Person['address']>>
type PersonDocument = NonNullable<Person['document']>

/** A person with every field, as a verification finds it. */
export type Found = Complete<Omit<Person, 'address' | 'document'>> & {
  readonly address: Address | null
  /** Undefined if the session's options decide. */
  readonly document: Complete<Omit<PersonDocument, 'type'>> & Pick<PersonDocument, 'type'>
}

/** The default person of a verification; fictional. */
const JENNY: Found = {
  first_name: 'Jenny',
  last_name: 'Rosen',
  dob: { day: 1, month: 2, year: 1990 },
  sex: 'female',
  unparsed_sex: 'F',
  unparsed_place_of_birth: 'SAN FRANCISCO, CALIFORNIA',
  email: 'jenny.rosen@example.com',
  phone: '+15555550100',
  address: {
    line1: '1234 Main St.',
    line2: null,
    city: 'San Francisco',
    state: 'CA',
    postal_code: '94111',
    country: 'US',
  },
  id_number: '0000',
  id_number_type: 'us_ssn',
  document: {
    type: undefined,
    issuing_country: 'US',
    number: 'SANDBOX-0000001',
    issued_date: { day: 1, month: 6, year: 2021 },
    expiration_date: { day: 1, month: 6, year: 2041 },
  },
}

/** The data of an unreadable document. */
export const NOTHING_FOUND = { ...nulls(JENNY), document: nulls(JENNY.document) } as unknown as Found

/** The expiry date of a document that is rejected as expired. */
export const EXPIRED = { day: 1, month: 6, year: 2022 }

/** A complete person: each field comes from the first of `given` that has it, otherwise from Jenny. */
export function findPerson(now: number, ...given: (Person | Preset | undefined)[]): Found {
  const layers = given.filter((one) => one !== undefined)
  return layers.reduceRight<Found>((found, one) => merge(found, described(one, now)), JENNY)
}

function described(person: Person | Preset, now: number): Person {
  return typeof person === 'string' ? PRESET[person](new Date(now)) : person
}

/** The date of birth of a person who turns eighteen in six months. */
function seventeen(now: Date) {
  const born = new Date(Date.UTC(now.getUTCFullYear() - 17, now.getUTCMonth() - 6, 1))
  return { day: 1, month: born.getUTCMonth() + 1, year: born.getUTCFullYear() }
}

const PRESET: Record<Preset, (now: Date) => Person> = {
  adult: () => ({}),
  minor: (now) => ({ dob: seventeen(now) }),
  passport_without_dob: () => ({ dob: null, document: { type: 'passport' } }),
  other_country: () => ({
    first_name: 'Erika',
    last_name: 'Mustermann',
    unparsed_place_of_birth: 'BERLIN',
    phone: '+4930555550100',
    address: {
      line1: 'Heidestraße 17',
      line2: null,
      city: 'Köln',
      state: null,
      postal_code: '51147',
      country: 'DE',
    },
    document: { type: 'id_card', issuing_country: 'DE', number: 'L01X00T47' },
  }),
  other_script: () => ({
    first_name: '花子',
    last_name: '山田',
    unparsed_place_of_birth: '東京都',
    address: {
      line1: '霞が関1-1-1',
      line2: null,
      city: '千代田区',
      state: '東京都',
      postal_code: '100-0013',
      country: 'JP',
    },
    document: { type: 'driving_license', issuing_country: 'JP' },
  }),
  other_name: () => ({ first_name: 'Jennifer Anne', last_name: "O'Neill-Rosen" }),
}

function merge(found: Found, person: Person): Found {
  const { address, document, ...rest } = person
  return {
    ...found,
    ...defined(rest),
    ...(address !== undefined && {
      address: address && { ...(found.address ?? (nulls(JENNY.address!) as Address)), ...defined(address) },
    }),
    document: { ...found.document, ...defined(document ?? {}) },
  }
}

function isDay({ day, month, year }: { day: number; month: number; year: number }): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function nulls(values: object) {
  return Object.fromEntries(Object.keys(values).map((name) => [name, null]))
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The entries whose value is not undefined. */
function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>
}
