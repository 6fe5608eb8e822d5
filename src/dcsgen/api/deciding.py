"""Decides what counts of a difference: by the policy of the project and its list of what is accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import structs

from dcsgen.api.accepting import read_accepted, with_changes
from dcsgen.api.configuring import place_of_accepted
from dcsgen.api.explaining import change_kinds, kinds
from dcsgen.api.own_kinds import VERSION_STEP_MISSING
from dcsgen.base.change import Change, Verdict
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding, Kind, dotted, finding_of, in_reading_order
from dcsgen.base.fingerprint import with_fingerprints
from dcsgen.base.output import write_atomically
from dcsgen.base.place import Place
from dcsgen.base.policy import Policy, Versioned
from dcsgen.base.site import Answer
from dcsgen.base.text import did_you_mean, quoted
from dcsgen.check.accepted import Read, accept
from dcsgen.check.configuration import Configuration
from dcsgen.check.select import names
from dcsgen.compare.policy import accepted, announced, every, reweighed, step_missing
from dcsgen.host import Host
from dcsgen.plugin.change_rule import Difference, Judged, Judgement, Sides

VERSIONS = {Versioned.PRODUCT: ("product", "version"), Versioned.DOCUMENT: ("document", "revision")}


def decided(
    difference: Difference,
    sides: Sides,
    host: Host,
    configuration: Configuration,
    *,
    today: date | None,
    sources: tuple[str, ...],
    versions: Mapping[Versioned, Place],
) -> Difference:
    """The difference as a project sees it: other verdicts, what is let through, and findings about all that.

    `sources` are the files of both sides, `versions` the places of the new versions. Raises `UsageError` for a policy
    that names a rule that there is not.
    """
    policy, known = configuration.diff, change_kinds(host)
    _check_words(policy, known)
    changes = reweighed(difference.changes, {_folded(one.word, known): one.verdict for one in policy.overrides})
    if policy.announcements:
        changes = announced(changes, policy.announcements, _day(sides.new.document.date, today))
    findings: list[Finding] = []
    if configuration.accepted is not None:
        found = [_finding(*one, known) for one in every(changes)]
        read = Read(file=difference.new, sources=sources, codes=frozenset(known))
        listed = read_accepted(configuration.accepted, known, [read], lambda: kinds(host))
        after = accept(found, listed.entries, [read], today)
        changes = accepted(changes, iter(after[: len(found)]))
        findings += [*listed.findings, *after[len(found) :]]
    if policy.steps and difference.same_product:
        versioned = policy.versioned
        record, field = VERSIONS[versioned]
        old, new = (str(getattr(getattr(side, record), field)) for side in sides)
        if message := step_missing(changes, policy.steps, old, new, versioned.value):
            problem = VERSION_STEP_MISSING.at((record, field), message)
            findings.append(finding_of(problem, place=versions.get(versioned)))
    return structs.replace(
        difference,
        changes=changes,
        fail_on=policy.fail_on,
        findings=with_fingerprints(in_reading_order(findings)),
    )


def accept_changes(
    difference: Difference, host: Host, configuration: Configuration, *, new: Path, owner: str, today: date
) -> Path:
    """Write entries for the changes that make a difference fail into the list of the project; gives the list.

    It is the one that the configuration names, otherwise `dcsgen-accepted.yaml` beside the configuration or the
    description `new`; one that is there grows. Raises `UsageError` for a list that cannot grow so, `OutputError` if it
    cannot be written.
    """
    file = place_of_accepted([new], configuration)
    text = file.read_text("utf-8", "replace") if file.exists() else ""
    known = change_kinds(host)
    found = [_finding(*one, known) for judged in difference.changes for one in _failing(judged, difference.fail_on)]
    if found:
        write_atomically(file, with_changes(text, found, file, owner, today).encode())
    return file


def _failing(judged: Judged, fail_on: Verdict) -> Iterator[tuple[Change, Judgement]]:
    """What must be let through so that a change does not fail; what follows from it is let through with it."""
    counting = judged.counting
    if counting is None or counting.rank > fail_on.rank:
        return
    spared = bool(judged.effects) and all(effect.answer is Answer.DOES_NOT_AFFECT for effect in judged.effects)
    own = [one for one in judged.judgements if not (spared or one.accepted) and one.verdict.rank <= fail_on.rank]
    yield from ((judged.change, one) for one in own)
    if len(own) < len(judged.judgements):
        for echo in judged.echoes:
            yield from _failing(echo, fail_on)


def _finding(change: Change, judgement: Judgement, known: Mapping[str, Kind]) -> Finding:
    """What a rule says about a change, as the list of accepted findings knows findings."""
    return Finding(
        code=judgement.code,
        slug=judgement.slug,
        severity=known[judgement.code].severity,
        message=judgement.message,
        path=dotted(change.path),
        place=change.new_place or change.old_place,
        provider=judgement.provider,
        fingerprint=change.fingerprint,
    )


def _day(text: str, today: date | None) -> date | None:
    """The day of the document, which is the same whenever this runs; otherwise today."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today


def _check_words(policy: Policy, known: Mapping[str, Kind]) -> None:
    words = [(one.word, one.place) for one in policy.overrides]
    words += [(one.rule, one.place) for one in policy.announcements if one.rule]
    for word, place in words:
        if not any(names(word, kind) for kind in known.values()):
            every_word = [name for kind in known.values() for name in (kind.code, kind.slug)]
            hint = did_you_mean(word, every_word)
            hint = hint or ("is its plug-in loaded?" if "/" in word else "`dcsgen rules --stage diff` lists all")
            raise UsageError(f"{f'{place}: ' if place else ''}there is no change rule {quoted(word)}; {hint}")


def _folded(word: str, known: Mapping[str, Kind]) -> str:
    """A code as it is looked for, a slug as it is."""
    return word if any(word == kind.slug for kind in known.values()) else word.casefold()
