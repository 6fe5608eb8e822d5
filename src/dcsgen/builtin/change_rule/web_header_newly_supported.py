"""The change rule C559: an origin server looks at one more header field of requests."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} supports the header {change.key}, too"


RULE = ChangeRule(
    code="C559",
    slug="web-header-newly-supported",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_HEADER,
    actions=(Action.ADDED,),
    role="origin_server",
    what="An origin server looks at one more header field of requests.",
    why="Requests without it are answered as before.",
    clause="PS3.18 8.4",
    say=say,
)
