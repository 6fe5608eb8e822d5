"""The change rule C558: an origin server no longer looks at a header field of requests."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer supports the header {change.key}"


RULE = ChangeRule(
    code="C558",
    slug="web-header-no-longer-supported",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_HEADER,
    actions=(Action.REMOVED,),
    role="origin_server",
    what="An origin server no longer looks at a header field of requests.",
    why="The request is answered as if the field were not there: another media type, the whole response again.",
    hurts="User agents that send it.",
    instead="Support it as long as peers send it.",
    clause="PS3.18 8.4",
    say=say,
)
