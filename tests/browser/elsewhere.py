"""A stand-in for the web: a site under its own address, and a picture at every other. Nobody else is asked.

Pages of published blogs have pictures from other hosts. Where these cannot be loaded, a measurement says that
the browser logged errors and that a page is short, and nothing of how it is with its pictures.
"""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from PIL import Image
from serving import POLICY, QuietServer, StrictHandler, running

SIZE = (1600, 900)
BADGE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="20"><rect width="120" height="20"/></svg>'
)
"""What stands for drawings: posts have them as badges, more often than not."""


@cache
def picture() -> bytes:
    """A JPEG that weighs about what a photograph of its size does: browsers do not count an even surface as content."""
    packed = BytesIO()
    shades = Image.linear_gradient("L").resize(SIZE)
    Image.blend(shades, Image.effect_noise(SIZE, 40), 0.3).save(packed, "JPEG", quality=60)
    return packed.getvalue()


def certificate(folder: Path) -> ssl.SSLContext:
    """What a server needs to speak TLS; browsers have to be told to trust it. Needs the command `openssl`."""
    key, made = folder / "key.pem", folder / "certificate.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=stand-in",
    ]
    subprocess.run([*command, "-keyout", key, "-out", made], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    return context


def answering(base: type[StrictHandler], host: str, own_policy: str) -> type[StrictHandler]:
    """Return a handler that does what `base` does for one host, and has a picture for every other."""

    class Handler(base):  # type: ignore[misc, valid-type]
        protocol_version = "HTTP/1.1"
        policy = own_policy

        def do_GET(self) -> None:  # noqa: N802  # its name in the standard library
            if self.headers.get("Host") == host:
                super().do_GET()
                return
            drawn = urlsplit(self.path).path.endswith(".svg")
            body = BADGE if drawn else picture()
            self.send_response(200)
            self.send_header("Content-Type", "image/svg+xml" if drawn else "image/jpeg")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


@contextmanager
def stand_in(
    folder: Path, address: str, policy: str = POLICY, base: type[StrictHandler] = StrictHandler
) -> Iterator[tuple[str, ...]]:
    """Serve the site in `folder` at `address` (https, no path); give the flags with which Chromium finds it there."""
    host = urlsplit(address).netloc
    server = QuietServer(("127.0.0.1", 0), partial(answering(base, host, policy), directory=str(folder)))
    with TemporaryDirectory() as made:
        server.socket = certificate(Path(made)).wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    with running(server):
        here = f"127.0.0.1:{server.server_address[1]}"
        yield f'--host-resolver-rules="MAP *:443 {here}, EXCLUDE 127.0.0.1"', "--ignore-certificate-errors"
