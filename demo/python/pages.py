"""The booking page: the files of the other demo pages, under the policy that a careful host would set."""

import mimetypes
import re
from pathlib import Path

DEMO = Path(__file__).resolve().parent.parent
WIDGET = DEMO.parent / "packages/widget/dist"
FILES = {"/html": "index.html", "/booked": "booked.html", "/demo.css": "demo.css"}
SANDBOX_TAG = re.compile(r'^.*<script src="/sandbox\.js">.*\n', re.MULTILINE)


class Pages:
    """`sandbox` is the sandbox's origin; None with Stripe, in which case none of its files are served."""

    def __init__(self, sandbox):
        self._sandbox = sandbox

    def get(self, path):
        """Returns the type and the bytes of a file; None if there is no such file."""
        if path == "/favicon.ico":
            return "image/x-icon", b""
        if path == "/sandbox.js" and self._sandbox:
            script = (DEMO / "html/sandbox.js").read_text("utf-8")
            return "text/javascript", script.replace("SANDBOX_URL", self._sandbox).encode()
        if path in FILES:
            text = (DEMO / "html" / FILES[path]).read_text("utf-8")
            return type_of(FILES[path]), (text if self._sandbox else SANDBOX_TAG.sub("", text)).encode()
        if path.startswith("/widget/"):
            file = (WIDGET / path.removeprefix("/widget/")).resolve()
            if file.is_relative_to(WIDGET) and file.is_file():
                return type_of(file.name), file.read_bytes()
        return None

    def headers(self):
        stripe = self._sandbox or "https://js.stripe.com https://*.js.stripe.com"
        frames = self._sandbox or f"{stripe} https://hooks.stripe.com https://verify.stripe.com"
        policy = [
            "default-src 'none'",
            f"script-src 'self' {stripe}",
            f"frame-src {frames}",
            f"connect-src 'self' {self._sandbox or 'https://api.stripe.com'}",
            "style-src 'self'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
        return {
            "Content-Security-Policy": "; ".join(policy),
            "Permissions-Policy": 'camera=(self "https://js.stripe.com" "https://verify.stripe.com")',
            "X-Content-Type-Options": "nosniff",
        }


def type_of(name):
    return f"{mimetypes.guess_type(name)[0] or 'application/octet-stream'}; charset=utf-8"
