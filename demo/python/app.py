"""The routes: the browser's part of the HTTP contract, Stripe's webhook, and one route of the host."""

import json
import re
import sqlite3
import traceback

from stripe_api import StripeRejected, StripeUnavailable, is_signed
from wire import Refusal, Request, json_answer, refusal_answer

OK = "200 OK"


class App:
    """A WSGI application."""

    def __init__(self, store, sessions, visitors, pages, publishable_key, webhook_secret):
        self._store, self._sessions, self._visitors, self._pages = store, sessions, visitors, pages
        self._publishable_key, self._webhook_secret = publishable_key, webhook_secret
        a_session = "/identity/sessions/(vs_[A-Za-z0-9_]{1,250})"
        self._routes = [
            ("/identity/sessions/current", {"GET": self.current}),
            ("/identity/sessions", {"POST": self.open}),
            (a_session, {"GET": self.show}),
            (f"{a_session}/cancel", {"POST": self.cancel}),
            ("/identity/webhook", {"POST": self.webhook}),
            ("/book", {"POST": self.book}),
        ]

    def current(self, request):
        """The only route that creates a visitor: a client without cookies cannot create paid sessions."""
        owner = self._visitors.owner(request.header("Cookie"))
        if owner is None:
            return "204 No Content", {"Set-Cookie": self._visitors.welcome()}, b""
        row = self._store.current(owner)
        return ("204 No Content", {}, b"") if row is None else json_answer(OK, row.view)

    def open(self, request):
        request.must_be_same_site()
        owner = self._owner(request)
        # The return URL is fixed by this server: it has one page, and therefore no allow-list to search.
        request.json("return_url")
        view, reply, new = self._sessions.open(owner)
        opening = {
            "client_secret": reply and reply["client_secret"],
            "url": reply and reply["url"],
            "publishable_key": self._publishable_key,
        }
        return json_answer("201 Created" if new else OK, {**view, **opening})

    def show(self, request, session_id):
        return json_answer(OK, self._owned(request, session_id).view)

    def cancel(self, request, session_id):
        request.must_be_same_site()
        request.json()
        view = self._sessions.cancel(self._owned(request, session_id))
        if view["status"] != "canceled":
            raise Refusal("not_cancelable", f"The session is {view['status']}.")
        return json_answer(OK, view)

    def webhook(self, request):
        body = request.body()
        if not is_signed(request.header("Stripe-Signature") or "", body, self._webhook_secret):
            raise Refusal("signature_invalid", "This is not signed with STRIPE_WEBHOOK_SECRET, or is too old.")
        event = json.loads(body)
        # Stripe disables endpoints that refuse deliveries, so an event of the other mode is accepted and ignored.
        if not event["livemode"] and event["type"].startswith("identity.verification_session."):
            try:
                self._sessions.hear(event["data"]["object"])
            except (StripeRejected, StripeUnavailable):
                raise Refusal("store_unavailable", "Nothing is stored: Stripe sends it again.") from None
        return json_answer(OK, {"received": True})

    def book(self, request):
        """A route of the host. Checks the verification in the store, never in the browser."""
        request.must_be_same_site()
        row = self._store.current(self._owner(request))
        if row is None or row.status != "verified":
            raise Refusal("identity_verification_required", "Verify your identity first.")
        return "303 See Other", {"Location": "/booked"}, b""

    def _owner(self, request):
        owner = self._visitors.owner(request.header("Cookie"))
        if owner is None:
            raise Refusal("unauthenticated", "Nobody is signed in: GET /sessions/current hands out the cookie.")
        return owner

    def _owned(self, request, session_id):
        row = self._store.owned(self._owner(request), session_id)
        if row is None:  # The same response for another owner's session.
            raise Refusal("not_found", "There is no such session.")
        return row

    def __call__(self, environ, start_response):
        request = Request(environ)
        try:
            status, headers, body = self._dispatch(request)
        except Refusal as refusal:
            status, headers, body = refusal_answer(refusal, request.id)
        except Exception as error:
            if not isinstance(error, StripeUnavailable):
                traceback.print_exc()
            status, headers, body = refusal_answer(refusal_of(error), request.id)
        headers = {"Cache-Control": "no-store", "X-Request-Id": request.id, **self._pages.headers(), **headers}
        start_response(status, [*headers.items(), ("Content-Length", str(len(body)))])
        return [body]

    def _dispatch(self, request):
        for path, methods in self._routes:
            match = re.fullmatch(path, request.path)
            if match is not None and request.method in methods:
                return methods[request.method](request, *match.groups())
            if match is not None:
                raise Refusal("method_not_allowed", "Not with this method.", {"Allow": ", ".join(methods)})
        page = self._pages.get(request.path) if request.method == "GET" else None
        if page is None:
            raise Refusal("not_found", "There is nothing here.")
        return OK, {"Content-Type": page[0]}, page[1]


def refusal_of(error):
    """Converts a fault into a response: its kind, never its text."""
    if isinstance(error, StripeUnavailable):
        return Refusal("stripe_unavailable", "Stripe does not answer. Try again.", {"Retry-After": "2"})
    if isinstance(error, StripeRejected):
        return Refusal("stripe_rejected", "Stripe refused: look at the key, its permissions and the parameters.")
    if isinstance(error, sqlite3.Error):
        return Refusal("store_unavailable", "The database does not answer. Try again.")
    return Refusal("server_error", "Look up the request id in the log.")
