"""Change rules: what a difference between two descriptions means, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct, structs

from dcsgen.base.change import Action, Aligned, Change, Subject, Verdict
from dcsgen.base.finding import Finding, Kind, Severity
from dcsgen.base.place import Path
from dcsgen.base.site import Answer, Effect
from dcsgen.base.witness import AnyWitness
from dcsgen.base.words import Role, Stance
from dcsgen.model import Capability
from dcsgen.model.identity import Document
from dcsgen.plugin.reporter import Looked

SEVERITIES = {
    Verdict.BREAKING: Severity.ERROR,
    Verdict.RISKY: Severity.WARNING,
    Verdict.COMPATIBLE: Severity.NOTE,
    Verdict.EDITORIAL: Severity.NOTE,
}
"""How much a verdict weighs where only findings are known, as in most programs that read reports."""


NOBODY, NOTHING = "Nobody is hurt.", "Nothing has to be done."
"""What rules say of changes that are compatible or editorial, if they say nothing else."""


class Sides(Struct, frozen=True, dict=True):
    """The two descriptions that were compared, for rules that have to look around a change.

    `names` are those of records of the old side and what they are on the new one, by collection.
    """

    old: Capability
    new: Capability
    names: Mapping[str, Mapping[str, str]] = {}

    def partner(self, collection: str, name: str) -> str:
        """What a record of the old side is called on the new one; empty if it is not there any more."""
        return self.names[collection].get(name, "") if collection in self.names else name

    @cached_property
    def provided(self) -> dict[tuple[str, str], set[str]]:
        """In which single roles the new side has a SOP Class: by Application Entity and UID."""
        found: dict[tuple[str, str], set[str]] = {}
        for service in self.new.services.values():
            roles = {Role.SCU, Role.SCP} if service.role is Role.BOTH else {service.role}
            for sop_class in service.sop_classes:
                found.setdefault((service.application_entity, sop_class.uid), set()).update(roles)
        return found

    def about(self, moved: Change) -> Sides:
        """What follows from a SOP Class that moved is about that one alone: both services without their others."""
        paths = moved.old_path, moved.new_path
        if moved.subject is not Subject.SOP_CLASS or any(len(path) != 4 for path in paths):
            return self
        (collection, name), (_, partner) = (map(str, path[:2]) for path in paths)
        names = {**self.names, collection: {**self.names.get(collection, {}), name: partner}}
        return Sides(_with_only(self.old, moved.old_path), _with_only(self.new, moved.new_path), names)

    def __iter__(self) -> Iterator[Capability]:
        """The old one, then the new one."""
        yield from (self.old, self.new)

    def around(self, change: Change) -> Any:
        """The record of a collection in which a change is, e.g. the service: on the new side, or where it was.

        None for what is in no such record.
        """
        for side, path in ((self.new, change.new_path), (self.old, change.old_path)):
            records = getattr(side, str(path[0])) if path else None
            if isinstance(records, dict) and len(path) > 1 and path[1] in records:
                return records[path[1]]
        return None

    def before(self, change: Change) -> Any:
        """The same on the old side, None if there was none."""
        records = getattr(self.old, str(change.old_path[0])) if change.old_path else None
        return records.get(change.old_path[1]) if isinstance(records, dict) and len(change.old_path) > 1 else None

    def after(self, change: Change) -> Any:
        """The same on the new side, None if there is none any more."""
        records = getattr(self.new, str(change.new_path[0])) if change.new_path else None
        return records.get(change.new_path[1]) if isinstance(records, dict) and len(change.new_path) > 1 else None


def _with_only(side: Capability, path: Path) -> Capability:
    """The description with one item, to which the path leads, in the list where it is."""
    collection, name, field, key = map(str, path)
    records = getattr(side, collection)
    items = tuple(item for item in getattr(records[name], field) if item.uid == key)
    return structs.replace(side, **{collection: {**records, name: structs.replace(records[name], **{field: items})}})


def always(change: Change, sides: Sides) -> bool:
    """Whatever the change is."""
    return True


class ChangeRule(Struct, frozen=True, kw_only=True):
    """What a sort of change means.

    A rule is for changes of a `subject` by one of some `actions`, for products in a `role` if one is named, and with a
    `stance` if one is named: these are its four axes. `field` is the key that differs, empty for a thing that came,
    went or moved as a whole. `when` looks closer, and `say` gives the sentence that names the thing and the place.
    A rule without subject is for any; of dcsgen's own, the first one by code speaks where no other does.
    `echo_of` is for changes that follow from one of these actions. A rule that breaks may give a `witness` of its own,
    where the one that dcsgen makes for the subject does not fit; None leaves it to that.

    `what`, `why`, `hurts` (whom, and how) and `instead` are CommonMark, `clause` names the part of the standard. A rule
    that says that something is breaking or risky has to say whom it hurts, and what to do instead.
    The code is `C` and three digits for dcsgen's own rules, `<plug-in>/C<n>` for others.
    """

    code: str
    slug: str
    verdict: Verdict
    subject: Subject | None
    actions: tuple[Action, ...]
    role: str = ""
    stance: Stance | None = None
    field: str = ""
    what: str
    why: str
    hurts: str = NOBODY
    instead: str = NOTHING
    clause: str = ""
    say: Callable[[Change, Sides], str]
    when: Callable[[Change, Sides], bool] = always
    echo_of: tuple[Action, ...] = ()
    witness: Callable[[Change, Sides], AnyWitness | None] | None = None

    def __post_init__(self) -> None:
        unsaid = self.hurts == NOBODY or self.instead == NOTHING
        if unsaid and self.verdict in (Verdict.BREAKING, Verdict.RISKY):
            raise ValueError(f"the change rule {self.code} has to say whom it hurts, and what to do instead")

    @property
    def kind(self) -> Kind:
        """The rule as a sort of finding, with whom it hurts among the reasons."""
        return Kind(
            code=self.code,
            slug=self.slug,
            severity=SEVERITIES[self.verdict],
            what=self.what,
            why=f"{self.why} {self.hurts}",
            instead=self.instead,
            clause=self.clause,
        )

    def is_for(self, change: Change, sides: Sides, cause: Change | None) -> bool:
        """Whether the rule speaks about a change; `cause` is the change that it follows from, if any."""
        return (
            (self.subject is None or (self.subject is change.subject and self.field == change.field))
            and (not self.actions or change.action in self.actions)
            and (not self.role or self.role in change.roles)
            and (self.stance is None or self.stance is change.stance)
            and (not self.echo_of or (cause is not None and cause.action in self.echo_of))
            and self.when(change, sides)
        )


class Judgement(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a rule says about a change. `provider` names a plug-in, if the rule is of one.

    The rest is of the project's policy: `ruled` is the rule's own verdict where the project has another one,
    `accepted` the reason why this is let through, `announced` what its users were told before. `owner` and `expires`
    say who answers for an accepted change, and until when; what was announced has none.
    """

    code: str
    slug: str
    verdict: Verdict
    message: str
    hurts: str
    instead: str
    clause: str = ""
    provider: str = ""
    ruled: Verdict | None = None
    accepted: str = ""
    owner: str = ""
    expires: date | None = None
    announced: str = ""

    @property
    def let_through(self) -> str:
        """Why it is let through, by whom and until when, as reports say it; empty if it counts."""
        until = f"until {self.expires}" if self.expires else ""
        answers = ", ".join(filter(None, [self.owner, until]))
        return f"{self.accepted} ({answers})" if answers else self.accepted


class Judged(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A change with what rules say about it, and its echoes likewise.

    `effects` says of each peer of a site whether it is affected, if a site was asked about and there is something to
    fear. `witness` is the smallest interaction that shows a breaking change; `witness.lines` says it to people.
    """

    change: Change
    judgements: tuple[Judgement, ...]
    echoes: tuple[Judged, ...] = ()
    effects: tuple[Effect, ...] = ()
    witness: AnyWitness | None = None

    def every(self) -> Iterator[Judged]:
        """This one and all that follows from it."""
        yield self
        for echo in self.echoes:
            yield from echo.every()

    @property
    def verdict(self) -> Verdict:
        """The most serious verdict about the change and its echoes."""
        own = [judgement.verdict for judgement in self.judgements]
        return min([*own, *(echo.verdict for echo in self.echoes)], key=lambda verdict: verdict.rank)

    @property
    def counting(self) -> Verdict | None:
        """The most serious verdict of what is not let through and may affect the site; None if nothing is left."""
        own = [judgement.verdict for judgement in self.judgements if not judgement.accepted]
        if self.effects and all(effect.answer is Answer.DOES_NOT_AFFECT for effect in self.effects):
            own = []
        below = [verdict for echo in self.echoes if (verdict := echo.counting) is not None]
        return min([*own, *below], key=lambda verdict: verdict.rank, default=None)

    @property
    def accepted(self) -> bool:
        """Whether all that is said about it and its echoes is let through."""
        return all(one.accepted for one in self.judgements) and all(echo.accepted for echo in self.echoes)

    @property
    def answer(self) -> Answer | None:
        """Whether it or an echo affects any peer of the site; None without a site, or if there is nothing to fear."""
        below = [answer for echo in self.echoes if (answer := echo.answer) is not None]
        found = [*(effect.answer for effect in self.effects), *below]
        return min(found, key=lambda answer: answer.rank, default=None)


class Difference(Struct, frozen=True, kw_only=True):
    """Everything that a comparison tells: the changes, judged, and what was held against what.

    `old` and `new` are what the two descriptions are called, `product` of each is its name and version, `document` the
    one that each is of. `trouble` has a sentence for each rule that failed; the others ran. `looked` has, by code,
    every rule that was asked. `findings` are about the policy of the project, and `fail_on` is the verdict from which
    a change that is not let through makes the difference fail. `site` is the name of the site that was asked about.
    `same_product` is false for two products, of which one may take the place of the other. `partial` names the sides,
    `old` or `new`, that say only a part of what there is.
    `scripts` are the names of the files that were written to act witnesses out.
    With `proven`, the report for terminals shows the witness of each breaking change, as others do anyway.
    """

    tool: str
    version: str
    old: str
    new: str
    old_product: str
    new_product: str
    changes: tuple[Judged, ...]
    alignment: tuple[Aligned, ...] = ()
    trouble: tuple[str, ...] = ()
    old_document: Document | None = None
    new_document: Document | None = None
    looked: tuple[Looked, ...] = ()
    findings: tuple[Finding, ...] = ()
    fail_on: Verdict = Verdict.BREAKING
    site: str = ""
    proven: bool = False
    scripts: tuple[str, ...] = ()
    same_product: bool = True
    partial: tuple[str, ...] = ()

    def every(self) -> Iterator[Judged]:
        """All changes, each followed by what follows from it."""
        for judged in self.changes:
            yield from judged.every()

    def script(self, judged: Judged) -> str:
        """The name of the script that acts out the witness of a change; empty if none was written."""
        mark = judged.change.fingerprint
        return next((name for name in self.scripts if mark in name), "") if judged.witness else ""

    def count(self, verdict: Verdict) -> int:
        """How many changes have a verdict, echoes counted with their cause."""
        return sum(change.verdict is verdict for change in self.changes)

    @property
    def verdict(self) -> Verdict | None:
        """The most serious verdict of all; None if nothing differs."""
        return min((change.verdict for change in self.changes), key=lambda verdict: verdict.rank, default=None)

    @property
    def accepted(self) -> int:
        """How many changes are let through as a whole."""
        return sum(change.accepted for change in self.changes)

    @property
    def fails(self) -> bool:
        """Whether a change that counts is as serious as `fail_on`, or a finding is an error."""
        counting = [verdict for change in self.changes if (verdict := change.counting) is not None]
        return any(verdict.rank <= self.fail_on.rank for verdict in counting) or any(
            finding.severity is Severity.ERROR for finding in self.findings
        )
