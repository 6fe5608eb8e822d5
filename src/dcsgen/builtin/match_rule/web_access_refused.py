"""The match rule M230: the origin server wants to know who asks in a way that the user agent does not have."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.place import Path
from dcsgen.base.text import in_words, listed
from dcsgen.base.web_words import AccessScheme
from dcsgen.base.words import Stance
from dcsgen.model.security import WebAccess
from dcsgen.plugin import MatchRule, Meeting, Party, Said

ACCESS: Path = ("security", "web_access")


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it, or has to be set up."""
    user, provider = meeting.user, meeting.provider
    wanted = {
        key: one
        for key, one in _of(provider).items()
        if one.stance is Stance.DEMANDS and one.scheme is not AccessScheme.NONE
    }
    if not wanted:
        return
    schemes = listed([in_words(one.scheme) for one in wanted.values()], "or")
    sources = (*((provider, (*ACCESS, key)) for key in wanted), (user, ACCESS))
    had = {one.scheme for one in _of(user).values()}
    if not user.capability.security.web_access:
        yield Said(
            outcome=Outcome.CANNOT_TELL,
            message=f"{provider.name} wants to know who asks ({schemes}), and how {user.name} says it is not stated",
            missing=((user, ACCESS, "how its requests say who sends them"),),
            sources=sources,
        )
    elif not had & {one.scheme for one in wanted.values()}:
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{provider.name} wants to know who asks ({schemes}); {user.name} has "
            f"{listed(sorted(in_words(scheme) for scheme in had), 'and') or 'nothing for it'}",
            remedies=((user, f"support {schemes}"), (provider, "accept another way to say who asks")),
            sources=sources,
        )
    else:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{provider.name} wants to know who asks ({schemes})",
            condition=f"give {user.name} what it needs to say at {provider.name} who it is ({schemes})",
            sources=sources,
        )


def _of(party: Party) -> dict[str, WebAccess]:
    uses = party.capability.security.web_access
    return {
        key: one for key, one in uses.items() if not one.application_entities or party.ae in one.application_entities
    }


RULE = MatchRule(
    code="M230",
    slug="web-access-refused",
    means=Means.WEB,
    what="The origin server demands that a request says who sends it, in a way that the user agent may not have.",
    why="The request is answered with 401 (Unauthorized).",
    instead="Have both sides use the identity provider of the site, or let a proxy add what is missing.",
    clause="RFC 9110 11",
    judge=judge,
)
