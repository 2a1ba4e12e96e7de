/** A day as Stripe writes it. */
export interface DateParts {
  readonly day: number | null
  readonly month: number | null
  readonly year: number | null
}

export interface Address {
  readonly line1: string | null
  readonly line2: string | null
  readonly city: string | null
  readonly state: string | null
  readonly postal_code: string | null
  readonly country: string | null
}

/** The person whom every verification in the sandbox finds; nobody of that name is meant. */
export const PERSON = {
  first_name: 'Jenny',
  last_name: 'Rosen',
  email: 'jenny.rosen@example.com',
  phone: '+15555550100',
  document_number: 'SANDBOX-0000001',
  id_number: '0000',
  place_of_birth: 'SAN FRANCISCO, CALIFORNIA',
} as const

export const BIRTH: DateParts = { day: 1, month: 2, year: 1990 }
export const ISSUED: DateParts = { day: 1, month: 6, year: 2021 }
export const EXPIRES: DateParts = { day: 1, month: 6, year: 2041 }
export const EXPIRED: DateParts = { day: 1, month: 6, year: 2022 }

export const ADDRESS: Address = {
  line1: '1234 Main St.',
  line2: null,
  city: 'San Francisco',
  state: 'CA',
  postal_code: '94111',
  country: 'US',
}
