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
