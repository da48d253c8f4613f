"""The one table of filters that the theme's templates use."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from pelican_memoir.memoir.quarters import quarter_of
from pelican_memoir.parameters.addresses import on_site
from pelican_memoir.theming import (
    columns,
    contents,
    dates,
    fields,
    held_comments,
    labels,
    linked_data,
    order,
    outcomes,
    parameters,
    periods,
    purposes,
    reachable,
    reading,
    silhouette,
    tiles,
)

FILTERS: dict[str, Callable[..., Any]] = {
    "memoir_label": labels.label,
    "memoir_counted": labels.counted,
    "memoir_language": labels.language_name,
    "memoir_date": parameters.date_as_set,
    "memoir_dated": dates.date_of,
    "memoir_day": dates.day_text,
    "memoir_year": dates.year_text,
    "memoir_archive": dates.archive_text,
    "memoir_months": dates.months_text,
    "memoir_period": periods.period_label,
    "memoir_period_months": periods.period_detail,
    "memoir_in_language": fields.in_language,
    "memoir_quarter": quarter_of,
    "memoir_navigation": periods.navigation,
    "memoir_navigation_name": periods.navigation_name,
    "memoir_columns": columns.columns,
    "memoir_silhouette": silhouette.silhouette,
    "memoir_contents": contents.contents,
    "memoir_tiles": tiles.tiles,
    "memoir_endings": outcomes.endings,
    "memoir_best": outcomes.best,
    "memoir_reachable": reachable.reachable,
    "memoir_purposes": purposes.purposes,
    "memoir_minutes": reading.reading_minutes,
    "memoir_plain": reading.plain_text,
    "memoir_title": reading.title_text,
    "memoir_document_title": reading.document_title,
    "memoir_telling": reading.telling_text,
    "memoir_told": reading.told,
    "memoir_short": reading.told_briefly,
    "memoir_field": fields.front_matter,
    "memoir_address": fields.address,
    "memoir_picture": fields.picture,
    "memoir_image": fields.image_address,
    "memoir_linked_data": linked_data.linked_data,
    "memoir_by_name": order.by_name,
    "memoir_id": fields.fragment_id,
    "memoir_words": reading.words,
    "memoir_link": on_site,
    "memoir_parameter": parameters.parameter,
    "memoir_parameter_sheets": parameters.parameter_sheets,
    "memoir_profiles": parameters.profiles,
    "memoir_badges": parameters.badges,
    "memoir_shares": parameters.shares,
    "memoir_discussions": parameters.discussions,
    "memoir_site_discussions": parameters.site_discussions,
    "memoir_has_comments": parameters.has_comments,
    "memoir_held_comments": held_comments.held_comments,
    "memoir_staticman": parameters.staticman_address,
    "memoir_visit_counters": parameters.visit_counters,
    "memoir_json": parameters.as_json,
    "memoir_own_partials": parameters.own_partials,
    "memoir_include": parameters.include,
}
"""Filter name -> function; `filters` gives them to a site. The prefix keeps off the filters of a site."""


def filters(own: labels.Catalogues) -> dict[str, Callable[..., Any]]:
    """The filters for a site whose owner has catalogues of their own; without any, the very table."""
    return {name: _speaking(function, own) for name, function in FILTERS.items()} if own else FILTERS


def _speaking(function: Callable[..., Any], own: labels.Catalogues) -> Callable[..., Any]:
    @functools.wraps(function)
    def call(*values: Any, **named: Any) -> Any:
        with labels.speaking(own):
            return function(*values, **named)

    return call
