import { describe } from 'vitest'
import { findLanguage } from '../../scripts/lib/languages.mjs'
import { booksOnlyVerifiedGuests } from './support/booking.js'
import { startPython } from './support/python.js'
import { Stage } from './support/stage.js'

const found = findLanguage('python3') !== null
const why = found ? '' : ' (skipped because there is no python3 here)'

describe.skipIf(!found)(`the booking page with a back end in Python${why}`, () => {
  booksOnlyVerifiedGuests(new Stage(startPython), '/html')
})
