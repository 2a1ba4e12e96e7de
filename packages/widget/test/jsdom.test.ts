// @vitest-environment jsdom
import { describe } from 'vitest'
import { testsInSimulatedBrowser } from './simulated.js'

describe('jsdom', testsInSimulatedBrowser)
