"""Descriptions to compare, random edits of them, and forms in which two can be held against each other."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from dcsgen import api
from dcsgen.base.change import Change
from dcsgen.compare.items import keyed
from dcsgen.model import Capability
from dcsgen.model.compared import CAPABILITY, Form, Record

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ("archive", "modality", "xyz", "dcmqrscp")

Plain = Any


@cache
def example(name: str) -> Capability:
    """The Capability of an example."""
    found = api.load(ROOT / "examples" / name / f"{name}.yaml", api.open_host(folders=[ROOT / "plugins"])).capability
    assert found is not None
    return found


def small(**records: Any) -> Capability:
    """A Capability with little in it but these records of a description."""
    frame = {
        "dcsgen": 1,
        "product": {"name": "P", "vendor": "V", "version": "1"},
        "document": {"identifier": "D", "revision": "1", "date": "2020-01-01"},
        "application_entities": {"A": {"function": "It stores."}, "B": {"function": "It prints."}},
    }
    return api.capability_of({**frame, **records})


def service(**keys: Any) -> dict[str, Any]:
    """A storage provider."""
    frame = {
        "application_entity": "A",
        "sop_classes": ["CTImageStorage", "MRImageStorage"],
        "role": "SCP",
        "transfer_syntaxes": ["ExplicitVRLittleEndian", "ImplicitVRLittleEndian"],
    }
    return {**frame, **keys}


def told(changes: tuple[Change, ...]) -> list[str]:
    """What changed, in a line each: action, subject, path and field."""
    return [f"{one.action} {one.subject} {'/'.join(map(str, one.path))}" for one in changes]


def canonical(value: Any, record: Record = CAPABILITY) -> Plain:
    """A record as plain data in which what has no order is sorted."""
    return {name: _canonical(getattr(value, name), field) for name, field in record.fields.items()}


def _canonical(value: Any, field: Any) -> Plain:
    if field.form is Form.ONE and value is not None:
        return canonical(value, field.record)
    if field.form is Form.MAP and field.record is not None and value is not None:
        return {key: canonical(entry, field.record) for key, entry in value.items()}
    if field.form is Form.SET and value is not None:
        return sorted(keyed(value, field).items(), key=lambda item: item[0])
    if field.form is Form.EXTENT and isinstance(value, tuple):
        return sorted(set(value))
    return value


def comparable(change: Change) -> str:
    """A change as text that does not depend on the order of its echoes."""
    echoes = sorted(comparable(echo) for echo in change.echoes)
    bare = msgspec.structs.replace(change, echoes=())
    return f"{bare!r} {echoes}"


def edited(capability: Capability, seed: int, edits: int) -> Capability:
    """A Capability after some random edits of any kind: things come and go, move, get other names and values."""
    dice = random.Random(seed)
    plain = msgspec.to_builtins(capability)
    made = 0
    for _ in range(edits * 20):
        trial = msgspec.json.decode(msgspec.json.encode(plain))
        _edit(trial, dice)
        try:
            msgspec.convert(trial, Capability)
        except msgspec.ValidationError:
            continue
        plain = trial
        made += 1
        if made == edits:
            break
    return msgspec.convert(plain, Capability)


def _edit(plain: Plain, dice: random.Random) -> None:
    nodes = [node for node in _containers(plain) if node]
    node = dice.choice(nodes)
    if isinstance(node, list):
        _edit_list(node, dice)
        return
    key = dice.choice(sorted(node))
    what = dice.randrange(6)
    if what == 0:
        del node[key]
    elif what == 1 and isinstance(node[key], dict):
        node[f"{key}-{dice.randrange(3)}"] = node.pop(key)
    elif what == 2 and isinstance(node[key], dict):
        node[f"{key}-{dice.randrange(3)}"] = msgspec.json.decode(msgspec.json.encode(node[key]))
    elif what == 3 and isinstance(node[key], dict):
        other = dice.choice([each for each in _containers(plain) if isinstance(each, dict)])
        other[key] = node.pop(key)
    elif what == 4:
        entries = list(node.items())
        dice.shuffle(entries)
        node.clear()
        node.update(entries)
    else:
        node[key] = _other(node[key], dice)


def _edit_list(node: list[Any], dice: random.Random) -> None:
    what = dice.randrange(4)
    place = dice.randrange(len(node))
    if what == 0:
        del node[place]
    elif what == 1:
        dice.shuffle(node)
    elif what == 2:
        node.insert(dice.randrange(len(node) + 1), _other(node[place], dice))
    else:
        node[place] = _other(node[place], dice)


WORDS = ("", "SCU", "SCP", "BOTH", "user", "service", "fixed", "mandatory", "optional", "always", "never", "other text")


def _other(value: Any, dice: random.Random) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return dice.choice((0, 1, value + 1, 5))
    if isinstance(value, str):
        return dice.choice((*WORDS, f"{value}.{dice.randrange(4)}", f"{value} more"))
    if isinstance(value, dict) and value:
        changed = dict(value)
        key = dice.choice(sorted(changed))
        changed[key] = _other(changed[key], dice)
        return changed
    return value


def _containers(node: Plain) -> Iterator[Any]:
    if isinstance(node, dict | list):
        yield node
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _containers(inner)
