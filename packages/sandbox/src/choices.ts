/** What may be chosen about a submission; the pages in a browser know these as well. */

/** People who differ from the usual one in what tests ask for. */
export const PRESETS = [
  'adult',
  'minor',
  'passport_without_dob',
  'other_country',
  'other_script',
  'other_name',
] as const
export type Preset = (typeof PRESETS)[number]

/** How long checks take, in milliseconds of the clock: plain outcomes, and those that are called async. */
export const PLAIN_MS = 500
export const ASYNC_MS = 5000
