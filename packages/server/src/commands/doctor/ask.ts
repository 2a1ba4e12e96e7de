const REQUEST_MS = 15_000
const MAX_BYTES = 2_000_000

export interface Answer {
  status: number
  headers: Headers
  text: string
}

/** Sends one request as an outside client would, without following redirects. Rejects with a readable reason. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(REQUEST_MS), ...init })
    const text = (await answer.text()).slice(0, MAX_BYTES)
    return { status: answer.status, headers: answer.headers, text }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    throw new Error(cause instanceof Error ? cause.message : String(cause))
  }
}

/** The code of an error response of ours; null for any other response. */
export function codeOf({ text }: Answer): string | null {
  try {
    const code: unknown = JSON.parse(text)?.error?.code
    return typeof code === 'string' ? code : null
  } catch {
    return null
  }
}
