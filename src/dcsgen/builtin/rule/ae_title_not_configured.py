"""The rule S436: peers that are mapped in their own way are known to the configuration."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.text import did_you_mean, quoted
from dcsgen.builtin.rule._ae_mappings import variants, varied
from dcsgen.model import Capability
from dcsgen.plugin import Kind, LintRule, Problem, Profile, Severity

KIND = Kind(
    code="S436",
    slug="ae-title-not-configured",
    severity=Severity.WARNING,
    what=(
        "An AE-specific mapping has a variant for an AE Title that is not under `configuration.remote`, although peers "
        "are listed there."
    ),
    why="A misspelt AE Title has no effect: the values of that peer are mapped by default, and nobody is told.",
    instead="Correct the AE Title, or add the peer to `configuration.remote`.",
    clause="IEC TR 62266 Annex D",
)


def find(capability: Capability) -> Iterator[Problem]:
    """A problem for each such variant; mappings of plug-ins that no service uses are not looked at."""
    known = {title.strip() for title in capability.configuration.remote}
    used = {service.ae_mapping for service in capability.services.values()}
    for one in varied(capability) if known else ():
        if one.mapping.provider and one.key not in used:
            continue
        for ae_title, _, path in variants(one):
            if ae_title.strip() not in known:
                message = (
                    f"{one.label} is mapped for the AE Title {quoted(ae_title)}, which is no peer of the configuration"
                )
                hint = did_you_mean(ae_title, known) or "add it to `configuration.remote`"
                yield KIND.at(path, message, hint=hint)


RULE = LintRule(kind=KIND, find=find, profile=Profile.RELEASE)
