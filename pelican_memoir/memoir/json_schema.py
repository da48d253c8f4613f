"""The JSON Schema of the model, made from its dataclasses; `memoir.schema.json` beside this module is its text.

python -m pelican_memoir.memoir.json_schema > pelican_memoir/memoir/memoir.schema.json
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
import typing
from typing import Any

from pelican_memoir.memoir.model import SCHEMA, Memoir

_PLAIN: dict[type, str] = {str: "string", int: "integer", bool: "boolean"}


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of what `Memoir.to_dict` gives."""
    definitions: dict[str, Any] = {}
    _define(Memoir, definitions)
    memoir = definitions.pop("Memoir")
    memoir["properties"] = {"schema": {"const": SCHEMA}, **memoir["properties"]}
    memoir["required"] = ["schema", *memoir["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Memoir",
        **memoir,
        "$defs": dict(sorted(definitions.items())),
    }


def text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _define(cls: type, definitions: dict[str, Any]) -> None:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls)]
    definitions[cls.__name__] = {}
    definitions[cls.__name__] = {
        "type": "object",
        "description": (cls.__doc__ or "").split("\n\n")[0].replace("\n    ", " ").strip(),
        "properties": {name: _schema(hints[name], definitions) for name in names},
        "required": names,
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [_schema(argument, definitions) for argument in arguments]}
    if hint is type(None):
        return {"type": "null"}
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if hint.__name__ not in definitions:
        _define(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


if __name__ == "__main__":
    sys.stdout.write(text())
