"""Transfer Syntaxes in which a product has to take or send objects of SOP Classes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dcsgen.base.requirement import Ground
from dcsgen.base.text import listed
from dcsgen.base.words import Role
from dcsgen.builtin.requirement._grounds import (
    CHOICE,
    best,
    choice_of,
    choice_words,
    names,
    not_met,
    not_stated,
    together,
    under,
)
from dcsgen.builtin.requirement._services import (
    ROLE,
    SOP_CLASS,
    TRANSFER_SYNTAX,
    Found,
    conditions_of,
    role_words,
    roles_of,
    support,
    supporting,
)
from dcsgen.plugin import Candidate, RequirementKind


def words(wanted: Mapping[str, Any]) -> str:
    """The Transfer Syntaxes, and for what."""
    return f"{choice_words(wanted)} for {names(wanted['sop_classes'])} as {role_words(wanted['role'])}"


def judge(wanted: Mapping[str, Any], candidate: Candidate) -> Iterator[Ground]:
    """What the services with each SOP Class say; a SOP Class that is not supported has no Transfer Syntax either."""
    for role in roles_of(wanted["role"]):
        yield from together((each, _of_sop_class(each, role, wanted, candidate)) for each in wanted["sop_classes"])


def _of_sop_class(sop_class: dict[str, Any], role: Role, wanted: Mapping[str, Any], candidate: Candidate) -> Ground:
    found = list(supporting(candidate.capability, sop_class["uid"], role))
    if not found:
        return support(sop_class, role, candidate)
    entities: dict[str, list[Found]] = {}
    for one in found:
        entities.setdefault(one.service.application_entity, []).append(one)
    grounds = [_of_services(several, sop_class, role, wanted, candidate) for several in entities.values()]
    if len(entities) > 1 and not best(grounds).fulfilment.holds:
        ground = _of_services(found, sop_class, role, wanted, candidate)
        if ground.fulfilment.holds:
            only = f"By {listed(list(entities), 'and')} together only."
            return under(f"{only} {ground.condition}".rstrip(), ground.sentence, *ground.paths)
    return best(grounds)


def _of_services(
    several: Sequence[Found], sop_class: dict[str, Any], role: Role, wanted: Mapping[str, Any], candidate: Candidate
) -> Ground:
    """What services with a SOP Class negotiate together: each may be one Presentation Context of several."""
    who = listed(list(dict.fromkeys(one.service.application_entity for one in several)), "and")
    does = "accepts" if role is Role.SCP else "proposes"
    stated: dict[str, tuple[str, Found]] = {}
    # Where several services have it, those without conditions count.
    for one in sorted(several, key=lambda one: bool(conditions_of(one.service, sop_class["uid"]))):
        for syntax in one.service.transfer_syntaxes:
            stated.setdefault(syntax.uid, (syntax.name, one))
    syntaxes = wanted["one_of"] if "one_of" in wanted else wanted["all_of"]
    there = [syntax for syntax in syntaxes if syntax["uid"] in stated]
    lacking = [syntax for syntax in syntaxes if syntax["uid"] not in stated]
    if there and ("one_of" in wanted or not lacking):
        given = [(syntax, conditions_of(stated[syntax["uid"]][1].service, sop_class["uid"])) for syntax in there]
        if "one_of" in wanted:
            # Where one is enough, so is one condition.
            nearest = min((condition for _, condition in given), key=bool)
            given = [(syntax, condition) for syntax, condition in given if condition == nearest]
        told = f"{who} {does} {names([syntax for syntax, _ in given])} for {sop_class['name']}."
        paths = [stated[syntax["uid"]][1].path("transfer_syntaxes", syntax["uid"]) for syntax, _ in given]
        return under(" ".join(dict.fromkeys(condition for _, condition in given if condition)), told, *paths)
    where = [one.path("transfer_syntaxes") for one in several]
    if not candidate.lists(stated):
        return not_stated(
            f"{who} does not state whether it {does} {names(lacking, 'or')} for {sop_class['name']}.", *where
        )
    others = names([name for name, _ in stated.values()])
    return not_met(f"{who} {does} {others} for {sop_class['name']}, but not {names(lacking, 'or')}.", *where)


KIND = RequirementKind(
    name="transfer_syntaxes",
    title="Transfer Syntaxes",
    what="Transfer Syntaxes that the product negotiates for each of some SOP Classes.",
    schema={
        "type": "object",
        "required": ["sop_classes", "role"],
        "oneOf": CHOICE,
        "properties": {
            **choice_of(TRANSFER_SYNTAX, "Transfer Syntaxes, by keyword, name or UID,", ["JPEG2000Lossless"]),
            "sop_classes": {
                "description": "SOP Classes, for each of which they are needed.",
                "type": "array",
                "items": SOP_CLASS,
                "minItems": 1,
                "examples": [["CTImageStorage"]],
            },
            "role": ROLE,
        },
        "additionalProperties": False,
    },
    example={"one_of": ["JPEGLSLossless", "JPEG2000Lossless"], "sop_classes": ["CTImageStorage"], "role": "SCP"},
    words=words,
    judge=judge,
)
