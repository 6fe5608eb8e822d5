"""Witnesses that are no messages: what is done at the product, what people rely on, what other systems are told."""

from __future__ import annotations

from typing import Any

from dcsgen.base.change import Action, Change, Subject
from dcsgen.base.text import listed, scalar
from dcsgen.base.witness import AnyWitness, ObjectWitness, Reply, StepWitness
from dcsgen.compare.witnesses.imports import outside
from dcsgen.compare.witnesses.parts import both, element
from dcsgen.model.attribute_mapping import AeMapping
from dcsgen.model.character_sets import Conversion
from dcsgen.model.configuration import Parameter
from dcsgen.model.content import ContentItem, ContextGroup, SrTemplate
from dcsgen.model.integration import RealTimeVideo
from dcsgen.plugin.change_rule import Sides

AT_PRODUCT = "it is done at the product"
READ = "whether texts are read shows at the product"


def of_configuration(change: Change, sides: Sides) -> AnyWitness | None:
    """Who may change what, and to which values."""
    name = str(change.path[2]) if len(change.path) > 2 else ""
    if change.field == "configurable":
        what = {
            Subject.LOCAL_ADDRESS: f"the AE Title and address of {name}",
            Subject.REMOTE_ADDRESS: f"the entry of the peer {name}",
        }.get(change.subject, f"the parameter {name}")
        return _step(f"a {change.before} changes {what}", "it can be changed", f"it is {change.after}")
    parameter: Parameter | None = (sides.old.configuration.parameters or {}).get(name)
    if change.path[1] != "parameters" or parameter is None:
        return None
    if change.field == "range":
        value = outside(change.before, change.after)
        unit = f" {parameter.unit}" if parameter.unit else ""
        return None if value is None else _step(f"{name} is set to {value}{unit}", "it is taken", "it is refused")
    if change.field == "unit":
        value = "1" if parameter.default is None else scalar(parameter.default)
        return _step(
            f"{name} stands at {value}", f"it means {value} {change.before}", f"it means {value} {change.after}"
        )
    if change.subject is Subject.VALUE and change.action is Action.REMOVED:
        return _step(f"{name} is set to {change.key}", "it is taken", "it is refused")
    return None


def of_character_sets(change: Change, sides: Sides) -> AnyWitness | None:
    """A text in a character set, or one that was converted."""
    if change.subject is Subject.CHARACTER_SET and change.action is Action.REMOVED:
        return ObjectWitness(
            elements=(element("SpecificCharacterSet", change.key), element("PatientName", "DOE^JANE")),
            before=Reply("its texts are read"),
            after=Reply("its texts are not read"),
            no_script=READ,
        )
    if isinstance(change.before, Conversion) and change.action is Action.REMOVED:
        was = change.before
        step = f"a text comes in {listed(was.incoming, 'or')}"
        return _step(step, f"it goes on in {was.outgoing}", "it is not converted", READ)
    return None


def of_codes(change: Change, sides: Sides) -> AnyWitness | None:
    """A code that a peer knows, or that is put in at the product."""
    group: ContextGroup | None = both(change, sides)[0]
    name = str(change.path[1])
    if group is None:
        return None
    if change.field == "scheme":
        key = str(change.path[3])
        code = group.codes.get(key)
        meaning = code.meaning if code else ""
        before, after = (f'the product writes ({key}, {one}, "{meaning}")' for one in (change.before, change.after))
        step = f"a peer knows the code {key} of the scheme {change.before}"
        return _step(step, before, after, "which code is written, the user chooses at the product")
    if change.field == "configurable":
        return _step(f"somebody changes the codes of {name}", f"they are {change.before}", f"they are: {change.after}")
    return None


def of_template(change: Change, sides: Sides) -> AnyWitness | None:
    """A Content Item that a reader of reports looks for."""
    old: SrTemplate | None = both(change, sides)[0]
    if old is None:
        return None
    why = "which reports there are is up to the product"
    if change.subject is Subject.TEMPLATE:
        after = f"the reports follow TID {change.after}" if change.field else "there are no such reports"
        return _step(f"a reader takes reports of TID {old.tid} ({old.name})", "the product makes them", after, why)
    path = next((str(step) for step in reversed(change.path) if str(step) in old.content), "")
    item: ContentItem | None = old.content.get(path)
    if item is None or change.action is Action.ADDED:
        return None
    words = [
        item.value_type,
        *([item.relationship] if item.relationship else []),
        *([item.concept] if item.concept else []),
    ]
    after = str(change.after).replace("_", " ") if change.field else "it is not there"
    before = str(change.before).replace("_", " ") if change.field else "it is there"
    step = f"a reader of reports of TID {old.tid} looks for {path} ({', '.join(map(str, words))})"
    return _step(step, before, after, why)


def of_peers(change: Change, sides: Sides) -> AnyWitness | None:
    """An object of a peer that is treated in its own way."""
    old: AeMapping | None = both(change, sides)[0]
    steps = [str(step) for step in change.path]
    if old is None or "per_ae_title" not in steps:
        return None
    at = steps.index("per_ae_title")
    path, peer = steps[at - 1], steps[at + 1]
    target = old.attributes[path].per_ae_title.get(peer) if path in old.attributes else None
    why = "where a value goes shows at the product"
    if change.subject is Subject.TRANSLATION:
        after = f"it becomes {change.after}" if change.after is not None else "it stays as it is"
        return _step(f"{peer} sends {path} = {change.key}", f"it becomes {change.before}", after, why)
    if change.field == "source":
        return _step(f"{peer} sends {change.before}", f"it is taken for {path}", f"{change.after} is taken", why)
    if change.action is Action.REMOVED:
        field = ", ".join(target.field) if target else ""
        return _step(
            f"{peer} sends {path}", f"it goes to {field or 'its own field'}", "it goes where all others go", why
        )
    return None


def of_video(change: Change, sides: Sides) -> AnyWitness | None:
    """Real-time video that another device sends or takes (PS3.22)."""
    old: RealTimeVideo | None = both(change, sides)[0]
    if old is None or change.action is Action.ADDED:
        return None
    does = "sends" if old.role == "consumer" else "takes"
    syntax = old.transfer_syntaxes[0].name if old.transfer_syntaxes else "any Transfer Syntax"
    what = f"video of {old.sop_classes[0].name} in {syntax}" if old.sop_classes else "video"
    after = "it is not there any more"
    if change.subject is Subject.VIDEO_FORMAT:
        what += f", {str(change.path[-2]).removesuffix('s').replace('_', ' ')} {change.key}"
    elif change.subject is Subject.VIDEO_RESOLUTION:
        size = old.resolutions.get(str(change.path[3]))
        rate = f", {size.frame_rate} frames per second" if size and size.frame_rate else ""
        what += f", {size.columns} x {size.rows}{rate}" if size else ""
        after = f"it has {change.after} frames per second" if change.field == "frame_rate" else after
    elif change.field == "role":
        after = f"the product is the {change.after}"
    return _step(f"another device {does} {what}", "it works", after, "no library plays PS3.22 from a script")


def of_others(change: Change, sides: Sides) -> AnyWitness | None:
    """Claims and functions of the whole product."""
    key = change.key
    if change.path[0] == "grayscale":
        return _step(
            "an image is shown on two displays, one of them the product's",
            "both show the same gray, by the Grayscale Standard Display Function (PS3.14)",
            "they may differ",
            "it takes a luminance meter",
        )
    if change.action is not Action.REMOVED:
        return None
    if change.path[0] == "communication":
        return _step(
            f"a peer connects over {key}", "it is supported", "it is not supported", "it is a matter of the network"
        )
    profile = str(change.path[1])
    said = {
        Subject.IHE_PROFILE: f"a site builds on the IHE profile {profile}",
        Subject.IHE_ACTOR: f"a site builds on the product as {key} of {profile}",
        Subject.IHE_OPTION: f"a site builds on the option {key} of {profile}",
    }.get(change.subject)
    return (
        _step(said, "the product claims it", "the product does not claim it", "a claim covers many transactions")
        if said
        else None
    )


_WHY = {
    "audit_trail": "it goes to the audit repository when something happens at the product",
    "digital_signatures": "which signatures there are is up to the product",
    "de_identification": "what is left in an object shows at the product",
    "system_management": "it is between the product and servers of the network",
    "media_security": "it takes a medium that the product has secured",
    "secure_use": "it shows at the product",
}


def of_security(change: Change, sides: Sides) -> AnyWitness | None:
    """Audit trails, signatures, de-identification and system management."""
    group = str(change.path[1])
    if len(change.path) < 3:
        return None
    use: Any = next(
        (found for side in sides if (found := getattr(side.security, group, {}).get(str(change.path[2])))), None
    )
    if group not in _WHY or use is None:
        return None
    profile = use.profile.name
    if change.field == "port":
        step = f"an audit repository listens on port {change.before} ({profile})"
        return _step(step, "it gets the messages", f"they go to port {change.after}", _WHY[group])
    if change.subject is Subject.AUDIT_FIELD:
        message, field = str(change.path[4]), str(change.path[6])
        return _step(
            f"an audit repository looks for {field} in {message}", "it is filled", "it is not filled", _WHY[group]
        )
    if change.field == "use":
        what = next(str(step) for step in reversed(change.path[:-1]) if not isinstance(step, int))
        step = f"somebody relies on {what} in the directory"
        return _step(step, f"the product has it {change.before}", f"the product has it {change.after}", _WHY[group])
    if change.field or change.action is not Action.REMOVED:
        return None
    who = "an audit repository" if group == "audit_trail" else "somebody"
    value: Any = change.before
    what = getattr(value, "name", "") or getattr(getattr(value, "profile", None), "name", "") or change.key
    inside = "" if what == profile else f" of {profile}"
    return _step(f"{who} relies on {what}{inside}", "it is supported", "it is not supported", _WHY[group])


def _step(step: str, before: str, after: str, why: str = AT_PRODUCT) -> StepWitness:
    return StepWitness(step=step, before=Reply(before), after=Reply(after), no_script=why)
