"""Pairs of small products that nearly work together, for hypothesis: a user, and a peer with much of what it wants."""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st

from dcsgen.plugin.testing import minimal_description

Description = dict[str, Any]

STORED = ("CTImageStorage", "MRImageStorage", "RTPlanStorage", "SecondaryCaptureImageStorage")
SYNTAXES = (
    "ImplicitVRLittleEndian",
    "ExplicitVRLittleEndian",
    "ExplicitVRBigEndian",
    "DeflatedExplicitVRLittleEndian",
    "JPEGBaseline8Bit",
    "RLELossless",
)
PLAIN = SYNTAXES[:3]
MODELS = ("PatientRootQueryRetrieveInformationModel", "StudyRootQueryRetrieveInformationModel")
OPENERS = ("self", "peer", "either")


class Pair(NamedTuple):
    """Two descriptions; the first one stores, asks and retrieves, the second one keeps."""

    a: Description
    b: Description


def _some(words: tuple[str, ...], least: int = 1, most: int = 3) -> st.SearchStrategy[list[str]]:
    """Some of them, in any order."""
    return st.lists(st.sampled_from(words), unique=True, min_size=least, max_size=most)


@st.composite
def _near(draw: st.DrawFn, wished: list[str], words: tuple[str, ...], most: int = 3) -> list[str]:
    """What a peer has where somebody wishes something: much of it in another order, or other things."""
    kept = draw(st.lists(st.sampled_from(wished), unique=True, max_size=most))
    other = draw(st.lists(st.sampled_from(words), unique=True, min_size=0 if kept else 1, max_size=2))
    return list(dict.fromkeys(draw(st.permutations([*kept, *other]))))


def _service(
    entity: str, role: str, sop_classes: list[str], syntaxes: list[str], initiator: str | None = None
) -> Description:
    made: Description = {
        "application_entity": entity,
        "role": role,
        "sop_classes": sop_classes,
        "transfer_syntaxes": syntaxes,
    }
    return made if initiator is None else {**made, "initiator": initiator}


@st.composite
def negotiations(draw: st.DrawFn) -> Pair:
    """Services for storage and query, in usual and unusual roles, opened by either side."""
    sent, syntaxes = draw(_some(STORED)), draw(_some(SYNTAXES))
    a = {"store": _service("USER", draw(st.sampled_from(("SCU", "SCU", "BOTH"))), sent, syntaxes, _opener(draw))}
    b = {
        "keep": _service(
            "ARCHIVE",
            draw(st.sampled_from(("SCP", "SCP", "BOTH"))),
            draw(_near(sent, STORED)),
            draw(_near(syntaxes, SYNTAXES)),
            _opener(draw),
        )
    }
    if draw(st.booleans()):
        asked, plain = draw(_some(MODELS, most=2)), draw(_some(PLAIN))
        a["ask"] = _service("USER", "SCU", [f"{model}Find" for model in asked], plain)
        b["answer"] = _service(
            draw(st.sampled_from(("ARCHIVE", "DESK"))),
            "SCP",
            [f"{model}Find" for model in draw(_near(asked, MODELS, most=2))],
            draw(_near(plain, PLAIN)),
        )
    return Pair(_product("USER", a), _product("ARCHIVE", b))


def _opener(draw: st.DrawFn) -> str | None:
    """Who opens the Association: mostly as usual."""
    return draw(st.sampled_from((None, None, None, *OPENERS)))


@st.composite
def retrievals(draw: st.DrawFn) -> Pair:
    """An archive that delivers by C-MOVE and by C-GET, to a user that receives more or less of what there is."""
    kept, syntaxes, plain = draw(_some(STORED)), draw(_some(SYNTAXES)), draw(_some(PLAIN))
    models = draw(_some(MODELS, most=2))
    opener = st.sampled_from(OPENERS)
    received = draw(_near(kept, STORED))
    a = {
        "move": _service("USER", "SCU", [f"{model}Move" for model in models], plain),
        "get": _service("USER", "SCU", [f"{model}Get" for model in models], plain),
        "receive": _service("USER", "SCP", received, draw(_near(syntaxes, SYNTAXES)), draw(opener)),
    }
    near = draw(_near(models, MODELS, most=2))
    b = {
        "move": _service("ARCHIVE", "SCP", [f"{model}Move" for model in near], draw(_near(plain, PLAIN))),
        "get": _service("ARCHIVE", "SCP", [f"{model}Get" for model in near], draw(_near(plain, PLAIN))),
        "deliver": _service("ARCHIVE", "SCU", kept, syntaxes, draw(opener)),
    }
    return Pair(_product("USER", a), _product("ARCHIVE", b))


def _product(name: str, services: Description, **more: Any) -> Description:
    entities = {one["application_entity"]: {"function": "It takes part."} for one in services.values()}
    return minimal_description(
        product={"name": name},
        application_entities=entities,
        services=services,
        configuration={"local": {entity: {"ae_title": entity, "port": 104} for entity in entities}},
        **more,
    )
