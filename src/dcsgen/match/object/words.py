"""The sentence that says what becomes of an object."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Outcome
from dcsgen.base.object_fate import Fate, ObjectFate, StatusAnswer
from dcsgen.base.text import listed
from dcsgen.base.words import StatusClass

_COUNTED = {
    Fate.USED: "used",
    Fate.CHECKED: "checked only",
    Fate.TRUNCATED: "truncated",
    Fate.NOT_TAKEN: "not taken as sent",
    Fate.DEFAULTED: "filled by default",
    Fate.IGNORED: "ignored",
    Fate.NOT_LISTED: "not listed in the mapping",
}


def sentence(fate: ObjectFate, receiver: str) -> str:
    """One sentence: whether the receiver stores it, with which status, and how many Attributes are used."""
    if fate.outcome is Outcome.FAILS:
        return _refused(fate, receiver)
    if fate.outcome is Outcome.CANNOT_TELL:
        return f"It cannot be told whether {receiver} stores it: {_open(fate)}."
    status = fate.status or StatusAnswer()
    counted = listed([f"{number} {words}" for number, words in _counts(fate)], "and")
    if status.code:
        said = f"with status {status.code}" + (f" (or {listed(status.others, 'or')})" if status.others else "")
    else:
        said = "with a status that is not stated"
    held = _conditions(fate.conditions)
    return f"{receiver} stores it {said}{held}{': ' if counted else ''}{counted}."


def _refused(fate: ObjectFate, receiver: str) -> str:
    if fate.status is None or fate.status.status_class is not StatusClass.FAILURE:
        reason = next(one for one in fate.reasons if one.outcome is Outcome.FAILS)
        return f"{receiver} does not get it: {reason.message}."
    code = f"with status {fate.status.code}" if fate.status.code else "with a status that is not stated"
    number = sum(trouble.outcome is Outcome.FAILS for one in fate.attributes for trouble in one.troubles) - 1
    more = f"; {number} more {'reasons' if number > 1 else 'reason'} to refuse it" if number else ""
    return f"{receiver} refuses it {code}: {fate.status.because}{more}."


def _open(fate: ObjectFate) -> str:
    reasons = [one.message for one in fate.reasons if one.outcome is Outcome.CANNOT_TELL]
    troubles = [
        f"{one.name or one.path} {trouble.message}, and {trouble.missing or 'what follows'} is not stated"
        for one in fate.attributes
        for trouble in one.troubles
        if trouble.outcome is Outcome.CANNOT_TELL
    ]
    found = [*reasons, *troubles]
    return found[0].rstrip(".") + (f"; {len(found) - 1} more cannot be told" if len(found) > 1 else "")


def _conditions(number: int) -> str:
    if not number:
        return ""
    return f", if {number} condition{'s' if number > 1 else ''} in words {'hold' if number > 1 else 'holds'}"


def _counts(fate: ObjectFate) -> Iterator[tuple[int, str]]:
    first = True
    for one, words in _COUNTED.items():
        number = fate.counts.get(one.value, 0)
        if number:
            noun = "" if not first else "Attribute is " if number == 1 else "Attributes are "
            yield number, f"{noun}{words}"
            first = False
