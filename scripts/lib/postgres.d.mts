export interface PostgresServer {
  /** Of the superuser, to the database `postgres`. */
  url: string
  /** Ends the server and keeps its data. */
  halt(): Promise<void>
  resume(): Promise<void>
  /** Ends the server and removes its data. */
  close(): Promise<void>
}
export function installedPostgres(): string | null
export function startPostgres(options?: { packaged?: boolean }): Promise<PostgresServer>
