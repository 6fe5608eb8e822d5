"""Witnesses of Presentation Contexts: what could be agreed on with the old product and cannot with the new one."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.witness import NO_ASSOCIATION, Association, AssociationWitness, Party, Reply, StepWitness
from dcsgen.base.words import Initiator
from dcsgen.compare.witnesses.parts import Entity, context, contexts_of, title_of
from dcsgen.model.negotiable import Negotiable, negotiable_of
from dcsgen.plugin.change_rule import Sides

SUBJECTS = (Subject.SERVICE, Subject.SOP_CLASS, Subject.TRANSFER_SYNTAX)
FIELDS = ("", "role", "initiator", "application_entity")
"""What of a service decides which contexts there are."""

NO_ENTITY = Reply("rejected: no Application Entity of this title any more", "1.1.7")


def of_service(change: Change, sides: Sides) -> AssociationWitness | None:
    """The first context of the changed service that is lost, if a change is about contexts.

    None if another service of the same Application Entity still agrees on all of them.
    """
    service, now = sides.before(change), sides.after(change)
    if service is None or change.subject not in SUBJECTS or change.field not in FIELDS:
        return None
    entity = now.application_entity if now is not None and change.action is not Action.MOVED else ""
    return _lost(negotiable_of(service), change, sides, entity or service.application_entity)


def of_entity(change: Change, sides: Sides) -> AssociationWitness | StepWitness | None:
    """The first context of an Application Entity that is gone; what it was for, if it had none."""
    name = str(change.old_path[1])
    found = _lost(contexts_of(sides.old, name), change, sides, name)
    if found is not None:
        return found
    entity = sides.old.application_entities[name]
    return StepWitness(
        step=f"a peer works with {name}: {entity.function}",
        before=Reply("the product does"),
        after=Reply(f"there is no {name} any more"),
        no_script="no service says how peers reach it",
    )


def _lost(offers: Iterator[Negotiable], change: Change, sides: Sides, entity: str) -> AssociationWitness | None:
    """`entity` is the name that the Application Entity has in the new description, if it is still there."""
    now = list(contexts_of(sides.new, entity))
    keys = {one.key for one in now}
    lost = next((one for one in offers if one.key not in keys and _is_about(one, change)), None)
    if lost is None:
        return None
    if lost.initiator is Initiator.PEER:
        name = lost.application_entity
        # Where products are compared as a whole, there are no Application Entities on either side.
        there = entity in sides.new.application_entities or name not in sides.old.application_entities
        return AssociationWitness(
            association=Entity(sides, name, entity).association([context(lost)]),
            before=Reply("the context is accepted", "0"),
            after=_answer(lost, now, there),
        )
    return AssociationWitness(
        sender=Party.PRODUCT,
        association=Association(contexts=(context(lost),), calling=title_of(sides.old, lost.application_entity)),
        before=Reply("the product proposes it, and the context is accepted", "0"),
        after=Reply(_proposal(lost, now)),
    )


def _is_about(one: Negotiable, change: Change) -> bool:
    if change.subject is Subject.TRANSFER_SYNTAX:
        return one.transfer_syntax.uid == change.key
    if change.subject is Subject.SOP_CLASS:
        return one.sop_class.uid == change.key
    return True


def _answer(lost: Negotiable, now: list[Negotiable], there: bool) -> Reply:
    """How an acceptor answers the context (PS3.8 9.3.3.2)."""
    accepted = [one for one in now if one.initiator is Initiator.PEER]
    if not there:
        return NO_ENTITY
    of_class = [one for one in accepted if one.sop_class.uid == lost.sop_class.uid]
    if not of_class:
        return Reply("the context is refused: abstract-syntax-not-supported", "3")
    if all(one.transfer_syntax.uid != lost.transfer_syntax.uid for one in of_class):
        return Reply("the context is refused: transfer-syntaxes-not-supported", "4")
    return Reply(f"the product is not {lost.role} for it: the context is refused, or accepted in the other role alone")


def _proposal(lost: Negotiable, now: list[Negotiable]) -> str:
    proposed = [one for one in now if one.initiator is Initiator.SELF and one.sop_class.uid == lost.sop_class.uid]
    if not proposed:
        return f"{NO_ASSOCIATION} for {lost.sop_class.name}"
    if all(one.transfer_syntax.uid != lost.transfer_syntax.uid for one in proposed):
        return f"the product does not propose {lost.transfer_syntax.name}, so no context is accepted"
    return f"the product does not propose to be {lost.role} for it"
