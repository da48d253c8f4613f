"""Comments below posts: whose service holds them, and when it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pelican_memoir.parameters import comments
from pelican_memoir.settings.checks import account, loading
from pelican_memoir.settings.setting import Check, setting

Options = dict[str, Any]


def options(service: str) -> Check:
    """Return the check of a service's options."""
    return lambda value: comments.options_of(service, value)


@dataclass(frozen=True)
class Comments:
    """The services that hold comments; a post's own `comments: false` goes before, a page wants `comments: true`."""

    giscus: Options = setting(
        {}, options("giscus"), "giscus: `repository`, `repository-id`, `category`, `category-id`, …"
    )
    utterances: Options = setting(
        {}, options("utterances"), "utterances: `repository`, `issue-term`, `theme`, `label`."
    )
    disqus: str = setting("", account, "Disqus: the forum's short name.")
    commentbox: str = setting("", account, "CommentBox.io: the project's id.")
    staticman: Options = setting(
        {}, options("staticman"), "Staticman: `repository`, `branch`, `endpoint`; a form, and no script."
    )
    facebook_comment_id: str = setting(
        "",
        account,
        "Without effect: Facebook's comments for other sites have ended. A warning says so.",
        ended="Facebook ended its comments for other sites on 10 February 2026",
    )
    comments_load: str = setting(
        "click",
        loading,
        "When comments are loaded from their service: `click`, on a page of their own that the reader opens, or"
        " `always`, in the post.",
    )
