"""Values as JSON for other programs."""

from __future__ import annotations


def json_text(value: object) -> str:
    """Plain data and structs as indented JSON with a newline at the end; struct fields at their default are left out
    where the struct says so.

    It is readable text in UTF-8. Only if a file name in it is not, everything beyond ASCII is escaped, because
    JSON has no other way to hold such a name.
    """
    from msgspec import json, to_builtins

    try:
        return json.format(json.encode(value), indent=2).decode() + "\n"
    except UnicodeEncodeError:
        from json import dumps

        return dumps(to_builtins(value), ensure_ascii=True, indent=2) + "\n"
