"""The common parts of all routes: reading requests, refusing them, and formatting responses."""

import json
import uuid
from urllib.parse import urlsplit

MAX_BODY = 1_000_000
MAX_JSON = 16_384
REFUSALS = {
    "invalid_request": "400 Bad Request",
    "signature_invalid": "400 Bad Request",
    "unauthenticated": "401 Unauthorized",
    "cross_site_request": "403 Forbidden",
    "identity_verification_required": "403 Forbidden",
    "not_found": "404 Not Found",
    "method_not_allowed": "405 Method Not Allowed",
    "not_cancelable": "409 Conflict",
    "body_too_large": "413 Content Too Large",
    "unsupported_media_type": "415 Unsupported Media Type",
    "server_error": "500 Internal Server Error",
    "stripe_rejected": "502 Bad Gateway",
    "stripe_unavailable": "503 Service Unavailable",
    "store_unavailable": "503 Service Unavailable",
}


class Refusal(Exception):
    """Ends a request with an error of the contract; `message` is for developers."""

    def __init__(self, code, message, headers=None):
        super().__init__(message)
        self.code, self.headers = code, headers or {}


class Request:
    def __init__(self, environ):
        self._environ = environ
        self.id = str(uuid.uuid4())
        self.method, self.path = environ["REQUEST_METHOD"], environ["PATH_INFO"]

    def header(self, name):
        return self._environ.get(f"HTTP_{name.upper().replace('-', '_')}")

    def body(self):
        length = self._environ.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > MAX_BODY:
            raise Refusal("body_too_large", "Send a Content-Length of at most 1 MB.")
        return self._environ["wsgi.input"].read(int(length))

    def json(self, *fields):
        """Reads the body, which may contain only these text fields."""
        if self._environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != "application/json":
            raise Refusal("unsupported_media_type", "Send JSON: Content-Type: application/json.")
        body = self.body()
        if len(body) > MAX_JSON:
            raise Refusal("body_too_large", "Send at most 16 kB.")
        try:
            value = json.loads(body or b"{}")
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict) or not all(k in fields and isinstance(v, str) for k, v in value.items()):
            raise Refusal("invalid_request", f"Send an object with no field but: {', '.join(fields) or 'none'}.")
        return value

    def must_be_same_site(self):
        """Refuses requests by a page of another site. Requests with neither header do not come from a browser."""
        site, origin = self.header("Sec-Fetch-Site"), self.header("Origin")
        if site == "same-origin" or (site is None and origin is None):
            return
        if origin is None or urlsplit(origin).netloc != self.header("Host"):
            raise Refusal("cross_site_request", "This request comes from another site.")


def json_answer(status, value, headers=None):
    """A response consists of its status line, its headers and its bytes."""
    return status, {"Content-Type": "application/json", **(headers or {})}, json.dumps(value).encode()


def refusal_answer(refusal, request_id):
    error = {"code": refusal.code, "message": str(refusal), "request_id": request_id}
    return json_answer(REFUSALS[refusal.code], {"error": error}, refusal.headers)
