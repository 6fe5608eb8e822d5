"""Reports for tests of reporters: one with everything, and any that hypothesis thinks of."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from msgspec import structs

from dcsgen.base.finding import Finding, Kind, Place, Severity, in_reading_order
from dcsgen.base.fingerprint import with_fingerprints
from dcsgen.base.repair import AddEntry, Edit, Fix, RenameKey, Reorder, SetValue
from dcsgen.plugin.reporter import Looked, Report


def kind(code: str, severity: Severity = Severity.ERROR, **over: str) -> Kind:
    fields = {"slug": f"slug-{code[-3:].lower()}", "what": "What. More.", "why": "Why.", "instead": "Instead."}
    return Kind(code=code, severity=severity, **{**fields, **over})


def finding(severity: Severity = Severity.ERROR, **over: Any) -> Finding:
    fields: dict[str, Any] = {
        "code": "S101",
        "slug": "slug-101",
        "severity": severity,
        "message": 'services.a has no "role"',
        "path": "services.a",
        "place": Place("parts/product.yaml", 12, 5),
        "excerpt": "    sop_class: RTPlanStorage",
        "hint": 'write "role: SCP"',
        "related": (Place("family.yaml", 3, 1),),
    }
    return Finding(**{**fields, **over})


def report(*findings: Finding, **over: Any) -> Report:
    named = with_fingerprints(findings)
    known = {one.code: Looked(kind=kind(one.code, one.severity, slug=one.slug)) for one in findings}
    fields = {
        "tool": "dcsgen",
        "version": "0.1.0",
        "files": ("parts/product.yaml",),
        "findings": named,
        "looked": tuple(known[code] for code in sorted(known)),
    }
    return Report(**{**fields, **over})


FULL = report(
    finding(),
    finding(Severity.WARNING, code="acme/S1", slug="of-acme", provider="acme", path="services.b"),
    finding(Severity.NOTE, code="S102", slug="slug-102", hint="", related=(), subject="1.2.3"),
    finding(accepted="the peer needs it", path="services.c"),
    finding(code="X001", slug="plugin-not-loaded", place=None, path="", excerpt="", related=()),
)

_TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\n\r\t\x1b\x00|`<>&[](){}%:,*_#@~\\\"'\u2028\u202e\ufffe\udc80"),
    ),
    max_size=40,
)
_NAMES = st.text(st.sampled_from("abcABC019 .-_%&#:,()[]é\u6771"), min_size=1, max_size=12).map(
    lambda name: f"x{name}x.yaml"
)
_PLACES = st.builds(Place, _NAMES, st.integers(1, 99999), st.integers(1, 500))
_CHANGES = st.one_of(
    st.builds(SetValue, st.just(("services", 0)), _TEXTS | st.none() | st.integers(0, 9)),
    st.builds(RenameKey, st.just(("a",)), _TEXTS),
    st.builds(AddEntry, st.just(()), _TEXTS, st.just({"class": "failure", "n": [1]})),
    st.builds(Reorder, st.just(("sets", "a")), st.just((1, 0))),
)
_EDITS = st.builds(Edit, _PLACES, st.integers(1, 99999), st.integers(1, 500), _TEXTS)
_FIXES = st.builds(
    Fix,
    title=_TEXTS,
    changes=st.lists(_CHANGES, min_size=1, max_size=2).map(tuple),
    edits=st.lists(_EDITS, max_size=3).map(tuple),
    keeps_facts=st.booleans(),
) | st.builds(Fix, title=_TEXTS, changes=st.tuples(_CHANGES), refused=_TEXTS)
_FINDINGS = st.builds(
    Finding,
    code=st.sampled_from(["S101", "S102", "L020", "acme/S1", "X001"]),
    slug=st.sampled_from(["a-slug", "another-one"]),
    severity=st.sampled_from(Severity),
    message=_TEXTS,
    path=_TEXTS,
    place=st.none() | _PLACES,
    excerpt=_TEXTS,
    hint=_TEXTS,
    related=st.lists(_PLACES, max_size=2).map(tuple),
    provider=st.sampled_from(["", "acme"]),
    subject=_TEXTS,
    accepted=st.sampled_from(["", "", "because of |this| <b>"]),
    fix=st.none() | _FIXES,
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report as a check could make it: in reading order, with fingerprints and kinds."""
    findings = with_fingerprints(in_reading_order(draw(st.lists(_FINDINGS, max_size=6))))
    codes = dict.fromkeys(one.code for one in findings)
    passed = Looked(kind=kind("S900", what=draw(_TEXTS)), provider="acme")
    looked = [*(Looked(kind=kind(code, slug=draw(_TEXTS)), everywhere=draw(st.booleans())) for code in codes), passed]
    return Report(
        tool="dcsgen",
        version="0.1.0",
        files=tuple(draw(st.lists(_NAMES, min_size=1, max_size=3))),
        findings=findings,
        looked=tuple(sorted(looked, key=lambda one: one.kind.code)),
        fail_on=draw(st.sampled_from(Severity)),
    )


def without_fingerprints(one: Report) -> Report:
    """The report as a command makes it that has findings and nothing else."""
    findings = tuple(structs.replace(each, fingerprint="") for each in one.findings)
    return structs.replace(one, findings=findings, looked=())
