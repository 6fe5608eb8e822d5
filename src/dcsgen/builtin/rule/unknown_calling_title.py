"""The rule S329: peers that are let in by name are known to the configuration."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import did_you_mean, quoted
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S329",
    slug="unknown-calling-title",
    severity=Severity.WARNING,
    what=(
        "`accepted_calling_ae_titles` lists an AE Title that is not under `configuration.remote`, although peers are "
        "listed there."
    ),
    why="A misspelt AE Title locks a peer out, and a forgotten one lets somebody in whom nobody knows any more.",
    instead="Correct the AE Title, or add the peer to `configuration.remote`.",
    clause="PS3.2 A.4.4.1.2",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such AE Title; without any known peer nothing is compared."""
    known = {title.strip() for title in capability.configuration.remote}
    for name, entity in capability.application_entities.items():
        accepted = entity.association.accepted_calling_ae_titles
        for index, title in enumerate(accepted if known and isinstance(accepted, tuple) else ()):
            if title.strip() not in known:
                message = f"{name} lets in the AE Title {quoted(title)}, which is no peer of the configuration"
                hint = did_you_mean(title, known) or "add it to `configuration.remote`"
                path = ("application_entities", name, "association", "accepted_calling_ae_titles", index)
                yield KIND.at(path, message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
