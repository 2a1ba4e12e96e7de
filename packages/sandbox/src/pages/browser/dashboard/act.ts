/** Asks the sandbox for something; resolves with null, or with the sentence that says why it did not happen. */
export async function act(path: string, body: object = {}): Promise<string | null> {
  try {
    const response = await fetch(`/_dashboard/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return null
    const answer = (await response.json()) as { error?: { message?: string } }
    return answer.error?.message ?? `The sandbox answered ${response.status}.`
  } catch {
    return 'The sandbox did not answer. Is it still running?'
  }
}
