"""What a product writes into objects of a SOP Class: Modules, common ones and functional groups as one object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field, structs

from dcsgen.base.content_words import ModulePresence, Placement, Presence
from dcsgen.base.place import Path
from dcsgen.base.standard import iods
from dcsgen.base.words import Support
from dcsgen.model.capability import Capability
from dcsgen.model.created import CreatedAttribute
from dcsgen.model.iod import AppliedModule, Iod


class Certainty(StrEnum):
    """How certain it is that something is there."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    NEVER = "never"
    NOT_STATED = "not stated"


def all_of(certainties: Iterable[Certainty]) -> Certainty:
    """How certain it is that all of several things are there."""
    found = set(certainties)
    order = (Certainty.NEVER, Certainty.SOMETIMES, Certainty.NOT_STATED)
    return next((one for one in order if one in found), Certainty.ALWAYS)


class SentModule(Struct, frozen=True, kw_only=True):
    """A Module of the objects, or a Functional Group Macro. `listed` says that its Attributes are listed."""

    at: Path
    there: Certainty
    condition: str = ""
    listed: bool = False
    macro: bool = False


class Sent(Struct, frozen=True, kw_only=True):
    """An Attribute by its dotted path inside the object, and how a sender writes it.

    `value` is how certain a value is in each Item of the Sequence around it, or in the object if there is none;
    `around` how certain that Sequence is. `when` and `around_when` are the conditions of each in the sender's words.
    `empty` says that it can be there without a value. `at` is where the description says it, or would.
    """

    path: str
    module: str
    at: Path
    value: Certainty
    around: Certainty = Certainty.ALWAYS
    empty: bool = False
    when: tuple[str, ...] = ()
    around_when: tuple[str, ...] = ()
    attribute: CreatedAttribute = CreatedAttribute()

    @property
    def overall(self) -> Certainty:
        """How certain it is that an object has a value of it."""
        return all_of((self.around, self.value))


class SentObject(Struct, frozen=True, kw_only=True):
    """The objects of one applied IOD; without `iod`, what the standard alone says about those of a SOP Class.

    `at` is where the description says it, or would. Attributes that are listed stand in `attributes`, by path; `sent`
    knows about all others, too. What is `partial` may write more than it lists.
    """

    iod: str = ""
    at: Path = ()
    partial: bool = False
    modules: dict[str, SentModule] = field(default_factory=dict)
    attributes: dict[str, Sent] = field(default_factory=dict)

    @property
    def stated(self) -> bool:
        """Whether the sender says which Attributes it writes."""
        return any(module.listed for module in self.modules.values())

    def sent(self, path: str, module: str) -> Sent:
        """How an Attribute of a Module is written.

        What a list of Attributes lacks is not written; but those of Type 1 and 2 have to be, so a list without them may
        be incomplete. Where nothing is listed, the Type says it: Type 1 is always there with a value (PS3.5 7.4.1).
        """
        if (listed := self.attributes.get(path)) is not None:
            return listed
        outer, _, _ = path.rpartition(".")
        inside = self.sent(outer, module) if outer else None
        part = self.modules.get(module)
        return Sent(
            path=path,
            module=module,
            at=self._nearest(inside, part),
            value=self._unlisted(path, module, inside, part),
            around=inside.overall if inside else Certainty.ALWAYS,
            when=() if inside or part is None or not part.condition else (part.condition,),
            around_when=(*inside.around_when, *inside.when) if inside else (),
        )

    def _unlisted(self, path: str, module: str, inside: Sent | None, part: SentModule | None) -> Certainty:
        if part is None:
            return Certainty.NEVER if self.stated and not self.partial else Certainty.NOT_STATED
        there = part.there if inside is None else Certainty.ALWAYS
        if there is Certainty.NEVER or (inside is not None and inside.value is Certainty.NEVER):
            return Certainty.NEVER
        kind = _type(module, path)
        complete = part.listed if inside is None else self._has_inner(inside.path)
        if complete and not self.partial:
            return Certainty.NOT_STATED if kind in ("1", "2") else Certainty.NEVER
        return all_of((there, Certainty.ALWAYS if kind == "1" else Certainty.NOT_STATED))

    def _has_inner(self, path: str) -> bool:
        return any(other.startswith(f"{path}.") for other in self.attributes)

    def _nearest(self, inside: Sent | None, part: SentModule | None) -> Path:
        if inside is not None and inside.path in self.attributes:
            return inside.at
        return part.at if part is not None else self.at


def unstated_object(sop_class_uid: str, at: Path) -> SentObject:
    """Objects of which the sender does not say what is in them: each mandatory Module is there.

    `at` is where it would be said.
    """
    key = iods.iod_of(sop_class_uid)
    known = iods.modules_of(key) if key else ()
    return SentObject(
        at=at,
        modules={
            module.name: SentModule(at=at, there=Certainty.ALWAYS if module.usage == "M" else Certainty.NOT_STATED)
            for module in known
        },
    )


def sent_object(capability: Capability, key: str, *, partial: bool = False) -> SentObject:
    """What the product writes into the objects of its applied IOD of that key; a `partial` one says not everything."""
    iod = capability.iods[key]
    modules = {name: _module(key, name, module) for name, module in iod.modules.items()}
    attributes: dict[str, Sent] = {}
    for name, module in iod.modules.items():
        if module.support is Support.USED:
            own: Path = ("iods", key, "modules", name, "attributes")
            _add(attributes, name, modules[name], _written(capability, module, own), prefix=())
    for name, prefix, part, written in _groups(capability, key, iod):
        modules.setdefault(name, part)
        _add(attributes, name, part, written, prefix)
    return SentObject(iod=key, at=("iods", key), partial=partial, modules=modules, attributes=attributes)


_Written = Mapping[str, tuple[Path, CreatedAttribute]]


def _module(key: str, name: str, module: AppliedModule) -> SentModule:
    there = {
        ModulePresence.ALWAYS: Certainty.ALWAYS,
        ModulePresence.NOT_ALWAYS: Certainty.SOMETIMES,
        None: Certainty.ALWAYS if module.usage == "M" else Certainty.NOT_STATED,
    }[module.presence]
    if module.support is not Support.USED:
        there = Certainty.NEVER
    return SentModule(
        at=("iods", key, "modules", name),
        there=there,
        condition=module.condition,
        listed=bool(module.common or module.attributes),
    )


def _written(capability: Capability, module: AppliedModule, own: Path) -> _Written:
    common = capability.common_modules.get(module.common)
    shared = common.attributes if common is not None else {}
    return _joined(shared, ("common_modules", module.common, "attributes"), module.attributes, own)


def _joined(
    shared: Mapping[str, CreatedAttribute], shared_at: Path, own: Mapping[str, CreatedAttribute], own_at: Path
) -> _Written:
    """The Attributes of a common part and what differs; a Sequence that is implied by what differs does not."""
    found = {path: ((*shared_at, path), one) for path, one in shared.items()}
    found.update({path: ((*own_at, path), one) for path, one in own.items() if not (one.implied and path in found)})
    return found


_PREFIXES = {
    Placement.SHARED: ("SharedFunctionalGroupsSequence",),
    Placement.PER_FRAME: ("PerFrameFunctionalGroupsSequence",),
    Placement.EITHER: ("SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence"),
}


def _groups(capability: Capability, key: str, iod: Iod) -> Iterator[tuple[str, tuple[str, ...], SentModule, _Written]]:
    for name, group in iod.functional_groups.items():
        own: Path = ("iods", key, "functional_groups", name)
        common = capability.common_functional_groups.get(group.common)
        shared = common.attributes if common is not None else {}
        shared_at: Path = ("common_functional_groups", group.common, "attributes")
        written = _joined(shared, shared_at, group.attributes, (*own, "attributes"))
        there = {
            ModulePresence.ALWAYS: Certainty.ALWAYS,
            ModulePresence.NOT_ALWAYS: Certainty.SOMETIMES,
            None: Certainty.NOT_STATED,
        }[group.presence]
        if group.placement is Placement.EITHER:
            there = all_of((there, Certainty.SOMETIMES))
        part = SentModule(at=own, there=there, condition=group.condition, listed=bool(written), macro=True)
        for prefix in _PREFIXES[group.placement]:
            yield name, (prefix,), part, written


def _add(found: dict[str, Sent], name: str, part: SentModule, written: _Written, prefix: tuple[str, ...]) -> None:
    """Adds the Attributes of a Module or macro; what another Module has written already stays as it is."""
    when = (part.condition,) if part.condition else ()
    for inner, (at, one) in written.items():
        path = ".".join((*prefix, inner))
        value, empty = _value(one) if not one.implied else (_implied(inner, written), False)
        outer = ".".join(path.split(".")[:-1])
        inside = found.get(outer)
        sent = Sent(
            path=path,
            module=name,
            at=at,
            value=value,
            empty=empty,
            when=(one.condition,) if one.condition and value is not Certainty.ALWAYS else (),
            attribute=one,
        )
        if inside is not None:
            around = (*inside.around_when, *inside.when)
            found.setdefault(path, structs.replace(sent, around=inside.overall, around_when=around))
        elif prefix and "." not in inner:
            # The Sequence of functional groups itself is as certain as the macro.
            found.setdefault(path, structs.replace(sent, around=part.there, around_when=when))
        else:
            own = when if part.there is not Certainty.ALWAYS else ()
            both = all_of((part.there, value))
            found.setdefault(path, structs.replace(sent, value=both, when=(*own, *sent.when)))


_VALUES = {
    Presence.ALWAYS: (Certainty.ALWAYS, False),
    Presence.VALUE_NOT_ALWAYS: (Certainty.SOMETIMES, True),
    Presence.ATTRIBUTE_NOT_ALWAYS: (Certainty.SOMETIMES, False),
    Presence.NEITHER_ALWAYS: (Certainty.SOMETIMES, True),
    Presence.EMPTY: (Certainty.NEVER, True),
}


def _value(one: CreatedAttribute) -> tuple[Certainty, bool]:
    if one.presence is not None:
        return _VALUES[one.presence]
    return (Certainty.ALWAYS if one.type == "1" else Certainty.NOT_STATED), False


def _implied(inner: str, written: _Written) -> Certainty:
    """How certain a Sequence is that stands there only because something in it does: as its Attributes, if none is."""
    known = _value(written[inner][1])[0]
    inside = [_value(one)[0] for path, (_, one) in written.items() if path.rpartition(".")[0] == inner]
    some = known is Certainty.NOT_STATED and all(one in (Certainty.SOMETIMES, Certainty.NEVER) for one in inside)
    return Certainty.SOMETIMES if some else known


def _type(module: str, path: str) -> str:
    key = iods.module_key(module)
    found = iods.attribute_in(key, tuple(path.split("."))) if key else None
    return found.type if found is not None else ""
