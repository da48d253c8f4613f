"""Real blogs as they are moved, comments and all: their pages give a policy without any script nothing to stop."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import POLICY, StrictHandler, serve
from visiting import WATCH, visit

from pelican_memoir import cli

BLOGS = {"jerife": "beautiful-jekyll", "pebpung": "pebpung-github-io"}
"""Each blog and its forum at Disqus."""
MEMOIRS = {"jerife": "/2021-12-31-2021end/", "pebpung": "/engineering/2022/12/31/Retrospect.html"}
DISQUS = """
const told = { page: {} };
window.disqus_config.call(told);
document.getElementById("disqus_thread").textContent = told.page.url;
"""
OWN_PAGES = ("search", "comments")
"""What has a policy of its own."""


class PublishedHandler(StrictHandler):
    """Serves a moved blog as its host should: the page of comments with what the service needs."""

    def end_headers(self) -> None:
        """Choose the policy of the page."""
        if self.path.startswith("/comments"):
            self.policy = f"{POLICY}; script-src 'self' https://*.disqus.com"
        super().end_headers()


@pytest.fixture(scope="module", params=BLOGS)
def moved(request: pytest.FixtureRequest, corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A blog's name and the output of its new site, with the settings that `migrate` wrote."""
    site = tmp_path_factory.mktemp("moved") / request.param
    assert cli.main(["migrate", str(corpus / "blogs" / request.param), str(site)]) == 0
    command = [sys.executable, "-m", "pelican", "-o", "output"]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return request.param, site / "output"


def addresses(site: Path) -> Iterator[str]:
    """The paths of the pages that the policy of all is for."""
    for file in sorted(site.rglob("*.html")):
        if not file.name.startswith(OWN_PAGES):
            yield "/" + file.relative_to(site).as_posix().removesuffix("index.html")


@pytest.mark.slow
def test_no_page_gives_the_policy_anything_to_stop(browser: Any, moved: tuple[str, Path]) -> None:
    name, site = moved
    stopped: dict[str, Any] = {}
    with serve(site) as home:
        context = browser.new_context(reduced_motion="reduce")
        context.add_init_script(WATCH)
        page = context.new_page()
        # Pictures that lie elsewhere are allowed; a test asks nobody else for them.
        page.route(lambda url: not url.startswith(home), lambda route: route.abort())
        seen = list(addresses(site))
        with_comments = 0
        for path in seen:
            page.goto(home + path, wait_until="load")
            with_comments += page.locator(".comments-open").count()
            if found := page.evaluate("window.violations"):
                stopped[path] = found
        page.goto(f"{home}/comments.html", wait_until="load")
        assert page.evaluate("window.violations"), "what is stopped is seen"
        context.close()
    assert MEMOIRS[name] in seen
    assert with_comments > 30
    assert stopped == {}


@pytest.mark.slow
def test_comments_are_opened_under_a_policy_of_their_own(browser: Any, moved: tuple[str, Path]) -> None:
    name, site = moved
    script = f"https://{BLOGS[name]}.disqus.com/embed.js"
    with serve(site, base=PublishedHandler) as home, visit(browser, home, "/404.html") as seen:
        asked: list[str] = []

        def answer(route: Any) -> None:
            asked.append(route.request.url)
            route.fulfill(content_type="text/javascript", body=DISQUS)

        seen.page.route(lambda url: not url.startswith(home), lambda route: route.abort())
        seen.page.route("https://*.disqus.com/**", answer)
        seen.page.goto(home + MEMOIRS[name])
        assert asked == []
        seen.page.locator(".comments-open").focus()
        seen.page.keyboard.press("Enter")
        thread = seen.page.locator("#disqus_thread", has_text=home)
        thread.wait_for()
        assert thread.inner_text() == home + MEMOIRS[name]
        assert asked == [script]
        assert seen.violations() == []
        seen.page.locator(".page-header a").click()
        assert seen.page.url == home + MEMOIRS[name]
