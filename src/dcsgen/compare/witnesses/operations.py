"""Witnesses of DIMSE-N operations: a request that was answered, or one that the product sent."""

from __future__ import annotations

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.content_words import Presence
from dcsgen.base.witness import Element, Expected, OperationWitness, Party, Reply
from dcsgen.base.words import Role
from dcsgen.compare.witnesses.parts import both, element, named, of_service, sample_of
from dcsgen.model import Service
from dcsgen.model.service_attributes import OperationAttribute, ServiceOperation
from dcsgen.plugin.change_rule import Sides

SUCCESS = Reply("done", "0x0000")
AT_PRODUCT = "what the product sends shows when it is made to, at the product"


def of_operation(change: Change, sides: Sides) -> OperationWitness | None:
    """A request of the operation that the change is about; codes are those of PS3.7 C.4 and C.5."""
    name = str(change.path[3])
    found = [(one, one.operations[name]) for one in both(change, sides) if one is not None and name in one.operations]
    if not found:
        return None
    service, operation = found[0]
    if change.subject is Subject.OPERATION and not change.field:
        return _whole(change, sides, service, operation)
    steps = [str(step) for step in change.path]
    if len(steps) < 6 or steps[4] != "attributes":
        return None
    path, old, new = steps[5], found[0][1].attributes.get(steps[5]), found[-1][1].attributes.get(steps[5])
    attribute = old or new
    if attribute is None:
        return None
    if Role.SCP in change.roles:
        return _to_product(change, sides, service, operation, path, attribute)
    return _from_product(change, sides, service, operation, path, attribute)


def _whole(change: Change, sides: Sides, service: Service, operation: ServiceOperation) -> OperationWitness | None:
    if change.action is not Action.REMOVED:
        return None
    if Role.SCP in change.roles:
        after = Reply("refused: unrecognized operation", "0x0211")
        return _request(sides, service, operation, SUCCESS, after, elements=_required(operation))
    return _request(sides, service, operation, Reply("the product sends it"), Reply("it is not sent"), AT_PRODUCT)


def _to_product(
    change: Change,
    sides: Sides,
    service: Service,
    operation: ServiceOperation,
    path: str,
    attribute: OperationAttribute,
) -> OperationWitness | None:
    others = _required(operation, path)
    if change.field == "required":
        after = Reply("refused: missing Attribute", "0x0120")
        return _request(sides, service, operation, SUCCESS, after, elements=others, without=(path,))
    if change.subject is Subject.OPERATION_ATTRIBUTE and change.action is Action.REMOVED:
        value = attribute.values[0] if attribute.values else sample_of(path, attribute.vr)
        after = Reply("refused: no such Attribute, or done without it", "0x0105")
        return _request(
            sides, service, operation, SUCCESS, after, elements=(*others, element(path, value, vr=attribute.vr))
        )
    if change.subject is Subject.VALUE and change.action is Action.REMOVED:
        said = attribute.otherwise or "refused: invalid Attribute value"
        after = Reply(said, "" if attribute.otherwise else "0x0106")
        return _request(
            sides, service, operation, SUCCESS, after, elements=(*others, element(path, change.key, vr=attribute.vr))
        )
    return None


def _from_product(
    change: Change,
    sides: Sides,
    service: Service,
    operation: ServiceOperation,
    path: str,
    attribute: OperationAttribute,
) -> OperationWitness | None:
    if change.subject is Subject.VALUE and change.action is Action.ADDED:
        known = tuple(value for value in attribute.values if value != change.key)
        return _request(
            sides,
            service,
            operation,
            Reply("the product sends no other"),
            Reply(f"the product sends {change.key}, too"),
            AT_PRODUCT,
            elements=(element(path, change.key, vr=attribute.vr),),
            expected=Expected(path=path, tag=attribute.tag, values=known),
        )
    if change.subject is Subject.OPERATION_ATTRIBUTE and change.action is Action.REMOVED:
        said = Reply("the product sends it"), Reply("it is not sent")
        expected = Expected(path=path, tag=attribute.tag)
        return _request(sides, service, operation, *said, AT_PRODUCT, without=(path,), expected=expected)
    if change.field == "presence":
        filled = change.before is Presence.ALWAYS
        return _request(
            sides,
            service,
            operation,
            Reply("the product always sends it" if filled else "the product sends it as stated"),
            Reply(f"it is less certain: {str(change.after).replace('_', ' ')}"),
            AT_PRODUCT,
            expected=Expected(path=path, tag=attribute.tag, filled=filled),
        )
    return None


def _required(operation: ServiceOperation, without: str = "") -> tuple[Element, ...]:
    """The Attributes that an SCP asks of its peers."""
    return tuple(
        element(path, one.values[0] if one.values else sample_of(path, one.vr), vr=one.vr)
        for path, one in operation.attributes.items()
        if one.required and path != without
    )


def _request(
    sides: Sides,
    service: Service,
    operation: ServiceOperation,
    before: Reply,
    after: Reply,
    no_script: str = "",
    *,
    elements: tuple[Element, ...] = (),
    without: tuple[str, ...] = (),
    expected: Expected | None = None,
) -> OperationWitness:
    return OperationWitness(
        sender=Party.PRODUCT if no_script else Party.PEER,
        association=of_service(sides, service),
        operation=operation.operation.value,
        sop_class=named(operation.sop_class or service.sop_classes[0]),
        type_id=operation.type_id,
        elements=elements,
        without=without,
        expected=expected,
        before=before,
        after=after,
        no_script=no_script,
    )
