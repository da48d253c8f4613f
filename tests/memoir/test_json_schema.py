"""The JSON Schema stays true to the model and to what memoirs give."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from memoir_posts import memoir

from pelican_memoir.memoir import json_schema


def test_the_file_is_the_schema_of_the_model() -> None:
    file = resources.files("pelican_memoir.memoir") / "memoir.schema.json"
    assert file.read_text(encoding="utf-8") == json_schema.text(), "remake it: see the module's docstring"


def test_a_memoir_satisfies_it() -> None:
    found = memoir(
        "## 1분기\n### 1) 대회 3등\n[글](a)\n## 2분기\n## 2023년 목표\n- 운동\n## Keep\n- a\n## Try\n- b"
    )
    schema = json_schema.json_schema()
    assert _problems(json.loads(json.dumps(found.to_dict())), schema, schema) == []


def test_it_tells_what_is_wrong() -> None:
    schema = json_schema.json_schema()
    data = memoir("## 1분기\n## 2분기").to_dict()
    data["periods"][0]["kind"] = "week"
    data["year"] = "2022"
    assert _problems(data, schema, schema) == ["/year: no alternative", "/periods/0/kind: not in enum"]


def _problems(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "") -> list[str]:
    """A validator for the few keywords that the schema uses."""
    if "$ref" in schema:
        return _problems(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root, path)
    if "anyOf" in schema:
        fits = any(not _problems(value, each, root, path) for each in schema["anyOf"])
        return [] if fits else [f"{path}: no alternative"]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{path}: not in enum"]
    if "const" in schema:
        return [] if value == schema["const"] else [f"{path}: not {schema['const']}"]
    kinds = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "boolean": bool,
        "null": type(None),
    }
    if not isinstance(value, kinds[schema["type"]]):
        return [f"{path}: no {schema['type']}"]
    if schema["type"] == "array":
        return [
            p for i, each in enumerate(value) for p in _problems(each, schema["items"], root, f"{path}/{i}")
        ]
    if schema["type"] == "object":
        assert set(schema["required"]) <= set(value), path
        assert set(value) <= set(schema["properties"]), path
        return [
            p
            for name, each in schema["properties"].items()
            for p in _problems(value[name], each, root, f"{path}/{name}")
        ]
    return []
