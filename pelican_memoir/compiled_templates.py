"""Templates as Jinja compiles them, shared by all generators of a build and kept for the next one.

Each of Pelican's generators has an environment of its own, which compiles the theme anew. What is kept lies where Jinja
itself keeps such files: in a folder of the user's own that nobody else may write to. It is code, so it is not in the
cache of the site, which people pass on and restore from elsewhere.
"""

from __future__ import annotations

import contextlib
import functools
import logging
from collections.abc import Callable
from functools import cached_property
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, Template
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context

from pelican_memoir import template_code
from pelican_memoir.incremental.fingerprints import digest
from pelican_memoir.incremental.site import SiteDigests
from pelican_memoir.page_context import PageContext

logger = logging.getLogger(__name__)


class CompiledTemplates(BytecodeCache):
    """The compiled templates of one site; its settings and our code take part besides a template's source."""

    def __init__(self, site: SiteDigests, folder: str, *, is_kept: bool) -> None:
        """Take what the site's pages have in common, its folder, and whether anything is kept for the next build."""
        self._site, self._folder = site, folder
        self._codes: dict[tuple[str, str], CodeType] = {}
        self._files: FileSystemBytecodeCache | None = None
        if is_kept:
            try:
                self._files = FileSystemBytecodeCache(pattern="__memoir_%s.cache")
            except (RuntimeError, OSError) as error:  # no folder is safe
                logger.debug("Compiled templates are not kept: %s", error)

    @cached_property
    def _common(self) -> str:
        return self._site.common  # asked for when all plugins have changed the settings

    def serve(self, environment: Environment) -> None:
        """Let an environment take its templates from here, unless its site has a bytecode cache of its own."""
        if environment.bytecode_cache is None and environment.code_generator_class is CodeGenerator:
            environment.bytecode_cache = self
            template_code.serve(environment)
            if environment.context_class is Context:
                environment.context_class = PageContext
            environment.optimized = False
            environment.get_template = _found_once(environment.get_template)  # type: ignore[method-assign]

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the key of a template; each site has its own, so that what is out of date is written over."""
        return digest((self._folder, name, filename or ""))

    def get_source_checksum(self, source: str) -> str:
        """Return the digest of all that a template is compiled from."""
        return digest((self._common, source))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, where it is known."""
        known = self._codes.get((bucket.key, bucket.checksum))
        if known is not None:
            bucket.code = known
        elif self._files is not None:
            try:
                self._files.load_bytecode(bucket)
            except Exception as error:  # whatever a broken file does to `pickle`
                bucket.reset()
                logger.debug("A compiled template is broken: %r", error)
            self._learn(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._learn(bucket)
        if self._files is not None:
            with contextlib.suppress(OSError):  # a full disk, a folder that was cleaned up
                self._files.dump_bytecode(bucket)

    def _learn(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


def _found_once(get_template: Callable[..., Template]) -> Callable[..., Template]:
    """Return `Environment.get_template`, but that a name is looked up once: a page includes some thirty templates."""
    found: dict[str, Template] = {}

    @functools.wraps(get_template)
    def get(name: Any, parent: str | None = None, globals: Any = None) -> Template:
        if globals or type(name) is not str:
            return get_template(name, parent, globals)
        template = found.get(name)
        if template is None:
            template = found[name] = get_template(name, parent)
        return template

    return get
