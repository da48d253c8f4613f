"""Stand-ins for Flex and Elegant, which no package registry has: only what our two lines have to do with.

They have the blocks of those themes' `base.html` and `article.html` and, in the block of the post, what stands around
the text: Flex's header and tags, Elegant's columns, its table of contents, and its aside behind the text.
"""

from __future__ import annotations

from pathlib import Path

_FLEX = {
    "base.html": """<!DOCTYPE html>
<html lang="{{ DEFAULT_LANG }}">
<head>
<meta charset="utf-8">
{% block meta %}<meta name="author" content="{{ AUTHOR }}">{% endblock %}
<title>{{ SITENAME }}{% block title %}{% endblock %}</title>
</head>
<body>
<aside>{% for page in pages %}<a href="{{ SITEURL }}/{{ page.url }}">{{ page.title }}</a>{% endfor %}</aside>
<main>
{% block content %}
{% endblock %}
<footer>{{ SITENAME }}</footer>
</main>
{% block additional_js %}{% endblock %}
</body>
</html>
""",
    "article.html": """{% extends "base.html" %}
{% block meta %}<meta name="description" content="{{ article.summary|striptags }}">{% endblock %}
{% block title %} &ndash; {{ article.title|striptags }}{% endblock %}
{% block content %}
<article class="single">
  <header><h1 id="{{ article.slug }}">{{ article.title }}</h1><p>{{ article.locale_date }}</p></header>
  <div>
    {{ article.content }}
  </div>
  <div class="tag-cloud"><p>
  {% for tag in article.tags %}<a href="{{ SITEURL }}/{{ tag.url }}">{{ tag }}</a>{% endfor %}
  </p></div>
</article>
{% endblock %}
""",
}
_ELEGANT = {
    "base.html": """<!DOCTYPE html>
<html lang="{{ DEFAULT_LANG }}">
<head>
<meta charset="utf-8">
{% if article and article.author %}<meta name="author" content="{{ article.author }}">
{% elif page and page.author %}<meta name="author" content="{{ page.author }}">{% endif %}
<meta name="description" content="{% block head_description %}{{ SITENAME|e }}{% endblock head_description %}">
{% block meta_tags_in_head %}{% endblock meta_tags_in_head %}
<title>{% block title %}{{ SITENAME|striptags|e }}{% endblock title %}</title>
{% block head_links %}{% endblock head_links %}
{% block feed_links %}{% endblock feed_links %}
</head>
<body>
<nav>
{% for p in pages %}<a{% if p == page %} class="active"{% endif %} href="{{ p.url }}">{{ p.title }}</a>{% endfor %}
</nav>
<div class="container-fluid"><div class="row-fluid"><div class="span10">
{% block content %}
{% endblock content %}
</div></div></div>
{% block script %}{% endblock script %}
</body>
</html>
""",
    "article.html": """{% extends "base.html" %}
{% block title %}{{ article.title|striptags|e }} · {{ super() }}{% endblock title %}
{% block head_description %}{{ article.summary|striptags|e }}{% endblock head_description %}
{% block content %}
<article>
<div class="row-fluid">
<header class="page-header"><h1><a href="{{ SITEURL }}/{{ article.url }}">{{ article.title }}</a></h1></header>
</div>
<div class="row-fluid">
{% if article.toc %}
<div class="span2 table-of-content"><nav><h4>Contents</h4>{{ article.toc }}</nav></div>
{% endif %}
<div class="span8 article-content">
{% for other in article.translations %}<a href="{{ SITEURL }}/{{ other.url }}">{{ other.lang }}</a>{% endfor %}
{{ article.content }}
<hr>
<aside><nav><ul class="articles-timeline">
{% if article.prev_article %}
<li><a href="{{ SITEURL }}/{{ article.prev_article.url }}">{{ article.prev_article.title }}</a></li>
{% endif %}
</ul></nav></aside>
</div>
<section><h4>Published</h4><time datetime="{{ article.date.isoformat() }}">{{ article.locale_date }}</time></section>
</div>
</article>
{% endblock content %}
{% block script %}{{ super() }}{% endblock script %}
""",
}
STAND_INS = {"flex": _FLEX, "elegant": _ELEGANT}


def stand_in(name: str, folder: Path) -> str:
    """Write the stand-in of a theme below a folder, and return its path; what it lacks is Pelican's `simple`."""
    theme = folder / name
    (theme / "static").mkdir(parents=True)
    (theme / "templates").mkdir()
    for file, text in STAND_INS[name].items():
        (theme / "templates" / file).write_text(text, encoding="utf-8")
    return str(theme)
