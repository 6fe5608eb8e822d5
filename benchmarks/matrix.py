"""The matrix of many products against pairs one by one and against numpy; prints tables in Markdown.

Usage: python benchmarks/matrix.py [--runs 3] [--sizes 100 1000 10000] [--files 100 1000]
Products are made up: each has 50 services, each of these another SOP Class of the standard with 20 Transfer Syntaxes,
and no two products are alike. An SCU and an SCP of the same SOP Class have a Transfer Syntax in common in about two
cases of three, and one in ten has the Association opened by the SCP.

Times are processor time, medians, in processes of their own that have the products in memory and use one core; the
matrix is the counts of all ordered pairs. `numpy` is the floor: one SOP Class after the other, masks of Transfer
Syntaxes, each user's against each provider's. `sets` is what one writes first: for each pair, for each SOP Class,
whether two sets meet. `match` is the negotiation of dcsgen match for each pair, without its rules. All have to give the
same counts; what would take too long is done for some users and multiplied, which a star marks.
From files: `dcsgen match --matrix FOLDER`, whole processes, which read, check and resolve each description.
numpy comes with `pip install --group bench`; without it, its lines are missing.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import structs

from dcsgen import api
from dcsgen.base.interaction import Side
from dcsgen.base.standard import uids
from dcsgen.base.standard.service_classes import class_of
from dcsgen.base.words import Initiator, Role
from dcsgen.match import meetings
from dcsgen.match.matrix import Pairs
from dcsgen.model import Capability, Service
from dcsgen.model.ability import BY_PROVIDER, BY_USER, Abilities, abilities
from dcsgen.model.sop_class import SopClass, TransferSyntax
from measure import in_turns

SIZES = (100, 1_000, 10_000)
FILES = (100, 1_000)
SERVICES, SYNTAXES = 50, 20
PATIENCE = {"sets": 1_000_000, "match": 10_000}
"""Pairs that an engine works out; of more products, it gets some users only."""
METHODS = ("matrix", *(["numpy"] if find_spec("numpy") else []), "sets", "match")

Counts = list[bytes]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="runs of each")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="products in memory")
    parser.add_argument("--files", type=int, nargs="*", default=FILES, help="products in files")
    parser.add_argument("--one", nargs=2, metavar=("METHOD", "SIZE"), help="only one run of one engine, as JSON")
    args = parser.parse_args()
    if args.one:
        one(args.one[0], int(args.one[1]))
        return
    print("| products | engine | cpu s | times the matrix | million pairs a second | peak MiB, with products |")
    print("|---|---|---|---|---|---|")
    taken = {size: of_size(size, args.runs) for size in args.sizes}
    print("\n| growth exponent | matrix |\n|---|---|")
    for small, large in zip(args.sizes, args.sizes[1:], strict=False):
        print(f"| {small:,} to {large:,} | {math.log(taken[large] / taken[small]) / math.log(large / small):.2f} |")
    if args.files:
        print("\n| from files | wall s | min-max | cpu s | peak MiB of one process |\n|---|---|---|---|---|")
    for size in args.files:
        from_files(size, args.runs)


def of_size(size: int, runs: int) -> float:
    """Print the lines of one number of products; gives the seconds of the matrix."""
    found: dict[str, list[dict[str, Any]]] = {method: [] for method in METHODS}
    for _ in range(runs):
        for method in METHODS:
            done = subprocess.run(
                [sys.executable, __file__, "--one", method, str(size)], capture_output=True, text=True, check=True
            )
            found[method].append(json.loads(done.stdout))
    ours = statistics.median(float(each["seconds"]) for each in found["matrix"])
    for method, results in found.items():
        users = results[0]["users"]
        # The same users have the same counts, whoever counts.
        assert {each["check"][str(users)] for each in results} == {found["matrix"][0]["check"][str(users)]}, method
        seconds = statistics.median(each["seconds"] for each in results) * size / users
        star = "\\*" if users < size else ""
        memory = statistics.median(each["memory"] for each in results)
        rate = size * size / seconds / 1e6
        print(
            f"| {size:,} | {method} | {seconds:.3f}{star} | {seconds / ours:.2f} | {rate:.3f} | {memory:.0f} |",
            flush=True,
        )
    return ours


def one(method: str, size: int) -> None:
    """Print seconds, MiB, how many users were worked out, and hashes of their counts."""
    limits = {"sets": PATIENCE["sets"], "match": PATIENCE["match"]}
    users = min(size, max(1, limits.get(method, size * size) // size))
    capabilities = [product(number) for number in range(size)] if method == "match" else []
    made = [abilities(one) for one in capabilities] or [abilities(product(number)) for number in range(size)]
    engines: dict[str, Callable[[], Counts]] = {
        "matrix": lambda: by_rows(made),
        "numpy": lambda: by_numpy(prepared(made)),
        "sets": lambda: by_sets(made, users),
        "match": lambda: by_match(capabilities, users),
    }
    start = time.process_time()
    counts = engines[method]()
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    feasible = {users, *(min(size, max(1, limit // size)) for limit in limits.values())}
    check = {str(many): hashed(counts[:many]) for many in feasible if many <= len(counts)}
    print(json.dumps({"seconds": seconds, "memory": memory, "users": users, "check": check}))


def hashed(counts: Counts) -> str:
    """A hash of rows of counts."""
    from hashlib import sha256

    return sha256(b"".join(counts)).hexdigest()


def by_rows(products: Sequence[Abilities]) -> Counts:
    """What dcsgen does."""
    pairs = Pairs(products)
    return [bytes(pairs.row(user).works) for user in range(len(products))]


def prepared(products: Sequence[Abilities]) -> list[dict[str, tuple[list[int], list[int], list[int]]]]:
    """For users and for providers, by SOP Class: the numbers of products, and masks of Transfer Syntaxes by opener."""
    bits = {uid.uid: 1 << number for number, uid in enumerate(syntaxes())}
    sides: list[dict[str, tuple[list[int], list[int], list[int]]]] = [{}, {}]
    for number, one in enumerate(products):
        for side, there in zip(sides, (one.uses, one.provides), strict=True):
            for key, ability in there.items():
                numbers, *masks = side.setdefault(key, ([], [], []))
                numbers.append(number)
                for mask, family in zip(masks, (BY_USER, BY_PROVIDER), strict=True):
                    mask.append(sum(bits[name] for name in ability.legs[0].ways.get(family, ())))
    return sides


def by_numpy(sides: Sequence[dict[str, tuple[list[int], list[int], list[int]]]]) -> Counts:
    """The floor: one SOP Class after the other, blocks of users with all its providers."""
    numpy = import_module("numpy")
    users, providers = sides
    size = 1 + max(number for side in sides for numbers, *_ in side.values() for number in numbers)
    counts = numpy.zeros((size, size), numpy.uint8)
    for key, (ours, *our_masks) in users.items():
        if key not in providers:
            continue
        theirs, *their_masks = providers[key]
        first, second = (numpy.array(masks, numpy.uint64) for masks in our_masks)
        third, fourth = (numpy.array(masks, numpy.uint64) for masks in their_masks)
        for at in range(0, len(ours), 256):
            block = slice(at, at + 256)
            met = (first[block, None] & third) | (second[block, None] & fourth)
            counts[numpy.ix_(ours[block], theirs)] += met != 0
    return [row.tobytes() for row in counts]


def by_sets(products: Sequence[Abilities], users: int) -> Counts:
    """Pair by pair, SOP Class by SOP Class, whether sets of who opens and Transfer Syntax meet."""
    sides: list[list[dict[str, frozenset[tuple[str, str]]]]] = [
        [{key: ways(ability) for key, ability in there.items()} for there in side]
        for side in ([one.uses for one in products[:users]], [one.provides for one in products])
    ]
    return [
        bytes(sum(not ours[key].isdisjoint(theirs[key]) for key in ours.keys() & theirs.keys()) for theirs in sides[1])
        for ours in sides[0]
    ]


def ways(ability: Any) -> frozenset[tuple[str, str]]:
    """Who opens, and Transfer Syntaxes."""
    return frozenset((family, name) for family, names in ability.legs[0].ways.items() for name in names)


def by_match(products: Sequence[Capability], users: int) -> Counts:
    """Pair by pair, by what dcsgen match negotiates."""
    return [bytes(len(working(user, provider)) for provider in products) for user in products[:users]]


def working(user: Capability, provider: Capability) -> set[str]:
    """The SOP Classes of which a Presentation Context is agreed on, where the first product is the SCU."""
    met = ((one.key, one.user.side, one.context) for one in meetings(user, provider))
    return {key for key, side, context in met if side is Side.A and context is not None and context.chosen}


@cache
def syntaxes() -> tuple[uids.Uid, ...]:
    """The Transfer Syntaxes of the standard, as many as an integer of numpy has bits."""
    return tuple(uids.all_of(frozenset({"Transfer Syntax"})))[:64]


@cache
def sop_classes() -> tuple[uids.Uid, ...]:
    """The SOP Classes of the standard that have a Service Class."""
    found = uids.all_of(frozenset({"SOP Class"}))
    return tuple(one for one in found if not one.retired and class_of(one.uid))


def services(number: int) -> list[tuple[uids.Uid, Role, Initiator | None, tuple[uids.Uid, ...]]]:
    """What the product of a number supports: SOP Class, role, who opens the Association, Transfer Syntaxes."""
    dice = random.Random(number)
    all_syntaxes = syntaxes()
    found = []
    for sop_class in dice.sample(sop_classes(), SERVICES):
        # Neighbours on a ring, and one from anywhere: two such sets often miss each other.
        start = dice.randrange(len(all_syntaxes))
        ring = [all_syntaxes[(start + step) % len(all_syntaxes)] for step in range(SYNTAXES - 1)]
        ring.append(dice.choice([one for one in all_syntaxes if one not in ring]))
        role = dice.choices([Role.SCU, Role.SCP, Role.BOTH], [45, 45, 10])[0]
        opposite = {Role.SCU: Initiator.PEER, Role.SCP: Initiator.SELF}.get(role)
        found.append((sop_class, role, opposite if dice.random() < 0.1 else None, tuple(ring)))
    return found


@cache
def frame() -> Capability:
    """A product without services."""
    return api.capability_of(dict(description(0, [])))


@cache
def syntax(uid: uids.Uid) -> TransferSyntax:
    """A Transfer Syntax as services have it."""
    return TransferSyntax(uid.uid, uid.name)


def product(number: int) -> Capability:
    """The product of a number."""
    made = {
        f"s{at}": Service(
            application_entity="AE",
            sop_classes=(SopClass(sop_class.uid, sop_class.name),),
            role=role,
            initiator=initiator,
            transfer_syntaxes=tuple(map(syntax, its)),
        )
        for at, (sop_class, role, initiator, its) in enumerate(services(number))
    }
    return structs.replace(frame(), services=made)


def description(number: int, supported: Sequence[tuple[uids.Uid, Role, Initiator | None, tuple[uids.Uid, ...]]]) -> Any:
    """The same as plain data, for a file."""
    made = {
        f"s{at}": {
            "application_entity": "AE",
            "sop_classes": [sop_class.keyword],
            "role": str(role),
            **({"initiator": str(initiator)} if initiator else {}),
            "transfer_syntaxes": [one.uid for one in its],
        }
        for at, (sop_class, role, initiator, its) in enumerate(supported)
    }
    return {
        "dcsgen": 1,
        "product": {"name": f"P{number}", "vendor": "Nobody", "version": "1"},
        "document": {"identifier": "SYN-1", "revision": "1", "date": "2020-01-01"},
        "application_entities": {"AE": {"function": "Works."}},
        **({"services": made} if made else {}),
    }


def from_files(size: int, runs: int) -> None:
    """Print the line of so many files."""
    import yaml

    with tempfile.TemporaryDirectory() as name:
        for number in range(size):
            text = yaml.safe_dump(description(number, services(number)), sort_keys=False, default_flow_style=None)
            (Path(name) / f"p{number}.yaml").write_text(text, encoding="utf-8")
        words = (sys.executable, "-m", "dcsgen", "match", "--matrix", name, "--no-plugins")
        figures = in_turns({"matrix": words}, runs)["matrix"]
    print(
        f"| {size:,} descriptions | {figures.wall:.2f} | {figures.fastest:.2f}-{figures.slowest:.2f} "
        f"| {figures.cpu:.2f} | {figures.memory:.0f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
