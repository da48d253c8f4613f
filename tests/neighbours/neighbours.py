"""The plugins that are built beside ours, each with the settings that make it do its work."""

from __future__ import annotations

from typing import Any

NEIGHBOURS: dict[str, dict[str, Any]] = {
    "yaml_metadata": {},
    "series": {},
    "neighbors": {},
    "related_posts": {},
    "similar_posts": {"SIMILAR_POSTS_MIN_SCORE": 0.0},
    "tag_cloud": {},
    "share_post": {},
    "sitemap": {"SITEMAP": {"format": "xml"}},
    "seo": {"SEO_REPORT": True, "SEO_ENHANCER": True},
    "image_process": {"IMAGE_PROCESS": {"small": ["scale_in 100 100 True"]}},
    "featured_image": {},
    "read_more": {},
    "render_math": {},
    "webassets": {},
    "minify": {},
    "i18n_subsites": {"I18N_SUBSITES": {"en": {}}},  # our theme needs no extension of Jinja for its languages
}
