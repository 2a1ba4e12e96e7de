export interface Gate {
  open(): void
  readonly opened: Promise<void>
}

/** Closed until somebody opens it: what comes after what is then said by the test, not by the clock. */
export function gate(): Gate {
  let open: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}
