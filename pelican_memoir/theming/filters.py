"""The one table of filters that the theme's templates use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pelican_memoir.theming import (
    columns,
    contents,
    dates,
    fields,
    labels,
    linked_data,
    outcomes,
    periods,
    reachable,
    reading,
    silhouette,
    tiles,
)

FILTERS: dict[str, Callable[..., Any]] = {
    "memoir_label": labels.label,
    "memoir_counted": labels.counted,
    "memoir_language": labels.language_name,
    "memoir_date": dates.date_text,
    "memoir_day": dates.day_text,
    "memoir_year": dates.year_text,
    "memoir_archive": dates.archive_text,
    "memoir_months": dates.months_text,
    "memoir_period": periods.period_label,
    "memoir_period_months": periods.period_detail,
    "memoir_in_language": fields.in_language,
    "memoir_quarter": periods.quarter_of,
    "memoir_navigation": periods.navigation,
    "memoir_columns": columns.columns,
    "memoir_silhouette": silhouette.silhouette,
    "memoir_contents": contents.contents,
    "memoir_tiles": tiles.tiles,
    "memoir_endings": outcomes.endings,
    "memoir_best": outcomes.best,
    "memoir_reachable": reachable.reachable,
    "memoir_minutes": reading.reading_minutes,
    "memoir_plain": reading.plain_text,
    "memoir_document_title": reading.document_title,
    "memoir_telling": reading.telling_text,
    "memoir_short": reading.shortened,
    "memoir_field": fields.front_matter,
    "memoir_address": fields.address,
    "memoir_image": fields.image_address,
    "memoir_linked_data": linked_data.linked_data,
    "memoir_id": fields.fragment_id,
}
"""Filter name -> function; the plugin registers them all. The prefix keeps off the filters of a site."""
