export function pack(names: readonly string[], folder: string): void
