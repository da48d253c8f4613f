"""`pelican-memoir new YEAR`: writes a draft memoir from the blog itself.

Exit status: 0 the draft was written, 1 it was not (its file is there already, or the blog cannot be read), 2 the call
is wrong.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pelican_memoir.drafting import draft as drafts
from pelican_memoir.drafting.texts import Texts, UnknownLanguageError, languages, texts
from pelican_memoir.drafting.year import DIVISIONS, Division, division_of, last_memoir, planned, seen_from
from pelican_memoir.errors import MemoirError
from pelican_memoir.site.post import author_of, is_whole_year, year_of
from pelican_memoir.telling import relative_path

if TYPE_CHECKING:
    from pelican_memoir.drafting.blog import Blog

WRITTEN, NOT_WRITTEN, WRONG_CALL = 0, 1, 2
SETTINGS = "pelicanconf.py"
STANDARD_OUTPUT = "-"

# What ends the target of a Markdown link, or means something in an address; other letters stay readable.
_NOT_IN_A_LINK = re.compile(r"[\s()\[\]<>&%#?\\\"]")


def run(options: argparse.Namespace) -> int:
    """Write the draft that the options ask for, print where it is, and return the exit status."""
    settings_file, content = places(options)
    missing = wrong_call(options, settings_file, content)
    if missing:
        return tell(missing, WRONG_CALL)
    from pelican_memoir.drafting.blog import UnreadableBlogError, read  # late: it needs Pelican

    try:
        blog = read(settings_file, content)
        file, text = written(blog, options)
        if options.output == STANDARD_OUTPUT:
            print(text, end="")
            return WRITTEN
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as output:
            output.write(text)
    except UnknownLanguageError as error:
        return tell(f"{error}; choose one with --language", WRONG_CALL)
    except FileExistsError as error:
        return tell(f"{error.filename} is there already; nothing was written", NOT_WRITTEN)
    except (OSError, UnreadableBlogError, MemoirError) as error:
        return tell(str(error), NOT_WRITTEN)
    print(shown(file))
    return WRITTEN


def places(options: argparse.Namespace) -> tuple[Path | None, Path | None]:
    """Return the settings file and the folder of posts that the options name, or those that lie at hand."""
    content = Path(options.content) if options.content else None
    if options.settings:
        return Path(options.settings), content
    own = Path(SETTINGS)
    return (own if own.is_file() and content is None else None), content


def wrong_call(options: argparse.Namespace, settings_file: Path | None, content: Path | None) -> str:
    """Return what is wrong with the call, '' where nothing is."""
    if settings_file is None and content is None:
        return f"no {SETTINGS} is here; name the site's with --settings, or the posts with --content"
    if settings_file is not None and not settings_file.is_file():
        return f"{settings_file} is no file"
    if content is not None and not content.is_dir():
        return f"{content} is no folder"
    if options.language:
        try:
            texts(options.language)
        except UnknownLanguageError as error:
            return str(error)
    return ""


def written(blog: Blog, options: argparse.Namespace) -> tuple[Path, str]:
    """Return the file of the draft and its text. Raises `UnknownLanguageError`."""
    language = options.language or blog.language
    lang = lang_of(blog, language)
    author = options.author or author_meant(blog, lang, options.year)
    last = last_memoir(blog.posts, lang=lang, author=author, before=options.year)
    division: Division = options.by or division_of(last)
    its_texts = texts(language)
    draft = drafts.Draft(
        options.year,
        *periods_and_goals(
            blog, its_texts, planned(options.year, division, lang=lang, author=author), division
        ),
        language="" if lang == blog.lang else lang,
        author=options.author or "",
    )
    return file_of(blog, options, last, lang), drafts.markdown(draft, its_texts)


def lang_of(blog: Blog, language: str) -> str:
    """Return the tag that posts of a language have: the site's own where it is what the site is written in."""
    wanted, own = (each.replace("_", "-").split("-")[0].lower() for each in (language, blog.language))
    return blog.lang if wanted == own else language.replace("_", "-").lower()


def author_meant(blog: Blog, lang: str, year: int) -> str:
    """Return the site's author where they have a memoir, else whoever wrote the last one, '' where nobody did."""
    own = blog.author
    if own and last_memoir(blog.posts, lang=lang, author=own, before=year) is not None:
        return own
    last = last_memoir(blog.posts, lang=lang, author="", before=year)
    return author_of(last) if last is not None else ""


def periods_and_goals(
    blog: Blog, its_texts: Texts, year: Any, division: Division
) -> tuple[tuple[tuple[str, tuple[drafts.Line, ...]], ...], tuple[str, ...]]:
    """Return the headings of the periods with the posts of each, and the goals set for the year."""
    told = seen_from(year, blog.posts)
    names = its_texts.quarters if division == "quarters" else its_texts.months
    periods = tuple(
        (name, tuple(line(post, blog.folder) for post in told.posts.get(str(number), ())))
        for number, name in enumerate(names, 1)
    )
    return periods, tuple(item for goals in told.goals for item in goals.items)


def line(post: Any, folder: Path) -> drafts.Line:
    """Return a post as the draft lists it; `{filename}` is Pelican's link to the post's source, which it unquotes."""
    path = relative_path(post.source_path, str(folder))
    path = _NOT_IN_A_LINK.sub(lambda match: quote(match[0], safe=""), path)
    return drafts.Line(f"{post.date:%Y-%m-%d}", post.title, f"{{filename}}/{path}")


def file_of(blog: Blog, options: argparse.Namespace, last: Any | None, lang: str) -> Path:
    """Return the draft's file: beside the last memoir, else in `_posts`, else beside the newest post."""
    name = f"{options.year}-12-31-{options.year}-memoir.md"
    if options.output:
        output = Path(options.output)
        return output / name if output.is_dir() else output
    if last is not None:
        return Path(last.source_path).parent / name
    if (blog.folder / "_posts").is_dir():
        return blog.folder / "_posts" / name
    own = [post for post in blog.posts if post.lang == lang and not is_whole_year(post)]
    newest = max(own, key=lambda post: (year_of(post), post.date), default=None)
    return (Path(newest.source_path).parent if newest is not None else blog.folder) / name


def shown(file: Path) -> str:
    """Return a path as people know it: from the folder they are in, where the file is below it."""
    relative = os.path.relpath(file)
    return str(file) if relative.startswith(os.pardir) else relative


def tell(message: str, status: int) -> int:
    """Print what went wrong to standard error, and return the exit status."""
    print(f"pelican-memoir: {message}", file=sys.stderr)
    return status


def year(text: str) -> int:
    """Return a year of four digits. Raises `argparse.ArgumentTypeError`."""
    if not (text.isascii() and text.isdecimal() and 1900 <= int(text) <= 2999):
        raise argparse.ArgumentTypeError(f"expected a year such as 2024, got {text!r}")
    return int(text)


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "new",
        help="write a draft memoir of a year from the blog itself",
        description="Write a draft: the year's quarters, the posts published in each, last year's goals to answer."
        " It is not published until `published: false` is taken out. No file is ever overwritten.",
        epilog="Exit status: 0 the draft was written, 1 it was not, 2 the call is wrong.",
    )
    parser.add_argument("year", type=year, metavar="YEAR", help="the year to look back at")
    parser.add_argument("--settings", metavar="FILE", help=f"the site's settings (default: {SETTINGS})")
    parser.add_argument(
        "--content", metavar="PATH", help="the folder of the posts, for a blog without settings"
    )
    parser.add_argument(
        "--language", metavar="LANG", help=f"{', '.join(languages())} (default: the site's language)"
    )
    parser.add_argument(
        "--by", choices=DIVISIONS, help="the year's parts (default: those of the last memoir)"
    )
    parser.add_argument("--author", metavar="NAME", help="who writes it (default: who wrote the last one)")
    parser.add_argument(
        "--output", metavar="PATH", help="a file, a folder, or - (default: beside the last memoir)"
    )
    parser.set_defaults(run=run)
