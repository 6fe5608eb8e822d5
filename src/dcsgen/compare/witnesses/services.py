"""Witnesses of services: contexts, queries, operations, statuses, and what else a service says."""

from __future__ import annotations

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.text import listed
from dcsgen.base.witness import AnyWitness, Party, Reply, StatusWitness, StepWitness
from dcsgen.base.words import Role
from dcsgen.compare.witnesses.contexts import of_service as of_contexts
from dcsgen.compare.witnesses.operations import of_operation
from dcsgen.compare.witnesses.parts import named
from dcsgen.compare.witnesses.queries import of_query
from dcsgen.model.service_rules import Limit, Transcoding
from dcsgen.plugin.change_rule import Sides

AT_PRODUCT = "what the product does with it shows at the product"


def of_services(change: Change, sides: Sides) -> AnyWitness | None:
    """What is said in a service."""
    part = str(change.path[2]) if len(change.path) > 3 else ""
    if part == "keys":
        return of_query(change, sides)
    if part == "operations":
        return of_operation(change, sides)
    if change.subject in (Subject.STATUS, Subject.FAILURE_REASON):
        return of_status(change, sides)
    if change.subject is Subject.LIMIT and change.action is Action.ADDED:
        return _of_limit(change, sides)
    if change.subject is Subject.TRANSCODING:
        return _of_transcoding(change, sides)
    if change.field in ("level_of_conformance", "digital_signature_level"):
        return _of_level(change, sides)
    if change.field == "max_peers" and isinstance(change.after, int):
        return StepWitness(
            step=f"{change.after + 1} peers are configured for {_called(change, sides)}",
            before=Reply("all of them work"),
            after=Reply(f"{change.after} of them work"),
            no_script="peers are configured at the product",
        )
    return of_contexts(change, sides)


def of_status(change: Change, sides: Sides) -> AnyWitness | None:
    """A status, or failure reason, in a response."""
    record = sides.before(change) or sides.after(change)
    if record is None:
        return None
    whole = change.path[:-1] if change.field else change.path
    code = str(whole[-1])
    table = getattr(record, "statuses", {}).get(code)
    service = getattr(record, "service", "") or _called(change, sides)
    sop_class = named(record.sop_classes[0]) if getattr(record, "sop_classes", ()) else None
    if change.field == "class":
        return StatusWitness(
            sender=Party.PEER if Role.SCU in change.roles else Party.PRODUCT,
            service=service,
            code=code,
            meaning=table.meaning if table else "",
            sop_class=sop_class,
            before=Reply(f"it is of the class {change.before}"),
            after=Reply(f"it is of the class {change.after}"),
            no_script="what counts is how the receiver takes it",
        )
    if change.action is Action.REMOVED and Role.SCU in change.roles:
        return StatusWitness(
            service=service,
            code=code,
            meaning=getattr(change.before, "meaning", ""),
            failure_reason=change.subject is Subject.FAILURE_REASON,
            sop_class=sop_class,
            before=Reply(getattr(change.before, "behaviour", "") or "the product knows what to do"),
            after=Reply("the product does not know it"),
            no_script=AT_PRODUCT,
        )
    return None


def _of_limit(change: Change, sides: Sides) -> AnyWitness | None:
    limit: Limit = change.after
    service = sides.after(change)
    if service is None:
        return None
    what = named((limit.sop_classes or service.sop_classes)[0])
    attribute = f"{limit.attribute} {limit.tag}".strip() or "a size"
    return StepWitness(
        step=f"a peer stores an object of {what} with {attribute} beyond this limit: {limit.limit}",
        before=Reply("the object is taken"),
        after=Reply(limit.otherwise or "the object is beyond the limit"),
        no_script="the limit is said in words alone",
    )


def _of_transcoding(change: Change, sides: Sides) -> AnyWitness | None:
    service = sides.before(change)
    name = str(change.path[3])
    rule: Transcoding | None = service.transcoding.get(name) if service else None
    if rule is None:
        return None
    stored = listed([str(named(one)) for one in rule.stored], "or")
    asked = listed([str(named(one)) for one in rule.negotiated], "or")
    return StepWitness(
        step=f"a peer takes from {_called(change, sides)} an object that is kept in {stored}, in {asked}",
        before=Reply("it gets the object"),
        after=Reply("it does not get the object"),
        no_script="it takes an object that the product keeps in this Transfer Syntax",
    )


def _of_level(change: Change, sides: Sides) -> AnyWitness:
    sort = "conformance as storage SCP" if change.field == "level_of_conformance" else "digital signature support"
    meaning = _LEVELS[change.field]
    before, after = meaning.get(change.before, ""), meaning.get(change.after, "")
    return StepWitness(
        step=f"a peer stores an object with {_called(change, sides)} and takes it back (level of {sort})",
        before=Reply(f"level {change.before}: {before}"),
        after=Reply(f"level {change.after}: {after}"),
        no_script="what is lost depends on the object, and on the way back",
    )


_LEVELS: dict[str, dict[int, str]] = {
    "level_of_conformance": {
        0: "a part of the Attributes may be lost",
        1: "all Attributes of Type 1 and 2 come back",
        2: "all Attributes come back, Type 3 and private ones too",
    },
    "digital_signature_level": {
        1: "digital signatures may be lost",
        2: "the signatures are checked, and the object is signed anew",
        3: "the object comes back bit by bit, with its signatures",
    },
}
"""Levels of a storage SCP (PS3.4 B.4.1), in short."""


def _called(change: Change, sides: Sides) -> str:
    record = sides.before(change) or sides.after(change)
    entity = getattr(record, "application_entity", "")
    return f"the service {change.path[1]}{f' of {entity}' if entity else ''}"
