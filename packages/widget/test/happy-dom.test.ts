// @vitest-environment happy-dom
import { describe } from 'vitest'
import { testsInSimulatedBrowser } from './simulated.js'

describe('happy-dom', testsInSimulatedBrowser)
