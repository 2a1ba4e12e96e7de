export interface Manifest {
  name: string
  version: string
  license: string
  private?: boolean
  type?: string
  bin?: Record<string, string>
  exports: Record<string, string | Record<string, string>>
  repository?: { type: string; url: string; directory: string }
  [field: string]: unknown
}
export function publishedPackages(): string[]
export function manifestOf(name: string): Manifest
export function releasedManifestOf(name: string, repository: string | null): Manifest
export function integrityOf(file: string): string
export function packedPackages(): Record<string, string>
