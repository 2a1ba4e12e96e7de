/** A button that copies a text, and says so where a screen reader hears it. */
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
    /** The text is another one: what was said no longer holds. */
    isNew() {
      said.textContent = ''
    },
  }
}
