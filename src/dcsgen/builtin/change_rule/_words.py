"""Words for the sentences of change rules: what a change is about, where it is, what was and what is."""

from __future__ import annotations

from dcsgen.base.text import listed, quoted, scalar
from dcsgen.plugin import Action, Change, Sides, Subject

LONGEST = 60

DEFAULT_TRANSFER_SYNTAX = "1.2.840.10008.1.2"
"""Implicit VR Little Endian, which every Application Entity supports (PS3.5 10.1)."""

_SAID = {
    Action.ADDED: "is new",
    Action.REMOVED: "is gone",
    Action.WIDENED: "is wider",
    Action.NARROWED: "is narrower",
    Action.RAISED: "is more",
    Action.LOWERED: "is less",
    Action.CHANGED: "is another one",
    Action.RENAMED: "has another name",
    Action.MOVED: "stands elsewhere",
    Action.STATED: "was not stated and is now",
    Action.UNSTATED: "was stated and is no longer",
}


def name(change: Change) -> str:
    """What the thing is called: as the standard or the author names it, else its key."""
    value = change.after if change.after is not None else change.before
    for field in ("name", "title"):
        found = getattr(value, field, "")
        if not change.field and isinstance(found, str) and found:
            return found
    return change.key


def where(change: Change) -> str:
    """The record in which the change is: `the service "storage"`."""
    path = change.path
    if len(path) < 2:
        return "the description"
    return f"{_singular(str(path[0]))} {quoted(str(path[1]))}"


def service(change: Change, sides: Sides) -> str:
    """The service in which the change is, with its Application Entity."""
    record = sides.around(change)
    return f"{where(change)} of {record.application_entity}" if record is not None else where(change)


def sop_classes(change: Change, sides: Sides) -> str:
    """The SOP Classes of the service in which the change is; of many, how many there are."""
    record = sides.around(change)
    names = [sop_class.name for sop_class in record.sop_classes] if record is not None else []
    return listed(names, "and") if len(names) < 3 else f"{len(names)} SOP Classes"


def attribute(change: Change) -> str:
    """The Attribute that the change is about, by the standard's name and its Tag."""
    value = change.after if change.after is not None else change.before
    known = getattr(value, "name", "") if not change.field else ""
    tag = getattr(value, "tag", "") if known else ""
    path = change.path[:-1] if change.field else change.path
    return f"{known} {tag}" if known and tag else str(path[-1])


def from_to(change: Change) -> str:
    """`from 3 to 2`."""
    return f"from {shown(change.before)} to {shown(change.after)}"


def shown(value: object) -> str:
    """A value in a sentence: short, lists by their items, records by their names."""
    if isinstance(value, tuple):
        return listed([shown(each) for each in value], "and") or "nothing"
    if isinstance(value, dict):
        return listed(list(value), "and") or "nothing"
    text = getattr(value, "name", None) or getattr(value, "title", None) or getattr(value, "uid", None)
    if text is None and hasattr(value, "__struct_fields__"):
        return "what it is"
    if value is None or value == "":
        return "nothing"
    said = str(text) if text is not None else scalar(value)
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def in_general(change: Change, sides: Sides) -> str:
    """A sentence for any change."""
    subject = str(change.subject).replace("_", " ")
    here = f" in {where(change)}" if len(change.path) > 2 else ""
    if change.action is Action.RENAMED:
        return f"the {subject} {quoted(change.before)} is now called {quoted(change.after)}"
    if not change.field:
        what = f"the {subject} {quoted(name(change))}" if len(change.path) > 1 else f"the {subject}"
        return f"{what} {_SAID[change.action]}{here}"
    key = change.field.replace("_", " ")
    of = "" if len(change.path) <= 2 else f" of the {subject} {quoted(change.key)}" if len(change.path) > 3 else ""
    place = here or f" of the {subject}"
    if change.words or change.action in (Action.STATED, Action.UNSTATED):
        said = "is worded otherwise" if change.action is Action.CHANGED else _SAID[change.action]
        return f"{quoted(key)}{of} {said}{place}"
    return f"{quoted(key)}{of} goes {from_to(change)}{place}"


def _singular(collection: str) -> str:
    return {
        "application_entities": "the Application Entity",
        "real_world_activities": "the Real-World Activity",
        "services": "the service",
        "media": "the media service",
        "web_services": "the web service",
        "iods": "the applied IOD",
        "attribute_mappings": "the attribute mapping",
    }.get(collection, collection.replace("_", " "))


def of_another_entity(change: Change, sides: Sides) -> bool:
    """Whether a thing that moved belongs to another Application Entity now, which has not only another name."""
    before, after = sides.before(change), sides.after(change)
    if before is None or after is None:
        return True
    was, is_now = before.application_entity, after.application_entity
    return was != is_now and was in sides.new.application_entities


def loses_sop_classes(change: Change) -> bool:
    """Whether SOP Classes are gone together with a service that is gone."""
    return any(echo.subject is Subject.SOP_CLASS and echo.action is Action.REMOVED for echo in change.echoes)
