"""Identifies visitors by a signed cookie. Replace it with your own sign-in."""

import hashlib
import hmac
import re
import uuid

COOKIE = "identity_visitor"
MAX_AGE_S = 400 * 24 * 3600


class Visitors:
    def __init__(self, secret, secure):
        self._secret, self._secure = secret.encode(), secure

    def owner(self, cookies):
        """Returns the visitor from the Cookie header; None without a valid signature."""
        held = re.search(rf"(?:^|;\s*){COOKIE}=([^;]*)", cookies or "")
        visitor, _, signature = held[1].partition(".") if held else ("", "", "")
        good = hmac.compare_digest(self._sign(visitor).encode(), signature.encode())
        return f"visitor:{visitor}" if good else None

    def welcome(self):
        """A Set-Cookie header for a new visitor."""
        visitor = str(uuid.uuid4())
        secure = "; Secure" if self._secure else ""
        value = f"{visitor}.{self._sign(visitor)}"
        return f"{COOKIE}={value}; Path=/; Max-Age={MAX_AGE_S}; HttpOnly; SameSite=Lax{secure}"

    def _sign(self, visitor):
        return hmac.new(self._secret, visitor.encode(), hashlib.sha256).hexdigest()
