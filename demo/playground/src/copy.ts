/** Lets a button copy a text and announces it in a live region. */
export function copyButton(button: HTMLElement, text: () => string): { isNew(): void } {
  const said = document.querySelector('#copied') as HTMLElement
  button.addEventListener('click', async () => {
    said.textContent = ''
    try {
      await navigator.clipboard.writeText(text())
      said.textContent = 'Copied.'
    } catch {
      said.textContent = 'The browser does not allow it: select the text and copy it yourself.'
    }
  })
  return {
    /** Clears the announcement after the text changed. */
    isNew() {
      said.textContent = ''
    },
  }
}
