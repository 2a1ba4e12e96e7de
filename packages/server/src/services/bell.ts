/** Wakes one waiting caller, any number of times until it is finished. */
export interface Bell {
  ring(): void
  /** Rings for the last time. */
  finish(): void
  readonly over: boolean
  /** Resolves at the next ring, or at once if one came since the last call. */
  rung(): Promise<void>
}

export function createBell(): Bell {
  let rung = false
  let over = false
  let listener: (() => void) | null = null
  const ring = () => {
    rung = true
    listener?.()
  }
  return {
    ring,
    finish() {
      over = true
      ring()
    },
    get over() {
      return over
    },
    async rung() {
      if (!rung) {
        await new Promise<void>((resolve) => {
          listener = resolve
        })
      }
      rung = false
      listener = null
    },
  }
}
