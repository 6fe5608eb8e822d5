"""How a receiver changes Attributes of what it stores, in words."""

from __future__ import annotations

from dcsgen.base.content_words import CoercionChange, CoercionWhen
from dcsgen.builtin.match_rule._content import called, in_quotes
from dcsgen.model import Coercion

_VERBS = {
    CoercionChange.MODIFIED: "changes",
    CoercionChange.ADDED: "adds",
    CoercionChange.REMOVED: "removes",
}
_WHEN = {
    CoercionWhen.ALWAYS: "",
    CoercionWhen.CONFIGURATION: " if it is configured so",
    CoercionWhen.EXTERNAL: " by what another system says",
    CoercionWhen.OTHER: " at times",
    None: "",
}


def coerced(path: str, one: Coercion) -> str:
    """What is done with an Attribute, as the end of a sentence: `changes Patient ID if it is configured so: …`."""
    words = in_quotes(one.new_value, one.remark)
    return f"{_VERBS[one.change]} {called(path)}{_WHEN[one.when]}{f': {words}' if words else ''}"
