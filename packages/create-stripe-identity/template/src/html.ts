const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** HTML that is safe to send: made by `html` only. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** A piece of a page; every value that is not itself made by `html` is escaped. */
export function html(parts: TemplateStringsArray, ...values: (string | Html)[]): Html {
  const safe = (value: string | Html) =>
    value instanceof Html ? value.text : value.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
  return new Html(String.raw({ raw: parts }, ...values.map(safe)))
}
