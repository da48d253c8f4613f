"""A local server for a built site that sends the strict Content-Security-Policy the theme promises to live with."""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from sample_build import SAMPLE_SITE

_HEADERS = SAMPLE_SITE / "blog" / "_headers"
POLICY, SEARCH_POLICY = re.findall(r"Content-Security-Policy: (.+)", _HEADERS.read_text(encoding="utf-8"))
"""What the sample site's own host would send with every page, and with the search."""


class StrictHandler(SimpleHTTPRequestHandler):
    """Serves files quietly, each with the policy."""

    policy = POLICY

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        is_search = getattr(self, "path", "").startswith("/search")
        self.send_header("Content-Security-Policy", SEARCH_POLICY if is_search else self.policy)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the browser reports what went wrong."""


class QuietServer(ThreadingHTTPServer):
    """A server to which it is no error that a browser leaves a page before all of it has come."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, but for that."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def running(server: QuietServer) -> Iterator[None]:
    """Let the server answer, and end it."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def serve(folder: Path, policy: str = POLICY, base: type[StrictHandler] = StrictHandler) -> Iterator[str]:
    """Serve the folder on a free port of this machine alone; give the address without a slash at its end."""
    handler = type("Handler", (base,), {"policy": policy})
    server = QuietServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    with running(server):
        yield f"http://127.0.0.1:{server.server_address[1]}"
