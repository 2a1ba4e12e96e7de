import type { SpawnOptions } from 'node:child_process'

export function run(command: string, args: string[], options?: SpawnOptions): Promise<void>
export function node(args: string[], options?: SpawnOptions): Promise<void>
export function pnpm(args: string[], options?: SpawnOptions): Promise<void>
