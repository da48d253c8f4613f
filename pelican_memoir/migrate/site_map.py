"""The map of the site that jekyll-sitemap wrote, as files with Liquid, and the `robots.txt` that names it.

What is in it is as there: posts, documents that are written, pages, HTML and PDF files without front matter; nothing
that leads on elsewhere, and nothing that says `sitemap: false`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pelican_memoir.jekyll.site_config import SiteConfig
from pelican_memoir.migrate.conf import Settings
from pelican_memoir.migrate.own_pages import INDEX, Role, further_page
from pelican_memoir.migrate.plugins import KINDS, PLURALS, named

ENTRY = '<url><loc>{{ %s | replace: "/index.html", "/" | absolute_url | xml_escape }}</loc>%s</url>'
DATED = "{% if changed %}<lastmod>{{ changed | date_to_xmlschema }}</lastmod>{% endif %}"
SITEMAP = f"""---
layout: null
---
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{%- for collection in site.collections %}}{{% if collection.output %}}{{% for entry in collection.docs -%}}
{{% unless entry.sitemap == false or entry.redirect_to %}}
{{%- assign changed = entry.last_modified_at | default: entry.date %}}
{ENTRY % ("entry.url", DATED)}
{{%- endunless %}}{{% endfor %}}{{% endif %}}{{% endfor %}}
{{%- for entry in site.html_pages -%}}
{{% unless entry.sitemap == false or entry.redirect_to or entry.url == "/404.html" %}}
{{%- assign changed = entry.last_modified_at %}}
{ENTRY % ("entry.url", DATED)}
{{%- endunless %}}{{% endfor %}}
{{%- assign endings = ".htm .html .xhtml .pdf" | split: " " %}}
{{%- for entry in site.static_files -%}}
{{% if endings contains entry.extname and entry.sitemap != false and entry.name != "404.html" %}}
{{%- assign changed = entry.modified_time %}}
{ENTRY % ("entry.path", DATED)}
{{%- endif %}}{{% endfor %}}
"""
PAGES = """{%- assign last = site.posts.size | plus: MORE | divided_by: EACH %}
{%- if last > 1 %}{% for number in (2..last) %}
ENTRY
{%- endfor %}{% endif %}
"""
"""The further pages of an index, which are as many as there are posts for."""
NAMED = """{%- for named in site.NAMES %}
ENTRY
{%- endfor %}
"""
DAYS = """{%- assign before = "" %}{% for post in site.posts %}{% assign at = post.date | date: AT -%}
{% if at != before %}
ENTRY
{%- endif %}{% assign before = at %}{% endfor %}
"""
"""The pages of tags or categories, and of years, months or days: `site.posts` has those of a day side by side."""
END = "</urlset>\n"
# The line needs a whole address (RFC 9309, 2.2.4, and sitemaps.org); a robots.txt without rules allows all.
ROBOTS = """---
layout: null
---
{% if site.url and site.url != "" -%}
Sitemap: {{ "/sitemap.xml" | absolute_url }}
{%- else -%}
# Set SITEURL to the site's address, and the line that names sitemap.xml is written here.
{%- endif %}
"""


def files(config: SiteConfig, settings: Settings, published: set[str], own: Iterable[Role]) -> dict[str, str]:
    """Return the files that stand for jekyll-sitemap, by path, where the blog has none of its own there.

    `published` are the files that the blog writes, `own` the pages that the site has in place of the blog's.
    """
    if "jekyll-sitemap" not in named(config) or "sitemap.xml" in published:
        return {}
    replaced = [role for role in own if role.gives_way]
    lines = [ENTRY % (quoted(role.text.url), "") + "\n" for role in replaced]
    if any(role.own is INDEX for role in replaced):
        lines.append(further_pages(settings))
    lines.extend(archives(settings, config))
    return {"sitemap.xml": SITEMAP + "".join(lines) + END} | (
        {} if "robots.txt" in published else {"robots.txt": ROBOTS}
    )


def archives(settings: Settings, config: SiteConfig) -> Iterator[str]:
    """Yield the entries of the pages that jekyll-archives wrote; it made names as `slugify` does."""
    if "jekyll-archives" not in named(config):
        return
    for kind, name in KINDS.items():
        address = settings.get(f"{name}_URL")
        if address is None:
            continue
        before, slug, after = f"/{address}".partition("{slug}")
        if slug:
            written = f"named[0] | slugify | prepend: {quoted(before)} | append: {quoted(after)}"
            yield NAMED.replace("NAMES", PLURALS[kind]).replace("ENTRY", ENTRY % (written, ""))
        else:
            at = re.sub(r"\{date:(%\w)\}", r"\1", before)
            yield DAYS.replace("AT", quoted(at)).replace("ENTRY", ENTRY % ("at", ""))


def further_pages(settings: Settings) -> str:
    """Return the entries of the further pages of the index, "" where it has none."""
    file = further_page(settings)
    if not file:
        return ""
    each = settings["DEFAULT_PAGINATION"]
    before, _, after = file.removesuffix("index.html").partition("{number}")
    address = f"{quoted('/' + before)} | append: number | append: {quoted(after)}"
    return (
        PAGES.replace("MORE", str(each - 1))
        .replace("EACH", str(each))
        .replace("ENTRY", ENTRY % (address, ""))
    )


def quoted(text: str) -> str:
    """Return a text of Liquid; an address that is percent-encoded has no quotation marks."""
    return f'"{text}"'
