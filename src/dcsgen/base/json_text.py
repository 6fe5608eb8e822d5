"""Values as JSON for other programs."""

from __future__ import annotations

import json


def json_text(value: object) -> str:
    """Plain data and structs as indented JSON with a newline at the end; struct fields at their default are left out
    where the struct says so.

    It is readable text in UTF-8. Only if a file name in it is not, everything beyond ASCII is escaped, because
    JSON has no other way to hold such a name.
    """
    from msgspec import to_builtins

    plain = to_builtins(value)
    text = json.dumps(plain, ensure_ascii=False, indent=2)
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        text = json.dumps(plain, ensure_ascii=True, indent=2)
    return text + "\n"
