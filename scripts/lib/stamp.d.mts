export function hashOf(folders: string[], files?: string[], skip?: string[]): string
export function isDone(stampFile: string, hash: string, results: string[]): boolean
export function setDone(stampFile: string, hash: string): void
