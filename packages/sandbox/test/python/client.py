"""A client of the sandbox with nothing but Python's standard library."""

import base64
import hashlib
import hmac
import json
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer

SANDBOX, SECRET_KEY = sys.argv[1:3]
SESSIONS = "/v1/identity/verification_sessions"


class Receiver(BaseHTTPRequestHandler):
    received = []
    arrived = threading.Condition()

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with Receiver.arrived:
            Receiver.received.append((self.headers["Stripe-Signature"], body))
            Receiver.arrived.notify_all()
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


def request(method, path, form=None, body=None):
    """(status, answer) of a call; `form` as Stripe's SDKs send it, `body` as JSON for the control routes."""
    headers = {}
    data = None
    if path.startswith("/v1/"):
        basic = base64.b64encode(f"{SECRET_KEY}:".encode()).decode()
        headers["Authorization"] = f"Basic {basic}"
    if form is not None and method == "GET":
        path = f"{path}?{urllib.parse.urlencode(form)}"
    elif form is not None:
        data = urllib.parse.urlencode(form).encode()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    if body is not None:
        data = json.dumps(body).encode()
        headers["Content-Type"] = "application/json"
    call = urllib.request.Request(SANDBOX + path, data=data, method=method, headers=headers)
    try:
        with urllib.request.urlopen(call) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def signed(header, body, secret):
    """Whether one of the header's v1 signatures was made with the secret."""
    pairs = [part.split("=", 1) for part in header.split(",")]
    time = next(value for name, value in pairs if name == "t")
    mine = hmac.new(secret.encode(), f"{time}.".encode() + body, hashlib.sha256).hexdigest()
    return any(hmac.compare_digest(mine, value) for name, value in pairs if name == "v1")


def until(count):
    with Receiver.arrived:
        assert Receiver.arrived.wait_for(lambda: len(Receiver.received) >= count, timeout=20), "no webhook came"
        return list(Receiver.received)


server = HTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=server.serve_forever, daemon=True).start()
hook = f"http://127.0.0.1:{server.server_address[1]}/"
status, endpoint = request("POST", "/v1/webhook_endpoints", [("url", hook), ("enabled_events[]", "*")])
assert status == 200, endpoint

status, session = request(
    "POST",
    SESSIONS,
    [
        ("type", "document"),
        ("metadata[user]", "Zoë 1"),
        ("options[document][allowed_types][]", "passport"),
        ("options[document][allowed_types][]", "id_card"),
        ("options[document][require_matching_selfie]", "true"),
        ("expand[]", "provided_details"),
    ],
)
assert status == 200 and session["status"] == "requires_input", session
assert session["metadata"] == {"user": "Zoë 1"}, session
assert session["options"]["document"]["allowed_types"] == ["passport", "id_card"], session

path = f"{SESSIONS}/{session['id']}"
status, listed = request("GET", SESSIONS, [("limit", "1"), ("created[gte]", session["created"])])
assert status == 200 and listed["data"][0]["id"] == session["id"], listed

status, submitted = request("POST", f"/_sandbox/sessions/{session['id']}/submit", body={"outcome": "verified"})
assert status == 200 and submitted["status"] == "processing", submitted
request("POST", "/_sandbox/clock", body={"advance_ms": 1000})
status, verified = request("GET", path, [("expand[]", "verified_outputs")])
assert verified["status"] == "verified" and verified["verified_outputs"]["first_name"] == "Jenny", verified

status, refused = request("POST", f"{path}/cancel")
assert status == 400 and refused["error"]["type"] == "invalid_request_error", refused
status, redacted = request("POST", f"{path}/redact")
assert status == 200 and redacted["redaction"]["status"] == "processing", redacted

status, other = request("POST", SESSIONS, [("type", "id_number")])
status, canceled = request("POST", f"{SESSIONS}/{other['id']}/cancel")
assert status == 200 and canceled["status"] == "canceled", canceled

events = until(5)
for header, body in events:
    assert signed(header, body, endpoint["secret"]), header
    assert not signed(header, body + b" ", endpoint["secret"])
    assert not signed(header, body, "whsec_another")
print(",".join(sorted(json.loads(body)["type"].split(".")[-1] for _, body in events)))
