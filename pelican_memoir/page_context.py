"""Jinja's context, made lighter: a page includes some thirty templates, and Jinja would copy all settings for most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import BuiltinMethodType
from typing import Any

from jinja2 import Environment, Template
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.utils import missing


class PageContext(Context):
    """A context that makes only what is asked for."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: Mapping[str, Any],
        globals: Mapping[str, Any] | None = None,
    ) -> None:
        """Take what Jinja gives; its own constructor asks for the names of all globals."""
        self.parent = parent
        self.vars: dict[str, Any] = {}
        self.environment = environment
        self.exported_vars: set[str] = set()
        self.name = name
        self.blocks = {block: [function] for block, function in blocks.items()}
        self._globals = globals

    @cached_property
    def eval_ctx(self) -> EvalContext:  # type: ignore[override]
        """What filters ask of the environment."""
        return EvalContext(self.environment, self.name)

    @cached_property
    def globals_keys(self) -> set[str]:  # type: ignore[override]
        """The names of the template's globals, for templates that import others."""
        return set(self._globals or ())

    def resolve_or_missing(self, key: str) -> Any:
        """Return what a name stands for, `missing` where it stands for nothing."""
        if key in self.vars:
            return self.vars[key]
        return self.parent.get(key, missing)

    def call(self, /, obj: Any, *args: Any, **options: Any) -> Any:
        """Call what a template calls, as Jinja does; methods of Python's own kinds want nothing of the template."""
        if type(obj) is BuiltinMethodType and "_loop_vars" not in options and "_block_vars" not in options:
            return obj(*args, **options)
        return super().call(obj, *args, **options)

    def set_here(self, local: Mapping[str, Any]) -> dict[str, Any]:
        """Return what templates have set where another one is included, with the names that are local there."""
        found = self.vars.copy()
        for name, value in local.items():
            if value is not missing:
                found[name] = value
        return found

    def of_included(self, template: Template, names: dict[str, Any]) -> PageContext:
        """Return the context of a template that is included here, with the names that are set here.

        Of what Jinja makes one dictionary, they lie before those of the page.
        """
        made = type(self)(self.environment, self.parent, template.name, template.blocks, template.globals)
        made.vars = names
        return made


def included(context: Context, template: Template, local: Mapping[str, Any]) -> Iterator[str]:
    """Render a template inside another one, with its names and those that are local where it is included."""
    if isinstance(context, PageContext):
        return template.root_render_func(context.of_included(template, context.set_here(local)))
    return template.root_render_func(template.new_context(context.get_all(), True, local))
