"""The match rule M213: the user sends objects that the provider of Storage Commitment does not store."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass
from dcsgen.base.text import some
from dcsgen.base.words import Role
from dcsgen.model.retrieved import stored, stored_classes
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss for some SOP Classes, a failure if nothing that could be committed to is stored."""
    user, provider = meeting.user, meeting.provider
    every = stored(user.capability, Role.SCU)
    own = {key: one for key, one in every.items() if one.application_entity == user.ae} or every
    there = stored(provider.capability, Role.SCP)
    kept = {one.uid for one, _ in stored_classes(provider.capability, there)}
    sent = {one.uid: one.name for one, _ in stored_classes(user.capability, own)}
    left = [name for uid, name in sent.items() if uid not in kept]
    if not left or provider.draft:
        return
    some_kept = len(left) < len(sent)
    yield Said(
        outcome=Outcome.LOSS if some_kept else Outcome.FAILS,
        message=f"{provider.name} does not store {some(left)}, which {user.name} sends: it cannot commit to them",
        subject=", ".join(left),
        loss=Loss.REDUCED if some_kept else None,
        sources=(
            *((user, ("services", key, "sop_classes")) for key in own),
            *((provider, ("services", key, "sop_classes")) for key in there),
            (provider, provider.path),
        ),
        remedies=((provider, f"store {some(left)}"), (user, f"ask another system to commit to {some(left)}")),
    )


RULE = MatchRule(
    code="M213",
    slug="committed-objects-not-stored",
    means=Means.NETWORK,
    service_classes=(ServiceClass.COMMITMENT,),
    what="The Application Entity that asks for Storage Commitment sends objects of a SOP Class that the provider does "
    "not store.",
    why="The result has the failure reason *referenced SOP Class not supported* (0122) or *no such object* (0112) for "
    "them, and the user keeps them for ever, or sends them again in vain.",
    instead="Ask for commitment only of what is stored there.",
    clause="PS3.4 J.1, PS3.3 C.14.1.1",
    judge=judge,
)
