export interface PostgresServer {
  /** The superuser's URL of the database `postgres`. */
  url: string
  /** Stops the server and keeps its data. */
  halt(): Promise<void>
  resume(): Promise<void>
  /** Stops the server and removes its data. */
  close(): Promise<void>
}
export function installedPostgres(): string | null
export function startPostgres(options?: { packaged?: boolean }): Promise<PostgresServer>
