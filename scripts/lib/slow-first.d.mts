import { BaseSequencer } from 'vitest/node'

export const SLOW: string[]
export class SlowFirst extends BaseSequencer {}
