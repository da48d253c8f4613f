"""The report of a move as a page of its own, `migration.html`: one file, without anything from elsewhere."""

from __future__ import annotations

import re
from html import escape
from typing import Any
from urllib.parse import unquote

from pelican_memoir.migrate.plan import Plan
from pelican_memoir.migrate.report import as_data, sections, summary

STYLE = """
:root { color-scheme: light dark; --line: #8884; --quiet: color-mix(in srgb, CanvasText 65%, Canvas) }
body { font: 1rem/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1rem 4vw 4rem }
h1, h2 { line-height: 1.25 }
h2 { margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line) }
nav ul, main > ul { padding: 0; list-style: none }
nav li { display: inline-block; margin: 0 1.25rem .5rem 0 }
nav a { display: inline-block; padding: .25rem 0 }
main > ul > li { padding: .5rem 0; border-bottom: 1px solid var(--line) }
li, td, th { overflow-wrap: anywhere }
code { font: .9em/1.5 ui-monospace, monospace }
small, .quiet { color: var(--quiet); font-size: .9rem }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
caption { text-align: start; padding: .5rem 0; font-weight: 600 }
th, td { text-align: start; vertical-align: top; padding: .5rem 1rem .5rem 0; border-bottom: 1px solid var(--line) }
:focus-visible { outline: 3px solid; outline-offset: 2px }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%) }
  tr, td, tbody th { display: block; border: 0; padding: 0 }
  tr { padding: .6rem 0; border-bottom: 1px solid var(--line) }
  tbody th { font-weight: 600 }
}
"""
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p>{summary}</p>
<nav aria-label="Contents">
<ul>
{contents}
</ul>
</nav>
</header>
<main>
{body}
</main>
</body>
</html>
"""
PLACE = re.compile(r"(?P<place>[^\n]*?): (?P<message>.*?)(?P<code> \[[\w.-]+\])?", re.DOTALL)
KINDS = (("Posts", "posts"), ("Pages", "pages"), ("Files with Liquid", "files"))


def as_page(plan: Plan) -> str:
    """Return the report as a page of HTML."""
    data = as_data(plan)
    found = [(title, rows) for title, rows in sections(data) if rows]
    contents = [
        f'<li><a href="#{anchor(title)}">{title}</a> <small>{len(rows)}</small></li>' for title, rows in found
    ]
    contents.append('<li><a href="#addresses">Addresses</a></li>')
    body = [listed(title, rows) for title, rows in found]
    body.append(
        '<h2 id="addresses">Addresses</h2>\n<p>Each is the same in the new site as it was in the old one.</p>'
    )
    body += [table(title, data[key]) for title, key in KINDS if data[key]]
    return PAGE.format(
        title=escape(f"{plan.translation.settings.get('SITENAME', 'Blog')}: migration"),
        style=STYLE,
        summary=escape(summary(data)),
        contents="\n".join(contents),
        body="\n".join(body),
    )


def anchor(title: str) -> str:
    """Return the id of a section."""
    return re.sub(r"\W+", "-", title.lower().partition(",")[0])


def listed(title: str, rows: list[str]) -> str:
    """Return a section: what needs a look, a line each, with its place first."""
    items = "\n".join(f"<li>{line(row)}</li>" for row in rows)
    return f'<h2 id="{anchor(title)}">{title}</h2>\n<ul>\n{items}\n</ul>'


def line(row: str) -> str:
    """Return a line with its place as code, and its code in small letters."""
    match = PLACE.fullmatch(row)
    if match is None:
        return escape(row)
    code = f" <small>{escape(match['code'].strip())}</small>" if match["code"] else ""
    return f"<code>{escape(match['place'])}</code><br>{escape(match['message'])}{code}"


def table(title: str, rows: list[dict[str, Any]]) -> str:
    """Return the addresses of one kind of text: its title, its file, where it is."""
    cells = "\n".join(
        f'<tr><th scope="row">{escape(row["title"])}</th>'
        f"<td><code>{escape(row['file'])}</code></td><td>{address(row['new_url'])}</td></tr>"
        for row in rows
    )
    head = '<th scope="col">Title</th><th scope="col">File</th><th scope="col">Address, old and new</th>'
    return f"<table>\n<caption>{title}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{cells}\n</tbody>\n</table>"


def address(url: str | None) -> str:
    """Return an address as people read it."""
    return (
        '<span class="quiet">not published</span>' if url is None else f"<code>{escape(unquote(url))}</code>"
    )
