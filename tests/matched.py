"""Matches for tests: made by hand, so that they stay what they are whatever match rules say."""

from __future__ import annotations

from dcsgen.base.interaction import (
    Context,
    Interaction,
    Loss,
    Means,
    Missing,
    Outcome,
    Reason,
    Remedy,
    Side,
    Source,
    Step,
    Taker,
    Unmet,
    Workflow,
)
from dcsgen.base.place import Place
from dcsgen.plugin.match_reporter import Explained, Match, Product

NAMES = {Side.A: "PLANNER", Side.B: "TREATER"}
FILES = {Side.A: "planner.yaml", Side.B: "treater.yaml"}
EXPLICIT, IMPLICIT = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"
TRANSFER_SYNTAXES = {EXPLICIT: "Explicit VR Little Endian", IMPLICIT: "Implicit VR Little Endian"}


def taker(side: Side, entity: str, record: str = "service", line: int = 3) -> Taker:
    return Taker(
        side=side,
        product=NAMES[side],
        application_entity=entity,
        path=("services", record),
        place=Place(FILES[side], line, 5),
    )


def reason(outcome: Outcome, message: str, code: str = "M901", **more: object) -> Reason:
    """A reason with a place on both sides."""
    sources = tuple(
        Source(side=side, path=("services", "service"), place=Place(FILES[side], line, 9))
        for side, line in ((Side.A, 12), (Side.B, 34))
    )
    return Reason(code=code, slug="made-up", outcome=outcome, message=message, sources=sources, **more)  # type: ignore[arg-type]


def interaction(
    name: str,
    reasons: tuple[Reason, ...] = (),
    *,
    outcome: Outcome = Outcome.WORKS,
    user: Side = Side.A,
    entities: tuple[str, str] = ("SEND", "RECEIVE"),
    service_class: str = "Storage",
    key: str = "",
    means: Means = Means.NETWORK,
) -> Interaction:
    context = Context(
        initiator=user,
        proposed=TRANSFER_SYNTAXES,
        accepted={IMPLICIT: TRANSFER_SYNTAXES[IMPLICIT]},
        common={IMPLICIT: TRANSFER_SYNTAXES[IMPLICIT]},
        chosen=IMPLICIT,
    )
    return Interaction(
        means=means,
        user=taker(user, entities[0], "sending"),
        provider=taker(user.other, entities[1], "receiving"),
        service_class=service_class,
        key=key or name,
        name=name,
        outcome=outcome,
        context=context if means is Means.NETWORK else None,
        reasons=reasons,
    )


def unmet(name: str, *, side: Side = Side.A, role: str = "SCU", near: tuple[str, ...] = (), key: str = "") -> Unmet:
    return Unmet(
        means=Means.NETWORK,
        taker=taker(side, "SEND"),
        role=role,
        service_class="Storage",
        key=key or name,
        name=name,
        outcome=Outcome.FAILS,
        near=near,
    )


IGNORED = tuple(
    reason(
        Outcome.LOSS,
        f"TREATER ignores {path}",
        "M100",
        subject=path,
        loss=Loss.IGNORED,
    )
    for path in (
        "PatientComments",
        "BeamSequence.BeamDescription",
        "BeamSequence.TreatmentMachineName",
        "DoseReferenceSequence.DoseReferenceDescription",
    )
)
TOLD = Missing(
    side=Side.B,
    path=("services", "receiving", "transfer_syntaxes"),
    what="which Transfer Syntaxes it accepts | <b>",
    place=Place(FILES[Side.B], 7, 3),
)

EXPLAINED = (
    Explained(
        code="M100",
        slug="attribute-ignored",
        what="An Attribute that is sent is *not used*.",
        why="What nobody reads, nobody acts on.",
        instead="Ask for it.",
        clause="PS3.4 B.4",
        together="{provider} ignores {count} Attributes that {user} sends",
    ),
    Explained(code="M901", slug="made-up", what="Made up.", why="For tests.", instead="Nothing."),
)


def small() -> Match:
    """A match with every outcome, and something of everything that there can be."""
    interactions = (
        interaction("RT Plan Storage", (*IGNORED, SET_UP), outcome=Outcome.LOSS, key="1.2.840.10008.5.1.4.1.1.481.5"),
        interaction("CT Image Storage", key="1.2.840.10008.5.1.4.1.1.2"),
        interaction("MR Image Storage", key="1.2.840.10008.5.1.4.1.1.4"),
        interaction(
            "RT Structure Set Storage",
            (reason(Outcome.CANNOT_TELL, "TREATER does not say what it accepts", missing=(TOLD,)),),
            outcome=Outcome.CANNOT_TELL,
            entities=("SEND", "QUERY"),
            key="1.2.840.10008.5.1.4.1.1.481.3",
        ),
        interaction(
            "RT Beams Treatment Record Storage",
            (
                reason(
                    Outcome.FAILS,
                    "TREATER proposes <b>only</b> JPEG | =1+1",
                    remedies=(
                        Remedy(side=Side.B, change="propose Implicit VR Little Endian"),
                        Remedy(side=Side.A, change="accept JPEG"),
                    ),
                ),
            ),
            outcome=Outcome.FAILS,
            user=Side.B,
            entities=("EXPORT", "IMPORT"),
            key="1.2.840.10008.5.1.4.1.1.481.4",
        ),
        interaction("Verification SOP Class", service_class="Verification", key="1.2.840.10008.1.1"),
        interaction(
            "Verification SOP Class",
            service_class="Verification",
            entities=("SEND", "QUERY"),
            key="1.2.840.10008.1.1",
        ),
    )
    return Match(
        tool="dcsgen",
        version="0.0",
        a=Product(side=Side.A, file=FILES[Side.A], name="PLANNER", version="1.0", vendor="Company A", document="D-1 2"),
        b=Product(side=Side.B, file=FILES[Side.B], name="TREATER", version="2.0", vendor="Company B", draft=True),
        interactions=interactions,
        unmet=(
            unmet("RT Dose Storage", near=("RT Plan Storage",), key="1.2.840.10008.5.1.4.1.1.481.2"),
            unmet("Encapsulated PDF Storage", near=("RT Plan Storage",), key="1.2.840.10008.5.1.4.1.1.104.1"),
        ),
        workflows=(
            Workflow(
                slug="send-plan",
                title="PLANNER sends plans to TREATER",
                user=Side.A,
                outcome=Outcome.LOSS,
                steps=(
                    Step(
                        title="PLANNER sends plans to TREATER",
                        user=Side.A,
                        need="any",
                        interactions=(0,),
                        outcome=Outcome.LOSS,
                        message="TREATER ignores 4 Attributes that PLANNER sends",
                    ),
                    Step(
                        title="PLANNER sends doses to TREATER",
                        user=Side.A,
                        need="any",
                        interactions=(),
                        outcome=Outcome.FAILS,
                        optional=True,
                        message="TREATER has no counterpart for RT Dose Storage",
                        unmet=(0,),
                    ),
                ),
                message="TREATER ignores 4 Attributes that PLANNER sends",
                clause="PS3.4 B",
            ),
        ),
        rules=EXPLAINED,
        trouble=("the match rule acme/M1 failed: KeyError: 1",),
    )


SET_UP = reason(
    Outcome.WORKS,
    "TREATER accepts Associations from known AE Titles only",
    condition="enter the AE Title of PLANNER at TREATER",
)
