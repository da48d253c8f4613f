"""A host of pictures in this process: each path behaves in its own way, and what is asked of it is kept."""

from __future__ import annotations

import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 360) + b"\x08\x02\0\0\0" + b"\0" * 60
GIF = b"GIF89a" + struct.pack("<HH", 30, 20) + b"\0" * 80
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="120" height="20"></svg>'
SHAPELESS = b'<svg xmlns="http://www.w3.org/2000/svg"></svg>'
HUGE = 64 * 1024 * 1024


@dataclass
class Host:
    """Where it is, and what was asked: paths, and their headers."""

    address: str
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving() -> Iterator[Host]:
    """Serve until the block is left."""
    host = Host("")

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:
            pass

        def do_GET(self) -> None:  # its name in the standard library
            host.asked.append(self.path)
            host.headers.append(dict(self.headers))
            name = self.path.split("?")[0].lstrip("/")
            if name.startswith("to-"):
                self.answer(302, b"", Location=TARGETS[name])
            elif name == "slow.png":
                self.trickle()
            elif name == "silent.png":
                host.stop.wait()
            elif name == "huge.png":
                self.flood()
            elif name == "part.png":
                self.answer(206, PNG, Content_Range=f"bytes 0-{len(PNG) - 1}/90000")
            else:
                body = BODIES.get(name)
                self.answer(404 if body is None else 200, b"<h1>none</h1>" if body is None else body)

        def answer(self, status: int, body: bytes, **headers: str) -> None:
            self.send_response(status)
            for key, value in {"Content_Type": TYPE, "Content_Length": str(len(body)), **headers}.items():
                self.send_header(key.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        def trickle(self) -> None:
            self.send_response(200)
            self.end_headers()
            while not host.stop.wait(0.02):
                try:
                    self.wfile.write(b"\xff")
                except OSError:
                    return

        def flood(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(HUGE))
            self.end_headers()
            sent = 0
            try:
                self.wfile.write(PNG)
                while sent < HUGE:
                    sent += self.wfile.write(b"\0" * 65536) or 65536
            except OSError:
                pass
            host.sent.append(sent)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.address = f"http://127.0.0.1:{server.server_address[1]}"
    TARGETS["to-png"] = f"{host.address}/a.png"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield host
    finally:
        host.stop.set()
        server.shutdown()
        server.server_close()
        thread.join()


TYPE = "text/html; charset=utf-8"
BODIES = {
    "a.png": PNG,
    "b.gif": GIF,
    "badge.svg": SVG,
    "shapeless.svg": SHAPELESS,
    "page.png": b"<!doctype html><title>log in</title>" + b" " * 200,
    "empty.png": b"",
    "%EB%B0%94%20%EB%8B%A4.png": PNG,
}
TARGETS = {
    "to-circle": "/to-circle",
    "to-ftp": "ftp://127.0.0.1/a.png",
    "to-file": "file:///etc/hostname",
    "to-nowhere": "/none.png",
}
