export const REHEARSED: string[]
export function changedForRelease(): boolean
export function isRehearsed(path: string): boolean
