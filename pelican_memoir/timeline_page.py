"""The generator of the page over all years."""

from __future__ import annotations

import logging
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound

logger = logging.getLogger(__name__)


class TimelineGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes `MEMOIR_TIMELINE_SAVE_AS` where the site has memoirs and the theme a template `timeline`."""

    def generate_output(self, writer: Any) -> None:
        """Write the page."""
        save_as = self.settings["MEMOIR_TIMELINE_SAVE_AS"]
        if not save_as or not self.context.get("memoir_timeline"):
            return
        try:
            template = self.get_template("timeline")
        except PelicanTemplateNotFound:
            logger.debug("the theme has no template for the timeline")
            return
        url = self.settings["MEMOIR_TIMELINE_URL"]
        writer.write_file(
            save_as,
            template,
            self.context,
            self.settings["RELATIVE_URLS"],
            override_output=True,
            url=url,
            page_name="timeline",
        )
