"""Puts witnesses to breaking changes: a rule's own, otherwise the one that is made for the subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import structs

from dcsgen.base.change import Action, Change, Verdict
from dcsgen.base.terminal import aside
from dcsgen.base.witness import AnyWitness
from dcsgen.compare.judging import OfferedChangeRule
from dcsgen.compare.witnesses import associations, created, imports, media, services, steps, web
from dcsgen.plugin.change_rule import Judged, Sides

Maker = Callable[[Change, Sides], AnyWitness | None]

MAKERS: dict[str, tuple[Maker, ...]] = {
    "services": (services.of_services,),
    "status_tables": (services.of_status,),
    "application_entities": (associations.of_entities,),
    "configuration": (associations.of_configuration, steps.of_configuration),
    "security": (associations.of_security, web.of_security, steps.of_security),
    "media": (media.of_media,),
    "web_services": (web.of_web,),
    "ae_mappings": (steps.of_peers,),
    "iods": (created.of_iod,),
    "common_modules": (created.of_iod,),
    "common_functional_groups": (created.of_iod,),
    "private_attributes": (created.of_private,),
    "context_groups": (steps.of_codes,),
    "templates": (steps.of_template,),
    "character_sets": (steps.of_character_sets,),
    "real_time_video": (steps.of_video,),
    "ihe_profiles": (steps.of_others,),
    "grayscale": (steps.of_others,),
    "communication": (steps.of_others,),
}
"""Who makes witnesses of changes in a part of the description, by its key; those with a memory are in `_makers`."""


UNKNOWN = (Action.STATED, Action.UNSTATED)
"""What nobody can tell has no witness."""


def _makers() -> dict[str, tuple[Maker, ...]]:
    """The makers for one run, with what they remember of it."""
    return {**MAKERS, "attribute_mappings": (partial(imports.of_mapping, demands={}),)}


def witnessed(
    changes: Sequence[Judged], sides: Sides, rules: Sequence[OfferedChangeRule]
) -> tuple[tuple[Judged, ...], tuple[str, ...]]:
    """The changes with witnesses of what breaks, and a sentence for each rule whose own witness failed.

    Where the descriptions hold nothing concrete, there is none.
    """
    trouble: list[str] = []
    makers = _makers()
    own = {offered.rule.code: offered.rule.witness for offered in rules if offered.rule.witness is not None}

    def made(judged: Judged) -> Judged:
        echoes = tuple(made(echo) for echo in judged.echoes)
        witness = _witness(judged, sides, own, makers, trouble) if _may_break(judged) else None
        if witness is None and all(one is other for one, other in zip(echoes, judged.echoes, strict=True)):
            return judged
        return structs.replace(judged, witness=witness, echoes=echoes)

    with aside():
        found = tuple(made(judged) for judged in changes)
    return found, tuple(dict.fromkeys(trouble))


def _may_break(judged: Judged) -> bool:
    """Whether it breaks, and not only by the word of a project about what hurts nobody."""
    harmless = (Verdict.COMPATIBLE, Verdict.EDITORIAL)
    return any(one.verdict is Verdict.BREAKING and one.ruled not in harmless for one in judged.judgements)


def _witness(
    judged: Judged,
    sides: Sides,
    own: Mapping[str, Maker],
    makers: Mapping[str, tuple[Maker, ...]],
    trouble: list[str],
) -> AnyWitness | None:
    change = judged.change
    if not change.path or change.action in UNKNOWN:
        return None
    by_rules = [(one.code, own[one.code]) for one in judged.judgements if one.code in own]
    by_part = [(judged.judgements[0].code, maker) for maker in makers.get(str(change.path[0]), ())]
    for code, make in [*by_rules, *by_part]:
        try:
            witness = make(change, sides)
        except KeyboardInterrupt:
            raise
        # As with the sentence of a rule: one of a plug-in must not end the run of all others.
        except BaseException as error:
            trouble.append(f"the witness of the change rule {code} failed: {type(error).__name__}: {error}")
            continue
        if witness is not None:
            return witness
    return None
