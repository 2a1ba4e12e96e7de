/** How long checks take, in milliseconds of the clock: plain outcomes, and those that are called async. */
export const PLAIN_MS = 500
export const ASYNC_MS = 5000
