"""The style sheet of an owner's colours and pictures, in the layer `owner`, which wins over the theme's."""

from __future__ import annotations

from collections.abc import Mapping

from pelican_memoir.parameters import colours, palette
from pelican_memoir.parameters.addresses import on_site

_BARS = {"navbar": ".site-header", "footer": ".site-footer"}
_BAR = """\
  {bar} {{ position: relative; z-index: {level}; border-color: transparent; color: var(--memoir-{name}-text); }}
  {bar}::before {{ content: ""; position: absolute; inset: 0 calc(50% - 50vw); z-index: -1; }}
  {bar}::before {{ background: {ground}; border-bottom: 1px solid var(--memoir-{name}-border, transparent); }}
  {bar} a {{ color: var(--memoir-{name}-link, inherit); }}
  {bar} a:hover {{ color: var(--memoir-{name}-hover, var(--memoir-{name}-link, inherit)); }}
"""
_CLIPPED = "  body { overflow-x: clip; }\n"
_HOVER = "  main a:hover { color: var(--memoir-hover); }\n"
_PAGE = """\
  body {{ background: {picture} center / cover fixed; }}
  main {{ background: var(--memoir-page-bg); }}
"""


def style_sheet(own: Mapping[str, str], images: Mapping[str, str], site_url: str) -> str:
    """Return the style sheet for the colours (by their names, `#rrggbb`) and the pictures; '' where there are none."""
    if not own and not images:
        return ""
    found = palette.tokens(own)
    lines = [f"    --memoir-{name}: {value};\n" for name, value in found.items()]
    if colours.is_dark(own.get("page-col", palette.LIGHT["page-col"])):
        lines.insert(0, "    color-scheme: dark;\n")
    rules = [_HOVER] if "hover-col" in own else []
    if "page-img" in images:
        rules.append(_PAGE.format(picture=_url(images["page-img"], site_url)))
    bars = [_bar(name, found, images.get(f"{name}-img"), site_url) for name in _BARS]
    rules += [*bars, *([_CLIPPED] if any(bars) else [])]
    return f"@layer owner {{\n  :root {{\n{''.join(lines)}  }}\n{''.join(rules)}}}\n"


def _bar(name: str, found: Mapping[str, str], picture: str | None, site_url: str) -> str:
    """Return the rules of one bar; a picture lies below a veil of the ground's colour, so that texts can be read."""
    if not picture and not any(token.startswith(name) for token in found):
        return ""
    ground = f"var(--memoir-{name}-bg, var(--memoir-page-bg))"
    if picture:
        veil = f"color-mix(in srgb, {ground} 90%, transparent)"
        ground = f"linear-gradient({veil} 0 0), {_url(picture, site_url)} center / cover"
    rules = _BAR.format(bar=_BARS[name], name=name, ground=ground, level=4 if name == "navbar" else 0)
    return rules if f"{name}-text" in found else rules.replace(f"var(--memoir-{name}-text)", "inherit")


def _url(path: str, site_url: str) -> str:
    address = on_site(path, site_url)
    return "url(" + "".join(f"%{ord(c):02X}" if c in "'();" else c for c in address) + ")"
