"""What other plugins find in the front matter."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.settings.checks import text
from pelican_memoir.settings.setting import WrongSettingError, expected, setting

READ_BY_OTHERS = (
    "series",
    "series_index",
    "related_posts",
    "image",
    "noindex",
    "disallow",
    "external_canonical",
)
"""Keys that plugins which people use beside ours read."""
# Names by which Pelican's content, or its readers, know something else.
TAKEN = {
    *(
        "allowed_statuses",
        "content",
        "default_template",
        "filename",
        "front_matter",
        "get_content",
        "get_summary",
    ),
    *("in_default_lang", "locale_date", "mandatory_properties", "memoir", "metadata", "override_save_as"),
    *("override_url", "reader", "refresh_metadata_intersite_links", "relative_dir", "relative_source_path"),
    *("settings", "source_path", "timezone", "translations", "url_format", "valid_save_as", "valid_status"),
}


def metadata_names(value: object) -> tuple[str, ...]:
    """Accept a list of front-matter keys that Pelican's metadata can bear."""
    if not isinstance(value, (list, tuple)):
        raise expected("a list of front-matter keys", value)
    for name in value:
        if not text(name) or name in TAKEN or name.startswith("_"):
            raise WrongSettingError(f"Pelican needs the name {name!r} for itself")
    return tuple(value)


@dataclass(frozen=True)
class OtherPlugins:
    """What is handed on to other plugins."""

    metadata: tuple[str, ...] = setting(
        READ_BY_OTHERS,
        metadata_names,
        "Front-matter keys that other plugins read: they become Pelican's metadata too, as text, a list with commas.",
    )
