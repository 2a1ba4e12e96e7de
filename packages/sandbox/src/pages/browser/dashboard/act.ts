/** Calls a control route. Resolves with null, or with the reason for a refusal. */
export async function act(path: string, body: object = {}): Promise<string | null> {
  try {
    const response = await fetch(`/_sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as { endpoints?: number; error?: { message?: string } }
    if (!response.ok) return answer.error?.message ?? `The sandbox answered ${response.status}.`
    return answer.endpoints === 0 ? 'No webhook endpoint takes events of this type.' : null
  } catch {
    return 'The sandbox did not answer. Is it still running?'
  }
}
