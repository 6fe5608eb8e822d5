"""Witnesses of objects that the product creates: what a receiver finds in them no longer, or not always."""

from __future__ import annotations

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.content_words import ModulePresence, Presence
from dcsgen.base.witness import AnyWitness, Element, Expected, Named, ObjectWitness, Party, Reply, StepWitness
from dcsgen.compare.witnesses.parts import both, element, named
from dcsgen.model import Capability, Iod
from dcsgen.model.created import CreatedAttribute
from dcsgen.model.extensions import PrivateAttribute
from dcsgen.plugin.change_rule import Sides

WRITTEN, NOT_WRITTEN = Reply("the product writes it"), Reply("the product does not write it")


def of_iod(change: Change, sides: Sides) -> AnyWitness | None:
    """What is said in an applied IOD, a common Module or a common Functional Group."""
    old, new = both(change, sides)
    record = old or new
    sop_class = named(record.sop_class) if isinstance(record, Iod) else None
    if change.subject in (Subject.CREATED_ATTRIBUTE, Subject.VALUE):
        steps = [str(step) for step in change.path]
        at = steps.index("attributes") if "attributes" in steps else -1
        if at < 0:
            return None
        attribute = _attribute(sides.old, change.old_path) or _attribute(sides.old, change.new_path)
        return _of_attribute(change, steps[at + 1], attribute, sop_class)
    if change.subject is Subject.MODULE and change.field == "support":
        return StepWitness(
            step=f"a peer sends an object of {sop_class} with the Module {change.path[3]}",
            before=Reply(f"the Module is {change.before}"),
            after=Reply(f"the Module is {str(change.after).replace('_', ' ')}"),
            no_script="whether a Module is used shows at the product",
        )
    if change.subject in (Subject.MODULE, Subject.FUNCTIONAL_GROUP):
        return _of_part(change, sides, sop_class)
    return None


def _of_attribute(
    change: Change, path: str, old: CreatedAttribute | None, sop_class: Named | None
) -> ObjectWitness | None:
    tag = old.tag if old is not None else ""
    if change.subject is Subject.VALUE and change.action is Action.ADDED:
        values = old.values if old is not None else ()
        return _written(
            sop_class,
            Expected(path=path, tag=tag, values=values),
            Reply("the product writes no other"),
            Reply(f"the product may write {change.key}"),
            elements=(element(path, change.key, vr=old.vr if old is not None else ""),),
        )
    if change.subject is Subject.CREATED_ATTRIBUTE and change.action is Action.REMOVED:
        return _written(sop_class, Expected(path=path, tag=tag), WRITTEN, NOT_WRITTEN, without=(path,))
    if change.field == "presence":
        filled = change.before is Presence.ALWAYS
        expected = Expected(path=path, tag=tag, filled=filled)
        return _less_certain(sop_class, expected, change, element(path) if filled else None)
    return None


def _less_certain(sop_class: Named | None, expected: Expected, change: Change, empty: Element | None) -> ObjectWitness:
    """An object in which it is empty, or missing, as it may be now."""
    is_empty = empty is not None and change.after in (Presence.VALUE_NOT_ALWAYS, Presence.EMPTY)
    return _written(
        sop_class,
        expected,
        Reply(str(change.before).replace("_", " ")),
        Reply(str(change.after).replace("_", " ")),
        elements=(empty,) if is_empty and empty is not None else (),
        without=() if is_empty else (expected.path,),
    )


def _of_part(change: Change, sides: Sides, sop_class: Named | None) -> AnyWitness | None:
    """A Module or Functional Group: the first Attribute of it that is always there, if one is stated."""
    name = str(change.path[3])
    old = both(change, sides)[0]
    part = (old.modules if change.subject is Subject.MODULE else old.functional_groups).get(name) if old else None
    less = change.field == "presence" and change.before is ModulePresence.ALWAYS
    if part is None or not (less or change.action is Action.REMOVED):
        return None
    after = Reply("it is not always there") if less else NOT_WRITTEN
    path = next((path for path, one in part.attributes.items() if one.presence is Presence.ALWAYS), "")
    if path:
        return _written(sop_class, Expected(path=path, tag=part.attributes[path].tag), WRITTEN, after, without=(path,))
    sort = "Module" if change.subject is Subject.MODULE else "Functional Group"
    return StepWitness(
        sender=Party.PRODUCT,
        step=f"a receiver relies on the {sort} {name} in objects of {sop_class}",
        before=WRITTEN,
        after=after,
        no_script="no Attribute is stated that is always in it",
    )


def of_private(change: Change, sides: Sides) -> AnyWitness | None:
    """A private Attribute: the block is known by its creator (PS3.5 7.8)."""
    old: PrivateAttribute | None = both(change, sides)[0]
    tag = str(change.path[1])
    if old is None:
        return None
    if change.subject is Subject.PRIVATE_ATTRIBUTE and change.action is Action.REMOVED:
        expected = Expected(path=tag, tag=tag, creator=old.creator)
        return _written(None, expected, WRITTEN, NOT_WRITTEN, without=(tag,))
    if change.field == "creator":
        expected = Expected(path=tag, tag=tag, creator=old.creator)
        elements = (element(tag, creator=str(change.after), vr=old.vr),)
        said = Reply(f"the block is of {change.before}"), Reply(f"the block is of {change.after}")
        return _written(None, expected, *said, elements=elements)
    if change.field == "vr":
        expected = Expected(path=tag, tag=tag, creator=old.creator, vr=str(change.before))
        elements = (element(tag, creator=old.creator, vr=str(change.after)),)
        return _written(
            None, expected, Reply(f"the VR is {change.before}"), Reply(f"the VR is {change.after}"), elements=elements
        )
    if change.field == "presence":
        filled = change.before is Presence.ALWAYS
        expected = Expected(path=tag, tag=tag, creator=old.creator, filled=filled)
        return _less_certain(None, expected, change, element(tag, creator=old.creator, vr=old.vr))
    if change.field == "identifiable":
        return StepWitness(
            sender=Party.PRODUCT,
            step=f"somebody passes on objects with {tag} of {old.creator}, without de-identifying it",
            before=Reply("nobody can be identified by it"),
            after=Reply("a person can be identified by it"),
            no_script="whether a value identifies a person, no program can tell",
        )
    return None


def _attribute(capability: Capability, path: tuple[str | int, ...]) -> CreatedAttribute | None:
    """The created Attribute at a path, or around it."""
    node: object = getattr(capability, str(path[0])) if path else None
    for step in path[1:]:
        node = node.get(str(step)) if isinstance(node, dict) else getattr(node, str(step), None)
        if isinstance(node, CreatedAttribute):
            return node
    return None


def _written(
    sop_class: Named | None,
    expected: Expected,
    before: Reply,
    after: Reply,
    *,
    elements: tuple[Element, ...] = (),
    without: tuple[str, ...] = (),
) -> ObjectWitness:
    return ObjectWitness(
        sender=Party.PRODUCT,
        sop_class=sop_class,
        elements=elements,
        without=without,
        expected=expected,
        before=before,
        after=after,
    )
