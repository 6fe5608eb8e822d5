"""Pairs of small products that nearly work together, for hypothesis: a user, and a peer with much of what it wants."""

from __future__ import annotations

import os
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


def pairs(usual: int) -> int:
    """How many pairs are tried: `DCSGEN_PAIRS` of them if it is set, for a run that takes longer."""
    return int(os.environ.get("DCSGEN_PAIRS", usual))


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
        a["ask"]["keys"] = b["answer"]["keys"] = {"PatientID": {"matching": ["single_value"], "returned": True}}
    return Pair(_product("USER", a), _product("ARCHIVE", b))


KEYS = {
    "PatientName": ("single_value", "wildcard"),
    "PatientID": ("single_value",),
    "StudyDate": ("single_value", "range"),
    "AccessionNumber": ("single_value", "wildcard"),
    "StudyDescription": ("single_value", "wildcard"),
    "ReferringPhysicianName": ("single_value", "wildcard"),
}
"""Keys of studies, Unique, Required and Optional ones (PS3.4 Table C.6-5), with the kinds of values that are tried."""


@st.composite
def queries(draw: st.DrawFn) -> Pair:
    """A user that asks with some values in some keys, and an archive that matches and returns much of it."""
    asked = draw(st.lists(st.sampled_from(list(KEYS)), unique=True, min_size=2, max_size=5))
    supported = draw(st.lists(st.sampled_from(list(KEYS)), unique=True, min_size=3))
    a: Description = {key: {"matching": draw(_some(KEYS[key], most=2)), "returned": True} for key in asked}
    b: Description = {}
    for key in supported:
        types = draw(st.one_of(_some(KEYS[key], most=2), st.just(["universal"])))
        b[key] = {"matching": types, "returned": draw(_RETURNED)}
    # An entry without any Attribute is none.
    a["StudyID"] = b["StudyID"] = {"returned": True}
    find, plain = [f"{MODELS[1]}Find"], ["ImplicitVRLittleEndian"]
    asks, answers = _service("USER", "SCU", find, plain), _service("ARCHIVE", "SCP", find, plain)
    return Pair(_product("USER", {"ask": {**asks, "keys": a}}), _product("ARCHIVE", {"answer": {**answers, "keys": b}}))


_RETURNED = st.sampled_from((True, True, False))


WRITTEN = {
    "RTPlanLabel": ("PLAN", "BOOST", "A PLAN OF LENGTH"),
    "RTPlanName": ("Breast left", "Prostate"),
    "RTPlanDescription": ("First course", "Second"),
    "RTPlanDate": ("20240131", "20240201"),
    "PlanIntent": ("CURATIVE", "PALLIATIVE", "PROPHYLACTIC"),
}
"""Attributes of the Module RT General Plan (PS3.3 C.8.8.9) with values that are written into them."""


@st.composite
def contents(draw: st.DrawFn) -> Pair:
    """A sender of RT Plans that says what it writes into them, and a receiver that demands and refuses some of it."""
    a: Description = {"RTPlanLabel": _written(draw, "RTPlanLabel", "always")}
    for key in draw(_some(tuple(WRITTEN)[1:], least=0, most=4)):
        presences = ("always", "always", "attribute_not_always", "empty" if key == "RTPlanDate" else "always")
        a[key] = _written(draw, key, draw(st.sampled_from(presences)))
    if "RTPlanDate" not in a:
        a["RTPlanDate"] = {"presence": "empty"}
    b: Description = {}
    for key in draw(_some(tuple(WRITTEN), most=4)):
        b[key] = {"use": draw(st.sampled_from(("mandatory", "mandatory", "optional")))}
        if key == "PlanIntent" and draw(st.booleans()):
            # Without a status, an optional Attribute may be ignored or the object refused.
            b[key].update(values=draw(_some(WRITTEN[key])), status="A900", otherwise="The object is refused.")
        if key == "RTPlanLabel" and draw(st.booleans()):
            b[key].update(length=draw(st.integers(4, 16)), too_long="rejected")
    plan = {"title": "RT Plan", "sop_class": "RTPlanStorage"}
    created = {**plan, "role": "created", "modules": {PLAN: {"support": "used", "presence": "always", "attributes": a}}}
    received = {**plan, "role": "received", "modules": {PLAN: {"support": "used"}}}
    mapping = {"title": "Import", "iod": "plan", "direction": "import", "target": "Database"}
    mapping["modules"] = {PLAN: {"attributes": b}}
    sends = _service("USER", "SCU", ["RTPlanStorage"], ["ImplicitVRLittleEndian"])
    keeps = _service("ARCHIVE", "SCP", ["RTPlanStorage"], ["ImplicitVRLittleEndian"])
    return Pair(
        _product("USER", {"store": {**sends, "iod": "plan"}}, iods={"plan": created}),
        _product(
            "ARCHIVE",
            {"keep": {**keeps, "attribute_mapping": "import"}},
            iods={"plan": received},
            attribute_mappings={"import": mapping},
        ),
    )


PLAN = "RT General Plan"


def _written(draw: st.DrawFn, key: str, presence: str) -> Description:
    """An Attribute of created objects, with all values that it may have."""
    if presence == "empty":
        return {"presence": presence}
    made: Description = {"presence": presence, "values": draw(_some(WRITTEN[key], most=2))}
    return {**made, "condition": "If the user has entered it."} if presence == "attribute_not_always" else made


def _opener(draw: st.DrawFn) -> str | None:
    """Who opens the Association: mostly as usual."""
    return draw(st.sampled_from((None, None, None, *OPENERS)))


class Trio(NamedTuple):
    """An archive, a product that retrieves from it, and one that is the destination of what another one retrieves."""

    user: Description
    archive: Description
    third: Description


@st.composite
def retrievals(draw: st.DrawFn) -> Trio:
    """An archive that delivers by C-MOVE and by C-GET, to peers that receive more or less of what there is."""
    kept, syntaxes, plain = draw(_some(STORED)), draw(_some(SYNTAXES)), draw(_some(PLAIN))
    models = draw(_some(MODELS, most=2))
    near = draw(st.one_of(st.just(models), _near(models, MODELS, most=2)))
    fitting = st.one_of(st.just(plain), _near(plain, PLAIN))
    openers = st.sampled_from(("either", *OPENERS))
    user = {
        "move": _service("USER", "SCU", [f"{model}Move" for model in models], plain),
        "get": _service("USER", "SCU", [f"{model}Get" for model in models], plain),
        "receive": _service("USER", "SCP", draw(_near(kept, STORED)), draw(_near(syntaxes, SYNTAXES)), draw(openers)),
    }
    archive = {
        "move": _service("ARCHIVE", "SCP", [f"{model}Move" for model in near], draw(fitting)),
        "get": _service("ARCHIVE", "SCP", [f"{model}Get" for model in near], draw(fitting)),
        "deliver": _service("ARCHIVE", "SCU", kept, syntaxes, draw(openers)),
    }
    receive = _service("THIRD", "SCP", draw(_near(kept, STORED)), draw(_near(syntaxes, SYNTAXES)))
    return Trio(_product("USER", user), _product("ARCHIVE", archive), _product("THIRD", {"receive": receive}))


@st.composite
def policies(draw: st.DrawFn) -> Pair:
    """One service that fits, and policies that let Associations in or not; one or two of them are out of the usual."""
    odd = draw(st.sets(st.sampled_from(("context", "called", "calling", "numbers", "identity", "tls")), max_size=2))
    sent = ["CTImageStorage"]
    a = _product("USER", {"store": _service("USER", "SCU", sent, ["ImplicitVRLittleEndian"])})
    b = _product("ARCHIVE", {"keep": _service("ARCHIVE", "SCP", sent, ["ImplicitVRLittleEndian"])})
    opening: Description = {}
    accepting: Description = {"accepted_called_ae_titles": "any", "accepted_calling_ae_titles": "any"}
    if "context" in odd:
        opening["application_context"] = draw(st.sampled_from((DICOM, PRIVATE)))
        accepting["application_context"] = PRIVATE
    if "called" in odd:
        titles = draw(st.sampled_from((None, "configured", ["ARCHIVE"], ["OTHER"], ["OTHER", "ARCHIVE"])))
        _set(accepting, "accepted_called_ae_titles", titles)
    if "calling" in odd:
        titles = draw(st.sampled_from((None, "configured", ["USER"], ["FRIEND"])))
        _set(accepting, "accepted_calling_ae_titles", titles)
        _set(a["configuration"]["local"]["USER"], "configurable", draw(st.sampled_from((None, "user", "fixed"))))
        b["configuration"]["remote"] = draw(st.sampled_from(({}, {"USER": {}}, {"FRIEND": {}})))
    if "numbers" in odd:
        opening["as_initiator"] = {"max_associations": draw(st.integers(1, 3))}
        accepting["as_acceptor"] = {"max_associations": draw(st.integers(1, 2))}
    a["application_entities"]["USER"]["association"] = opening
    b["application_entities"]["ARCHIVE"]["association"] = accepting
    if "identity" in odd:
        profiles = st.sampled_from(IDENTITIES)
        a["security"] = {"user_identity": {"sent": {"profile": draw(profiles), "stance": "offers"}}}
        b["security"] = {"user_identity": {"wanted": {"profile": draw(profiles), "stance": draw(STANCES)}}}
    if "tls" in odd:
        for side in (a, b):
            tls = draw(st.one_of(st.none(), _tls(), _tls()))
            if tls:
                side.setdefault("security", {})["secure_transport"] = {"tls": tls}
    return Pair(a, b)


DICOM, PRIVATE = "1.2.840.10008.3.1.1.1", "1.2.3.4"
IDENTITIES = ("basic-user-identity", "user-identity-plus-passcode")
STANCES = st.sampled_from(("offers", "demands"))


@st.composite
def _tls(draw: st.DrawFn) -> Description:
    versions = draw(st.sampled_from((["1.2"], ["1.3"], ["1.2", "1.3"])))
    tls: Description = {"profile": "B.12", "stance": draw(STANCES), "tls_versions": versions}
    # With TLS 1.3, whoever lacks a certificate learns it only later.
    if versions == ["1.2"] and draw(st.booleans()):
        tls["peer_certificate"] = "required"
    return tls


def _set(made: Description, key: str, value: Any) -> None:
    """A key that is there only if it says something."""
    if value is not None:
        made[key] = value


def _product(name: str, services: Description, **more: Any) -> Description:
    entities = {one["application_entity"]: {"function": "It takes part."} for one in services.values()}
    return minimal_description(
        product={"name": name},
        application_entities=entities,
        services=services,
        configuration={"local": {entity: {"ae_title": entity, "port": 104} for entity in entities}},
        **more,
    )
