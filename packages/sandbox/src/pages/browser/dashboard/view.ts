import type { View } from '../../snapshot.js'

/** The number of rows that a list shows first, and adds on request. */
export const PAGE = 50

/** Fired to show another part of the sandbox. */
export class ViewEvent extends Event {
  readonly change: Partial<View>
  constructor(change: Partial<View>) {
    super('view', { bubbles: true, composed: true })
    this.change = change
  }
}
