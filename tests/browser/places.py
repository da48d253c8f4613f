"""The pages of the sample site that stand for all others in the browser tests."""

from __future__ import annotations

MEMOIRS = [
    "/2020-12-31-2020-memoir/",
    "/2022-12-31-2022-memoir/",
    "/2022-12-31-daon-retrospect/",
    "/2023-07-02-daon-first-half/",
    "/2023-12-31-2023-memoir/",
    "/en/2023-12-30-2023-in-review/",
    "/ja/2022-12-31-2022-matome/",
    "/zh/2023-12-31-2023-zongjie/",
]
OTHERS = [
    "/",
    "/2021-02-14-tide-csv/",
    "/2022-05-28-loss-functions/",
    "/404.html",
    "/about/",
    "/archives.html",
    "/authors.html",
    "/kitchen-sink/",
    "/tags/",
    "/timeline-en.html",
    "/timeline.html",
]
PLACES = [*MEMOIRS, *OTHERS]
