/** The choices for a submission. The pages in the browser import them too. */

/** Presets: people who differ from the default person in one respect that tests often need. */
export const PRESETS = [
  'adult',
  'minor',
  'passport_without_dob',
  'other_country',
  'other_script',
  'other_name',
] as const
/** The name of a preset person. */
export type Preset = (typeof PRESETS)[number]

/** The duration of the checks in milliseconds of the clock, for plain outcomes and for async ones. */
export const PLAIN_MS = 500
export const ASYNC_MS = 5000
