"""The match rule M140: an origin server changes the objects that a user agent stores."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import CoercionChange
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.builtin.match_rule._coercions import coerced
from dcsgen.builtin.match_rule._web import of, provider_path, user_path
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What is changed; an origin server that only says that it changes something says so."""
    used, provided = of(meeting)
    user, provider = meeting.user, meeting.provider
    sent = {one.uid for one in used.sop_classes or user.web.sop_classes}
    found = False
    for path, one in provided.coercion.items():
        if one.implied or (one.sop_classes and sent and not sent & {each.uid for each in one.sop_classes}):
            continue
        found = True
        lost = one.change is not CoercionChange.ADDED
        yield Said(
            outcome=Outcome.LOSS if lost else Outcome.WORKS,
            message=f"{provider.name} {coerced(path, one)}",
            subject=path,
            loss=Loss.COERCED if lost else None,
            sources=((user, user_path(meeting)), (provider, provider_path(meeting, "coercion", path))),
        )
    if provided.storage.unchanged is False and not found:
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{provider.name} does not store objects as {user.name} sends them, and does not state what it "
            "changes",
            subject="unchanged",
            loss=Loss.COERCED,
            sources=((user, user_path(meeting)), (provider, provider_path(meeting, "storage", "unchanged"))),
        )


RULE = MatchRule(
    code="M140",
    slug="web-value-coerced",
    means=Means.WEB,
    what="The origin server changes, adds or removes Attributes of the objects that are stored over the web.",
    why="Whoever gets an object back gets other values than were sent.",
    instead="Have the user agent take its patients from the same source, so that nothing needs to be changed.",
    clause="PS3.18 10.5",
    together="{provider} changes or adds {count} Attributes in objects of {user}",
    judge=judge,
)
