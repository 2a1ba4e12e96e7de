export interface Gate {
  open(): void
  readonly opened: Promise<void>
}

/** A gate that the test opens, so that the test instead of the clock decides the order of events. */
export function gate(): Gate {
  let open: () => void = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}
