"""Witnesses of attribute mappings: an object that was imported before, or one that the product writes otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.witness import Association, Element, Expected, Named, ObjectWitness, Party, Reply
from dcsgen.base.words import Direction, Overwrite, TooLong, Use
from dcsgen.compare.witnesses.parts import both, element, named, of_service, sample_of
from dcsgen.model import AttributeMapping
from dcsgen.model.attribute_mapping import MappedAttribute
from dcsgen.plugin.change_rule import Sides

MOST = 12
"""Other Attributes that an object is given because an import demands them; of more, a real object is needed."""

IMPORTED = Reply("the object is imported")
KEPT = "whether a value is kept, and how, shows at the product"

Range = tuple[float | int | None, float | int | None]


def of_mapping(change: Change, sides: Sides) -> ObjectWitness | None:
    """What is said in an attribute mapping."""
    before, after = both(change, sides)
    mapping: AttributeMapping | None = before or after
    if mapping is None:
        return None
    path = _path(change, mapping)
    if path is None:
        return None
    old, new = (_attribute(one, path) for one in (before, after))
    if mapping.direction is Direction.EXPORT:
        return _exported(change, sides, mapping, path, old, new)
    return _imported(change, sides, mapping, path, old, new)


def _path(change: Change, mapping: AttributeMapping) -> str | None:
    """The Attribute that the change is about; of what came or went as a whole, the first one that decides."""
    steps = [str(step) for step in change.path]
    if "attributes" in steps:
        return steps[steps.index("attributes") + 1]
    whole = change.before if change.before is not None else change.after
    modules = [whole] if change.subject is Subject.MAPPED_MODULE else list(getattr(whole, "modules", {}).values())
    there = [(path, one) for module in modules for path, one in module.attributes.items() if not one.implied]
    demanded = [path for path, one in there if one.use is Use.MANDATORY]
    return next(iter([*demanded, *(path for path, _ in there)]), None)


def _attribute(mapping: AttributeMapping | None, path: str) -> MappedAttribute | None:
    modules = mapping.modules.values() if mapping is not None else ()
    return next((module.attributes[path] for module in modules if path in module.attributes), None)


def _imported(
    change: Change,
    sides: Sides,
    mapping: AttributeMapping,
    path: str,
    old: MappedAttribute | None,
    new: MappedAttribute | None,
) -> ObjectWitness | None:
    came = change.field == "use" or (change.action is Action.ADDED and change.subject is not Subject.VALUE)
    if came and new is not None and new.use is Use.MANDATORY:
        return _received(sides, mapping, path, None, _refused(new, f"it lacks {path}"))
    if old is None:
        return None
    if change.field == "use" or (change.action is Action.REMOVED and change.subject is not Subject.VALUE):
        field = f" in {', '.join(old.field)}" if old.field else ""
        before, after = Reply(f"the value is kept{field}"), Reply("the value is lost")
        return _received(sides, mapping, path, _value(path, old), after, before=before, no_script=KEPT)
    if new is None:
        return None
    if change.field == "length":
        return _too_long(sides, mapping, path, new, change.after + 1)
    if change.field == "too_long" and new.length is not None:
        return _too_long(sides, mapping, path, new, new.length + 1)
    if change.field == "range":
        value = outside(change.before, change.after)
        return (
            None
            if value is None
            else _received(sides, mapping, path, value, _refused(new, f"{value} is no longer taken"))
        )
    if change.subject is Subject.VALUE and change.action is Action.REMOVED:
        return _received(sides, mapping, path, change.key, _refused(new, f"{change.key} is no longer taken"))
    if change.field == "unit":
        before, after = Reply(f"it means {change.before}"), Reply(f"it means {change.after}")
        return _received(sides, mapping, path, _value(path, new), after, before=before, no_script=KEPT)
    if change.field == "overwrite" and change.after is Overwrite.COMPARED:
        why = "the product has to have another value already"
        after = _refused(new, "the value is not the one that the product has")
        return _received(sides, mapping, path, _value(path, new), after, no_script=why)
    return None


def _too_long(
    sides: Sides, mapping: AttributeMapping, path: str, new: MappedAttribute, length: int
) -> ObjectWitness | None:
    value = sample_of(path, new.vr, length)
    if len(value) != length:
        return None
    if new.too_long is TooLong.REJECTED:
        return _received(sides, mapping, path, value, _refused(new, f"{length} characters do not fit"))
    said = "the value is truncated" if new.too_long else "the value is truncated or refused, which is not stated"
    return _received(sides, mapping, path, value, Reply(said), before=Reply("the whole value is kept"), no_script=KEPT)


def outside(before: Range | None, after: Range | None) -> str | None:
    """A number of one range that is not in the other; None if there is none."""
    if before is None or after is None:
        return None
    low, high = before
    least, most = after
    if least is not None and (low is None or low < least):
        return str(low if low is not None else least - 1)
    if most is not None and (high is None or high > most):
        return str(high if high is not None else most + 1)
    return None


def _refused(attribute: MappedAttribute, why: str) -> Reply:
    """The answer of an import; `otherwise` and the status are as they are stated."""
    said = attribute.otherwise or "the object is refused"
    return Reply(f"{said.rstrip('.')}: {why}", f"0x{attribute.status}" if attribute.status else "")


def _value(path: str, attribute: MappedAttribute) -> str:
    if attribute.values:
        return attribute.values[0]
    if attribute.range is not None:
        return str(next((end for end in attribute.range if end is not None), 1))
    length = attribute.length
    value = sample_of(path, attribute.vr)
    return value if length is None or len(value) <= length else sample_of(path, attribute.vr, length)


def _received(
    sides: Sides,
    mapping: AttributeMapping,
    path: str,
    value: str | None,
    after: Reply,
    *,
    before: Reply = IMPORTED,
    no_script: str = "",
) -> ObjectWitness:
    """An object that goes to the product, with a value or without the Attribute, and with what else is demanded."""
    vr = getattr(_attribute(mapping, path), "vr", "")
    parent = path.rpartition(".")[0]
    others = [] if no_script else list(_demanded(sides, mapping, path))
    if value is None and parent and not any(one.path.startswith(f"{parent}.") for one in others):
        # The Item is there, only what is demanded of it is not.
        others.append(element(parent))
    return ObjectWitness(
        sop_class=_sop_class(sides, mapping),
        elements=(*others, *(() if value is None else (element(path, value, vr=vr),))),
        without=(path,) if value is None else (),
        association=_association(sides, mapping),
        before=before,
        after=after,
        no_script=no_script,
    )


def _demanded(sides: Sides, mapping: AttributeMapping, without: str) -> Iterator[Element]:
    """What the import demands besides, unless it is so much that only a real object has it."""
    found = [
        (path, one)
        for module in mapping.modules.values()
        for path, one in module.attributes.items()
        if one.use is Use.MANDATORY and path != without and not one.implied
    ]
    if len(found) <= MOST:
        yield from (element(path, _value(path, one), vr=one.vr) for path, one in found)


def _sop_class(sides: Sides, mapping: AttributeMapping) -> Named | None:
    iod = next((side.iods[mapping.iod] for side in sides if mapping.iod in side.iods), None)
    return named(iod.sop_class) if iod is not None else None


def _association(sides: Sides, mapping: AttributeMapping) -> Association | None:
    """How objects get to the import: by the service that says so, else by one that takes the SOP Class."""
    sop_class = _sop_class(sides, mapping)
    if sop_class is None:
        return None
    for service in sides.old.services.values():
        there = next((one for one in service.sop_classes if one.uid == sop_class.uid), None)
        if there is not None and service.role != "SCU":
            return of_service(sides, structs.replace(service, sop_classes=(there,)))
    return None


def _exported(
    change: Change,
    sides: Sides,
    mapping: AttributeMapping,
    path: str,
    old: MappedAttribute | None,
    new: MappedAttribute | None,
) -> ObjectWitness | None:
    """An object that the product writes, and what a receiver relies on."""
    one = old or new
    if one is None:
        return None
    expected = Expected(path=path, tag=one.tag)
    if change.action is Action.REMOVED and change.subject is not Subject.VALUE:
        said = Reply(f"the product writes {path}"), Reply("it does not")
        return _written(sides, mapping, expected, *said, without=(path,))
    value = None
    if change.field == "range":
        value = outside(change.after, change.before)
        expected = structs.replace(expected, range=change.before)
    elif change.subject is Subject.VALUE and change.action is Action.ADDED:
        value = change.key
        expected = structs.replace(expected, values=old.values if old is not None else ())
    elif change.field == "unit":
        before, after = Reply(f"it means {change.before}"), Reply(f"it means {change.after}")
        why = "a number does not say what its unit is"
        return _written(
            sides, mapping, expected, before, after, elements=(element(path, _value(path, one)),), no_script=why
        )
    if value is None:
        return None
    before, after = Reply("the product writes no other"), Reply(f"the product may write {value}")
    return _written(sides, mapping, expected, before, after, elements=(element(path, value, vr=one.vr),))


def _written(
    sides: Sides,
    mapping: AttributeMapping,
    expected: Expected,
    before: Reply,
    after: Reply,
    *,
    elements: tuple[Element, ...] = (),
    without: tuple[str, ...] = (),
    no_script: str = "",
) -> ObjectWitness:
    return ObjectWitness(
        sender=Party.PRODUCT,
        sop_class=_sop_class(sides, mapping),
        elements=elements,
        without=without,
        expected=expected,
        before=before,
        after=after,
        no_script=no_script,
    )
