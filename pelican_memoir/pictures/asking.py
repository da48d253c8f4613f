"""Asks for the first bytes of a picture from elsewhere, until they tell its size."""

from __future__ import annotations

import time
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib import request
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit, urlunsplit

from pelican_memoir import __version__
from pelican_memoir.repair.image_size import ENOUGH, image_size
from pelican_memoir.repair.page import Size
from pelican_memoir.repair.sizes_elsewhere import is_size

SCHEMES = ("http", "https")
SILENCE = 10.0
"""Seconds in which a host has to say anything."""
PATIENCE = 20.0
"""Seconds that a picture may take in all, however slowly it trickles."""
_PIECE = 8192
_HEADERS = {
    "User-Agent": f"pelican-memoir/{__version__} (asks once how large a picture of a blog is)",
    "Accept": "image/png, image/jpeg, image/gif, image/webp, image/svg+xml, */*;q=0.1",
    "Accept-Encoding": "identity",
    "Range": f"bytes=0-{ENOUGH - 1}",
}


class AskingError(Exception):
    """The size of a picture is not known; the message says why, and what to do."""


class SilentHostError(AskingError):
    """There was no answer at all."""


class _Redirects(request.HTTPRedirectHandler):
    """Follows to `http` and `https` alone: the standard library would go to `ftp` too."""

    def redirect_request(
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> request.Request | None:
        if urlsplit(newurl).scheme not in SCHEMES:
            fp.close()
            raise AskingError(f"it leads to {newurl}, and only http and https are asked; correct the address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def size_of(address: str, silence: float = SILENCE, patience: float = PATIENCE) -> Size:
    """Return the size of the picture at an address. Raises `AskingError`."""
    end = time.monotonic() + patience
    asked = request.Request(_as_ascii(address), headers=_HEADERS)
    try:
        with _opener().open(asked, timeout=silence) as response:
            size = _read(response, end)
    except HTTPError as error:
        error.close()
        raise AskingError(_said(error)) from None
    except TimeoutError:
        raise SilentHostError(f"no answer in {silence:g} seconds; try again later") from None
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error or type(error).__name__
        raise SilentHostError(f"no answer: {reason}; try again later, or correct the address") from None
    return size


def _opener() -> request.OpenerDirector:
    """Return what opens `http` and `https` and knows nothing else, files least of all."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


def _read(response: HTTPResponse, end: float) -> Size:
    data = b""
    while len(data) < ENOUGH:
        piece = response.read1(min(_PIECE, ENOUGH - len(data)))
        data += piece
        # The beginning of a header may be read as another number; where all is here, the little is all there is.
        size = image_size(data) if len(data) >= 64 or not piece else None
        if is_size(size) and size is not None:
            return size
        if not piece:
            break
        if time.monotonic() > end:
            raise AskingError("it comes too slowly; try again later, or keep a copy of it in the blog")
    kind = response.headers.get_content_type()
    raise AskingError(
        f"its size cannot be told from what came ({kind}, {len(data)} bytes; PNG, JPEG, GIF, WebP and SVG with a size"
        " can be told); look whether the address still shows the picture, or write width and height into the post"
    )


def _said(error: HTTPError) -> str:
    if error.code in (404, 410):
        return f"it is gone (status {error.code}); correct the address, or take the picture out"
    if 300 <= error.code < 400:
        return f"it leads in a circle, or to what is not http (status {error.code}); correct the address"
    return (
        f"the host answers with status {error.code}; try again later, or write width and height into the post"
    )


def _as_ascii(address: str) -> str:
    """Return an address as it is asked for; what has no scheme is `https`. Raises `AskingError`."""
    whole = f"https:{address}" if address.startswith("//") else address
    try:
        parts = urlsplit(whole)
        host = parts.hostname
        port = f":{parts.port}" if parts.port else ""
        if parts.scheme not in SCHEMES or not host or parts.username is not None:
            raise AskingError("only http and https are asked, without a password; correct the address")
        if ":" in host:
            host = f"[{host}]"
        named = host.encode("idna").decode() if not host.isascii() else host
    except ValueError as error:
        raise AskingError(f"no address: {error}; correct it") from None
    path, query = (quote(part, safe="/%:=&?~+!$,;'@()*[]") for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, named + port, path, query, ""))
