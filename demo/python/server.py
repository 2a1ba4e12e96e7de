"""
A back end for <identity-verification> that needs only Python's standard library: `python3 server.py`.
docs/other-backends.md explains it; app.py has the routes.
"""

import os
import sys
import threading
import time
import traceback
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIServer, make_server

from app import App
from pages import Pages
from sessions import Sessions
from store import Store
from stripe_api import Stripe
from visitors import Visitors

REQUIRED = ["STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET", "COOKIE_SECRET"]
REPAIR_EVERY_S = 30


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


def main(env):
    missing = [name for name in REQUIRED if not env.get(name)]
    if missing:
        sys.exit(f"Not set: {', '.join(missing)}")
    if not env["STRIPE_SECRET_KEY"].startswith(("sk_test_", "rk_test_")):
        sys.exit("A cookie is no sign-in: before you use a live key, put yours in place of visitors.py.")
    port = int(env.get("PORT", "4242"))
    with make_server("127.0.0.1", port, None, Server) as server:
        url = env.get("PUBLIC_URL", f"http://localhost:{server.server_port}")
        store = Store(env.get("DATABASE", "identity.db"))
        stripe = Stripe(env["STRIPE_SECRET_KEY"], env.get("STRIPE_API_BASE", "https://api.stripe.com"))
        sessions = Sessions(store, stripe, return_url=f"{url}/html")
        visitors = Visitors(env["COOKIE_SECRET"], secure=url.startswith("https:"))
        pages = Pages(env.get("STRIPE_API_BASE"))
        keys = env["STRIPE_PUBLISHABLE_KEY"], env["STRIPE_WEBHOOK_SECRET"]
        server.set_app(App(store, sessions, visitors, pages, *keys))
        threading.Thread(target=repair, args=[sessions], daemon=True).start()
        print(f"Listening: {url}/html", flush=True)
        server.serve_forever()


def repair(sessions):
    while True:
        time.sleep(REPAIR_EVERY_S)
        try:
            sessions.repair()
        except Exception:
            traceback.print_exc()


if __name__ == "__main__":
    try:
        main(os.environ)
    except KeyboardInterrupt:
        pass
