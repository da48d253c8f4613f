"""What a post's author wrote into its front matter, and addresses as a page may print them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

_ILLEGAL = re.compile(r"[\s\"<>\\^`{|}\x00-\x1f\x7f]")

_IN_FRAGMENTS = "!#$%&'()*+,-./:;=?@[\\]^_{|}~"
"""What the URL Standard leaves as it is in a fragment, beside letters and digits."""
PICTURES = ("share-img", "cover-img", "thumbnail-img")
PICTURES_ELSEWHERE = {
    "image": ("path", "facebook"),
    "header": ("og_image", "overlay_image", "image", "teaser"),
}
"""Front matter that names a picture for the card, the first goes before; in other themes with the keys below it."""
_BACK = re.compile(r"(?<=[^:/])/(?!\.\.?/)[^/?#]+/\.\./|(?<=[^:/])/\./")


def front_matter(content: object, name: str) -> str:
    """A field of the post's front matter as text, '' where there is none.

    Posts that never passed our reader have it as an attribute, as Pelican's own readers set it. A list gives
    its first entry, a mapping its first key: a picture is a path, a list of them, or a path with its caption.
    """
    fields = getattr(content, "front_matter", None) or {}
    value = fields.get(name)
    if value is None:
        value = getattr(content, name.replace("-", "_"), None)
    return _as_text(value)


def _as_text(value: object) -> str:
    if isinstance(value, (Mapping, list, tuple)):
        return _as_text(next(iter(value), None))
    return "" if value is None or isinstance(value, bool) else str(value).strip()


def picture(content: object) -> str:
    """The picture that a post names for its card, '' for none: as Beautiful Jekyll has it, else as others do.

    `image` is jekyll-seo-tag's, a path or a mapping with `path`; `header` is that of Minimal Mistakes.
    """
    found = next(filter(None, (front_matter(content, name) for name in PICTURES)), "")
    if found:
        return found
    fields = getattr(content, "front_matter", None) or {}
    for name, keys in PICTURES_ELSEWHERE.items():
        value = fields.get(name)
        if not isinstance(value, Mapping):
            found = _as_text(value) if name == "image" else ""
        else:
            found = next(filter(None, (_as_text(value.get(key)) for key in keys)), "")
        if found:
            return found
    return ""


def address(url: object) -> str:
    """An address with what no address may hold percent-encoded; Korean stays. Still to be escaped.

    `https://a.org/en/../year.html`, as subsites lead to each other, becomes `https://a.org/year.html`.
    """
    return _address(str(url))


@lru_cache(maxsize=4096)
def _address(url: str) -> str:
    before = ""
    while url != before:
        url, before = _BACK.sub("/", url, count=1), url
    return _ILLEGAL.sub(lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), url)


def image_address(path: str, site_url: str) -> str:
    """Where a picture named in front matter lies: `/img/a.png` is below the site, other addresses stay."""
    if path.startswith("/") and not path.startswith("//"):
        return address(site_url + path)
    if "://" in path or path.startswith(("//", "data:")):
        return address(path)
    return address(f"{site_url}/{path}") if path else ""


def fragment_id(name: object) -> str:
    """A name as the id that links to `#name` find.

    White space cannot be in an id. A browser looks for the fragment as it stands in the address before it decodes it
    (HTML, "indicated part"), so a name with white space is percent-encoded as addresses are.
    """
    text = str(name)
    return quote(text, safe=_IN_FRAGMENTS) if re.search(r"\s", text) else text


def in_language(pages: Mapping[str, str], lang: str) -> str:
    """The address that a language has, else that of the site's first one; '' where there is none."""
    return pages.get(lang) or next(iter(pages.values()), "")
