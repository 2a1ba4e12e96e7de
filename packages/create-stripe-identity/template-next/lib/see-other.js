/** Redirects after a form was sent. The location is a path, so that it works behind any proxy. */
export function seeOther(path) {
  return new Response(null, { status: 303, headers: { Location: path } })
}
