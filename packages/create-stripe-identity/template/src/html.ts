const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** HTML that is safe to send, created only by `html`. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** Creates a piece of a page. Escapes every value that was not created by `html`. */
export function html(parts: TemplateStringsArray, ...values: (string | Html)[]): Html {
  const safe = (value: string | Html) =>
    value instanceof Html ? value.text : value.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
  return new Html(String.raw({ raw: parts }, ...values.map(safe)))
}
