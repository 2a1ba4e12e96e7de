"""The official Stripe package for Python against the sandbox at argv[1], with the secret key argv[2] and the restricted argv[3]."""

import json
import sys
import urllib.request

import stripe

base, stripe.api_key, restricted = sys.argv[1:]
stripe.api_base = base
VerificationSession = stripe.identity.VerificationSession


def submit(session, **choice):
    body = json.dumps(choice).encode()
    urllib.request.urlopen(f"{base}/_sandbox/sessions/{session.id}/submit", body)


session = VerificationSession.create(
    type="document",
    client_reference_id="ada",
    metadata={"order": "1"},
    options={"document": {"require_matching_selfie": True, "allowed_types": ["passport"]}},
    idempotency_key="once",
)
again = VerificationSession.create(
    type="document",
    client_reference_id="ada",
    metadata={"order": "1"},
    options={"document": {"require_matching_selfie": True, "allowed_types": ["passport"]}},
    idempotency_key="once",
)
assert again.id == session.id
assert session.options.document.allowed_types == ["passport"]

submit(session, outcome="unverified", error_code="document_expired", processing_ms=0)
failed = VerificationSession.retrieve(session.id, expand=["last_verification_report"])
assert failed.last_error.code == "document_expired"
assert failed.last_verification_report.document.error.code == "document_expired"

session = VerificationSession.modify(session.id, metadata={"order": "2"})
assert session.metadata.order == "2"
submit(session, outcome="verified", processing_ms=0)
try:
    VerificationSession.cancel(session.id)
    raise SystemExit("a verified session was canceled")
except stripe.error.InvalidRequestError as error:
    assert error.http_status == 400, error

try:
    VerificationSession.retrieve(session.id, expand=["verified_outputs.dob"])
    raise SystemExit("a secret key saw a birth date")
except stripe.error.PermissionError as error:
    assert error.http_status == 403, error
outputs = VerificationSession.retrieve(
    session.id, expand=["verified_outputs.dob"], api_key=restricted
).verified_outputs
assert outputs.dob.year > 1900

for _ in range(11):
    VerificationSession.create(type="document", client_reference_id="many")
assert len(list(VerificationSession.list(client_reference_id="many", limit=4).auto_paging_iter())) == 11

report = stripe.identity.VerificationReport.list(verification_session=session.id).data[0]
assert report.selfie.status == "verified"
redacted = VerificationSession.redact(session.id)
assert redacted.redaction.status == "processing"

endpoint = stripe.WebhookEndpoint.create(url="http://127.0.0.1:9/", enabled_events=["*"])
payload = json.dumps({"id": "evt_1", "object": "event"})
timestamp = 1
signature = stripe.WebhookSignature._compute_signature(f"{timestamp}.{payload}", endpoint.secret)
stripe.Webhook.construct_event(payload, f"t={timestamp},v1={signature}", endpoint.secret, tolerance=None)
stripe.WebhookEndpoint.delete(endpoint.id)

events = stripe.Event.list(types=["identity.verification_session.*"], limit=100)
print(",".join(reversed([event.type.split(".")[-1] for event in events.data if event.data.object.id == session.id])))
