"""The part of Stripe's API that is needed: three calls, and the signature of webhooks."""

import hashlib
import hmac
import json
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

VERSION = "2026-10-28.endive"
TIMEOUT_S = 20
TRIES = 3
TOLERANCE_S = 300


class StripeRejected(Exception):
    """Stripe refused the call; `status` is the HTTP status."""

    def __init__(self, status):
        super().__init__(f"Stripe answered {status}")
        self.status = status


class StripeUnavailable(Exception):
    """The effect of the call is unknown. Repeating it is safe: nothing is created twice."""


class Stripe:
    def __init__(self, secret_key, base="https://api.stripe.com"):
        self._key = secret_key
        self._sessions = f"{base}/v1/identity/verification_sessions"

    def create(self, mark, owner, return_url):
        """Creates a session. Repeated calls with the same mark return the same session."""
        fields = {
            "type": "document",
            "options[document][require_matching_selfie]": "true",
            "client_reference_id": owner,
            "metadata[identity_session]": mark,
            "return_url": return_url,
        }
        return self._call("", fields, {"Idempotency-Key": mark})

    def retrieve(self, session_id):
        return self._call(f"/{session_id}")

    def cancel(self, session_id):
        return self._call(f"/{session_id}/cancel", {})

    def _call(self, path, fields=None, headers=None):
        """Sends a POST if there are fields, otherwise a GET. Retries if the outcome is unknown."""
        body = None if fields is None else urlencode(fields).encode()
        request = Request(self._sessions + path, body, {"Stripe-Version": VERSION, **(headers or {})})
        request.add_unredirected_header("Authorization", f"Bearer {self._key}")
        for attempt in range(TRIES):
            time.sleep(attempt * 0.5)
            try:
                with urlopen(request, timeout=TIMEOUT_S) as answer:
                    return json.load(answer)
            except HTTPError as error:
                with error:
                    unsure = error.code in (409, 429) or error.code >= 500
                    if not unsure:
                        raise StripeRejected(error.code) from None
            except (OSError, HTTPException, ValueError):
                pass
        raise StripeUnavailable


def is_signed(header, body, secret):
    """True if Stripe signed these raw bytes with this secret within the last five minutes."""
    parts = [part.partition("=") for part in header.split(",")]
    times = [value for name, _, value in parts if name == "t"]
    if len(times) != 1 or not times[0].isdecimal():
        return False
    if abs(time.time() - int(times[0])) > TOLERANCE_S:
        return False
    expected = hmac.new(secret.encode(), times[0].encode() + b"." + body, hashlib.sha256).hexdigest()
    # There are several v1 while a secret is rolled. v0 and all other schemes are ignored.
    given = [value.encode() for name, _, value in parts if name == "v1"]
    return any([hmac.compare_digest(expected.encode(), value) for value in given])
