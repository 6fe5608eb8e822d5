"""Witnesses of attribute mappings: an object that was imported before, or one that the product writes otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from msgspec import structs

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.witness import Association, Element, Expected, Named, ObjectWitness, Party, Reply
from dcsgen.base.words import Direction, Overwrite, Role, TooLong, Use
from dcsgen.compare.witnesses.parts import both, element, named, of_service, sample_of
from dcsgen.model import AttributeMapping
from dcsgen.model.attribute_mapping import MappedAttribute
from dcsgen.plugin.change_rule import Sides

MOST = 12
"""Other Attributes that an object is given because an import demands them; of more, a real object is needed."""

ALWAYS = ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID")
"""What an object has anyway."""

IMPORTED = Reply("the object is imported")
Demands = dict[int, list[tuple[str, MappedAttribute]]]
"""What imports demand, by the identity of the mapping, which lives as long as the two descriptions."""

Range = tuple[float | int | None, float | int | None]


def of_mapping(change: Change, sides: Sides, demands: Demands) -> ObjectWitness | None:
    """What is said in an attribute mapping. `demands` is filled, so that each mapping is looked through once."""
    before, after = both(change, sides)
    mapping: AttributeMapping | None = before or after
    path = _path(change, mapping) if mapping is not None else None
    if mapping is None or path is None:
        return None
    old, new = (_attribute(one, path) for one in (before, after))
    if mapping.direction is Direction.EXPORT:
        return _exported(change, sides, mapping, path, old, new)
    return _imported(change, _Import(sides, str(change.path[1]), mapping, path, demands), old, new)


def _path(change: Change, mapping: AttributeMapping) -> str | None:
    """The Attribute that the change is about; of what came or went as a whole, the first one that decides."""
    steps = [str(step) for step in change.path]
    if "attributes" in steps:
        return steps[steps.index("attributes") + 1]
    whole = change.before if change.before is not None else change.after
    modules = [whole] if change.subject is Subject.MAPPED_MODULE else list(getattr(whole, "modules", {}).values())
    there = [(path, one) for module in modules for path, one in module.attributes.items() if not one.implied]
    demanded = [(path, one) for path, one in there if one.use is Use.MANDATORY]
    lawful = [pair for pair in demanded if pair[1].type != "1"]
    return next((path for path, _ in [*lawful, *demanded, *there]), None)


def _attribute(mapping: AttributeMapping | None, path: str) -> MappedAttribute | None:
    modules = mapping.modules.values() if mapping is not None else ()
    return next((module.attributes[path] for module in modules if path in module.attributes), None)


class _Import(NamedTuple):
    """What an object has to be like to be imported, and the Attribute of it that matters."""

    sides: Sides
    name: str
    mapping: AttributeMapping
    path: str
    demands: Demands

    def of(self, value: str | None, after: Reply, before: Reply = IMPORTED, **more: Any) -> ObjectWitness:
        """An object with a value, or without the Attribute, and with what else is demanded."""
        vr = getattr(_attribute(self.mapping, self.path), "vr", "")
        parent = self.path.rpartition(".")[0]
        others = list(self._demanded())
        if value is None and parent and not any(one.path.startswith(f"{parent}.") for one in others):
            # The Item is there, only what is demanded of it is not.
            others.append(element(parent))
        return ObjectWitness(
            sop_class=_sop_class(self.sides, self.mapping),
            elements=(*others, *(() if value is None else (element(self.path, value, vr=vr),))),
            without=(self.path,) if value is None else (),
            association=self._association(),
            before=before,
            after=after,
            **more,
        )

    def lacking(self, new: MappedAttribute) -> ObjectWitness | None:
        """An object that lawfully lacks the value: of Type 2 it is empty (PS3.5 7.4), and Type 1 is always there."""
        if new.type == "1":
            return None
        if new.type.startswith("2"):
            return self.of("", Reply(f"the object is refused: {self.path} is empty", _code(new)))
        return self.of(None, Reply(f"the object is refused: it lacks {self.path}", _code(new)))

    def too_long(self, new: MappedAttribute, length: int) -> ObjectWitness | None:
        """An object with a value of that length."""
        value = sample_of(self.path, new.vr, length)
        if len(value) != length:
            return None
        if new.too_long is TooLong.REJECTED:
            return self.of(value, _refused(new, f"{length} characters do not fit"))
        said = "the value is truncated" if new.too_long else "the value is truncated or refused, which is not stated"
        return self.of(value, Reply(said), Reply("the whole value is kept"), at_product=True)

    def _demanded(self) -> Iterator[Element]:
        """What the import demands besides, unless it is so much that only a real object has it."""
        key = id(self.mapping)
        if key not in self.demands:
            there = (pair for module in self.mapping.modules.values() for pair in module.attributes.items())
            mandatory = (
                (path, one)
                for path, one in there
                if one.use is Use.MANDATORY and not one.implied and path not in ALWAYS
            )
            self.demands[key] = list(islice(mandatory, MOST + 2))
        found = [(path, one) for path, one in self.demands[key] if path != self.path]
        if len(found) <= MOST:
            yield from (element(path, _value(path, one), vr=one.vr) for path, one in found)

    def _association(self) -> Association | None:
        """How objects get to the import: by the service that says so, else by one that takes the SOP Class."""
        sop_class = _sop_class(self.sides, self.mapping)
        services = [one for one in self.sides.old.services.values() if one.role is not Role.SCU]
        for service in sorted(services, key=lambda one: one.attribute_mapping != self.name):
            there = next((one for one in service.sop_classes if sop_class and one.uid == sop_class.uid), None)
            if there is not None:
                return of_service(self.sides, structs.replace(service, sop_classes=(there,)))
        return None


def _imported(
    change: Change, to: _Import, old: MappedAttribute | None, new: MappedAttribute | None
) -> ObjectWitness | None:
    path = to.path
    came = change.field == "use" or (change.action is Action.ADDED and change.subject is not Subject.VALUE)
    if came and new is not None and new.use is Use.MANDATORY:
        return to.lacking(new)
    if old is None:
        return None
    if change.field == "use" or (change.action is Action.REMOVED and change.subject is not Subject.VALUE):
        field = f" in {', '.join(old.field)}" if old.field else ""
        kept = Reply(f"the value is kept{field}")
        return to.of(_value(path, old), Reply("the value is lost"), kept, at_product=True)
    if new is None:
        return None
    if change.field == "length":
        return to.too_long(new, change.after + 1)
    if change.field == "too_long" and new.length is not None:
        return to.too_long(new, new.length + 1)
    if change.field == "range":
        value = outside(change.before, change.after)
        return to.of(value, _refused(new, f"{value} is no longer taken")) if value is not None else None
    if change.subject is Subject.VALUE and change.action is Action.REMOVED:
        return to.of(change.key, _refused(new, f"{change.key} is no longer taken"))
    if change.field == "unit":
        before, after = Reply(f"it means {change.before}"), Reply(f"it means {change.after}")
        return to.of(_value(path, new), after, before, at_product=True)
    if change.field == "overwrite" and change.after is Overwrite.COMPARED:
        why = "the product has to have another value already"
        after = _refused(new, "the value is not the one that the product has")
        return to.of(_value(path, new), after, no_script=why)
    return None


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
    return Reply(f"{said.rstrip('.')}: {why}", _code(attribute))


def _code(attribute: MappedAttribute) -> str:
    return f"0x{attribute.status}" if attribute.status else ""


def _value(path: str, attribute: MappedAttribute) -> str:
    if attribute.values:
        return attribute.values[0]
    if attribute.range is not None:
        return str(next((end for end in attribute.range if end is not None), 1))
    length = attribute.length
    value = sample_of(path, attribute.vr)
    return value if length is None or len(value) <= length else sample_of(path, attribute.vr, length)


def _sop_class(sides: Sides, mapping: AttributeMapping) -> Named | None:
    iod = next((side.iods[mapping.iod] for side in sides if mapping.iod in side.iods), None)
    return named(iod.sop_class) if iod is not None else None


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
