"""Words for the sentences of change rules: what a change is about, where it is, what was and what is."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from dcsgen.base.text import in_words, listed, quoted, scalar
from dcsgen.plugin import Action, Change, Sides, Subject

LONGEST = 60

MOST = 4
"""So many items of a list are named in a sentence about what was not stated before."""

DEFAULT_TRANSFER_SYNTAX = "1.2.840.10008.1.2"
"""Implicit VR Little Endian, which every Application Entity supports (PS3.5 10.1)."""

_ZERO_IS_NO_LIMIT = ("max_pdu_received", "max_pdu_sent", "invoked", "performed")
"""Sizes of which 0 is the largest (PS3.8 D.1, PS3.7 D.3.3.3)."""

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
    return (_own_name(value) if not change.field else "") or change.key


def where(change: Change) -> str:
    """The record in which the change is (`the service "storage"`), or the part of the description."""
    path = change.path
    collection = str(path[0])
    if collection not in _COLLECTIONS or len(path) < 2:
        article = "the " if collection in ("product", "document", "configuration") else ""
        return f"{article}{collection.replace('_', ' ')}"
    return f"{_COLLECTIONS[collection]} {quoted(str(path[1]))}"


def service(change: Change, sides: Sides) -> str:
    """The service in which the change is, with its Application Entity."""
    record = sides.around(change)
    return f"{where(change)} of {record.application_entity}" if record is not None else where(change)


def transaction(change: Change) -> str:
    """The transaction of a web service in which the change is, or the web service for what all have in common."""
    path = change.path
    inside = len(path) > 3 and path[2] == "transactions"
    return f"the transaction {path[3]} of {where(change)}" if inside else where(change)


def is_asked_for(change: Change) -> bool:
    """Whether an origin server asks for it in requests."""
    return "request_attributes" in change.path and "origin_server" in change.roles


def operation(change: Change) -> str:
    """The operation of a service in which the change is, by its name in the description."""
    return f"the operation {quoted(str(change.path[3]))}"


def protection(change: Change) -> str:
    """What is said of security in the record where the change is: its group, and its name in the description."""
    group, key = change.path[1:3]
    known = "de-identification" if group == "de_identification" else str(group).replace("_", " ")
    return f"{known} {quoted(str(key))}"


def sop_classes(change: Change, sides: Sides) -> str:
    """The SOP Classes of the service in which the change is; of many, how many there are."""
    record = sides.around(change)
    names = [sop_class.name for sop_class in record.sop_classes] if record is not None else []
    return listed(names, "and") if len(names) < 3 else f"{len(names)} SOP Classes"


def attribute(change: Change) -> str:
    """The Attribute that the change is about, by the standard's name and its Tag; inside a Sequence by that, too."""
    value = change.after if change.after is not None else change.before
    known = getattr(value, "name", "") if not change.field else ""
    tag = getattr(value, "tag", "") if known else ""
    path = str((change.path[:-1] if change.field else change.path)[-1])
    sequence = path.rpartition(".")[0]
    return (f"{known} {tag}" + (f" of {sequence}" if sequence else "")) if known and tag else path


def from_to(change: Change) -> str:
    """`from 3 to 2`; a list that is empty because it has no limit is `all`, a number that means so `no limit`."""
    return f"from {_end(change.before, change)} to {_end(change.after, change)}"


def _end(value: object, change: Change) -> str:
    if not value and change.action in (Action.NARROWED, Action.WIDENED):
        return "all"
    return "no limit" if value == 0 and change.field in _ZERO_IS_NO_LIMIT else shown(value)


def ranges(change: Change) -> str:
    """`from 0 – 50 to 0 – 100`; an end that is open is left out."""
    before, after = (
        " – ".join("" if end is None else scalar(end) for end in each) for each in (change.before, change.after)
    )
    return f"from {before.strip()} to {after.strip()}"


def writes(change: Change) -> bool:
    """Whether it is in what is said of objects that the product creates."""
    return change.path[0] in ("iods", "common_modules", "common_functional_groups", "private_attributes", "templates")


def sort_of(change: Change) -> str:
    """What an item of a list is, by the name of the list: one of `bit_depths` is a bit depth."""
    return str(change.path[-2]).removesuffix("s").replace("_", " ")


def shown(value: object) -> str:
    """A value in a sentence: short, lists by their items, records by their names."""
    if isinstance(value, tuple):
        return listed([shown(each) for each in value], "and") or "none"
    if isinstance(value, dict):
        return listed(list(value), "and") or "none"
    if value is None or value == "":
        return "nothing"
    if isinstance(value, Struct):
        return _own_name(value) or "what it is"
    said = scalar(value).replace("_", " ") if isinstance(value, StrEnum) else scalar(value)
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def _own_name(value: object) -> str:
    """What a record calls itself; empty for anything else."""
    if not isinstance(value, Struct):
        return ""
    return next((found for field in ("name", "title", "id") if (found := getattr(value, field, ""))), "")


def in_general(change: Change, sides: Sides) -> str:
    """A sentence for any change."""
    subject = _SUBJECTS.get(change.subject, str(change.subject).replace("_", " "))
    here = f" in {where(change)}" if len(change.path) > 2 else ""
    if change.action is Action.RENAMED:
        return f"the {subject} {quoted(change.before)} is now called {quoted(change.after)}"
    if not change.field:
        what = f"the {subject} {quoted(name(change))}" if len(change.path) > 1 else f"the {subject}"
        return f"{what}{_of_part(change)} {_SAID[change.action]}{here}"
    key = quoted(in_words(change.field))
    # The subject of a collection is what its items are, not what has it.
    several = _is_collection(_told(change))
    owner = quoted(change.key) if several else f"the {subject} {quoted(change.key)}"
    of = f" of {owner}" if len(change.path) > 3 and change.subject not in _SINGLE else ""
    if change.subject in _SINGLE:
        of = "".join(f" as {role}" for role in change.roles if role in ("acceptor", "initiator"))
    place = here or (f" in {where(change)}" if several else f" of the {subject}")
    if len(change.path) == 1:
        # All records of the description: nothing else is around them.
        place = ""
    if change.words or change.action in (Action.STATED, Action.UNSTATED):
        said = "is worded otherwise" if change.action is Action.CHANGED else _SAID[change.action]
        return f"{key}{of}{place} {said}{'' if change.words else _what(_told(change))}"
    return f"{key}{of}{place} goes {from_to(change)}"


def _of_part(change: Change) -> str:
    """The part of a record in whose list or map the thing is; empty if it is in one of the record itself."""
    own = 4 if str(change.path[0]) in _COLLECTIONS else 3
    return f" of {quoted(str(change.path[-3]))}" if len(change.path) > own + 1 else ""


def _told(change: Change) -> object:
    """What one side alone says, or the new one."""
    return change.before if change.action is Action.UNSTATED else change.after


def _is_collection(value: object) -> bool:
    """Whether it is a map or a list of things, not the two ends of a range."""
    return isinstance(value, dict) or (
        isinstance(value, tuple) and all(isinstance(each, str | Struct) for each in value)
    )


def _what(told: object) -> str:
    """What was or is stated, behind a colon; of many things the first ones. Empty for what has no short form."""
    if isinstance(told, dict | tuple) and len(told) > MOST:
        return f": {', '.join(shown(each) for each in list(told)[:MOST])} and {len(told) - MOST} more"
    return "" if isinstance(told, Struct) and not _own_name(told) else f": {shown(told)}"


_SINGLE = {
    Subject.ASSOCIATION,
    Subject.ASSOCIATION_LIMIT,
    Subject.ASYNCHRONOUS_WINDOW,
    Subject.CHARACTER_SETS,
    Subject.CIPHER_SUITE,
    Subject.COMMUNICATION_FAILURE,
    Subject.FILE_META_INFORMATION,
    Subject.SECURITY_PROFILE,
    Subject.SOP_CLASS,
    Subject.TARGET,
}
"""What a record has one of, or a list that is named by its key."""

_SUBJECTS = {
    Subject.APPLICATION_ENTITY: "Application Entity",
    Subject.ACTIVITY: "Real-World Activity",
    Subject.SOP_CLASS: "SOP Class",
    Subject.OWN_SOP_CLASS: "SOP Class of the vendor",
    Subject.TRANSFER_SYNTAX: "Transfer Syntax",
    Subject.OWN_TRANSFER_SYNTAX: "Transfer Syntax of the vendor",
    Subject.APPLICATION_PROFILE: "Application Profile",
    Subject.IOD: "applied IOD",
    Subject.AE_MAPPING: "AE mapping",
    Subject.ATTRIBUTE: "mapped Attribute",
    Subject.SECURITY_USE: "security profile",
    Subject.DE_IDENTIFICATION: "de-identification",
    Subject.STACK_PART: "stack",
    Subject.TLS_VERSION: "TLS version",
    Subject.IHE_PROFILE: "IHE profile",
    Subject.IHE_ACTOR: "IHE actor",
    Subject.IHE_OPTION: "IHE option",
}

_COLLECTIONS = {
    "application_entities": "the Application Entity",
    "real_world_activities": "the Real-World Activity",
    "sequences": "the sequence",
    "services": "the service",
    "media": "the media service",
    "application_profiles": "the Application Profile",
    "web_services": "the web service",
    "status_tables": "the status table",
    "iods": "the applied IOD",
    "common_modules": "the common Module",
    "common_functional_groups": "the common Functional Group",
    "attribute_mappings": "the attribute mapping",
    "ae_mappings": "the AE mapping",
    "context_groups": "the context group",
    "templates": "the template",
    "attribute_flows": "the attribute flow",
    "real_time_video": "the real-time video",
    "ihe_profiles": "the IHE profile",
    "sop_classes": "the SOP Class",
    "transfer_syntaxes": "the Transfer Syntax",
    "private_attributes": "the private Attribute",
}


def is_its_own(change: Change, sides: Sides) -> bool:
    """Whether it stands in a list of a record such as a service, not in a part of it that has such a list, too."""
    return len(change.path) == 4


def of_another_entity(change: Change, sides: Sides) -> bool:
    """Whether a thing that moved belongs to another Application Entity now, which has not only another name."""
    before, after = sides.before(change), sides.after(change)
    if before is None or after is None:
        return True
    return sides.partner("application_entities", before.application_entity) != str(after.application_entity)


def loses_sop_classes(change: Change, sides: Sides) -> bool:
    """Whether SOP Classes are gone together with a service that is gone."""
    gone = (echo for echo in change.echoes if echo.subject is Subject.SOP_CLASS and echo.action is Action.REMOVED)
    return any(not remains(echo, sides) for echo in gone)


def remains(change: Change, sides: Sides, role: str = "") -> bool:
    """Whether a SOP Class that is gone from a service is in another one of the same Application Entity, in this role.

    Without a role, in all that the service had.
    """
    before = sides.before(change)
    if before is None or not is_its_own(change, sides) or change.old_path[0] != "services":
        return False
    entity = sides.partner("application_entities", before.application_entity)
    found = sides.provided.get((entity, change.key), set())
    return found.issuperset([role] if role else change.roles)
