// Path data on a 24 px grid, drawn with round ends in the colour of the surrounding text.

export const CIRCLE = 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18'

export const CARD =
  'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2M6.5 10.5a2 2 0 1 1 4 0a2 2 0 1 1-4 0M5.5 16a3 3 0 0 1 6 0M14.5 10H18M14.5 14H18'

export const CHECK = `${CIRCLE}M8 12l3 3l5-5`

/** Rotates while something is under way. */
export const SPINNER = 'M21 12a9 9 0 1 1-9-9'
