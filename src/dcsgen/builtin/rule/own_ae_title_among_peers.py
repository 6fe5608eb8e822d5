"""The rule S117: an Application Entity is not its own peer."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import quoted
from dcsgen.builtin.rule._ae_titles import about_title
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S117",
    slug="own-ae-title-among-peers",
    severity=Severity.WARNING,
    what="`configuration.remote` has a peer whose AE Title is that of the Application Entity that talks to it.",
    why=(
        "An AE Title identifies one service or application in the network. With the same title on both sides, logs "
        "and access lists cannot tell who called whom."
    ),
    instead="Correct the AE Title of the peer, or the one of the product.",
    clause="PS3.8 C.1",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such peer; where it is not clear who talks to it nothing is compared."""
    entities = list(capability.application_entities)
    for title, peer in capability.configuration.remote.items():
        talking = peer.application_entity or (entities[0] if len(entities) == 1 else "")
        local = capability.configuration.local.get(talking)
        if local is not None and local.ae_title.strip(" ") == title.strip(" "):
            message = f"the peer {quoted(title)} has the same AE Title as {talking}, which talks to it"
            related = (("configuration", "local", talking, "ae_title"),)
            path = ("configuration", "remote", title)
            yield about_title(KIND, path, message, hint="correct one of the two", related=related)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
