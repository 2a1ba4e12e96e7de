/** Leads a form's sender on; a path, so that it holds behind any proxy. */
export function seeOther(path) {
  return new Response(null, { status: 303, headers: { Location: path } })
}
