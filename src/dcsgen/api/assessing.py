"""Assesses products: each against each requirement of a profile, with the places of what was found."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from msgspec import structs

from dcsgen.api.comparing import Side
from dcsgen.api.knowledge import areas
from dcsgen.api.loading import Loaded, without_errors
from dcsgen.api.requirements import requirement_kinds
from dcsgen.assess import Offered, answered, fails, fulfilment_of, score, tallies
from dcsgen.base.errors import UsageError
from dcsgen.base.requirement import Fulfilment, RequirementProfile
from dcsgen.base.surroundings import below
from dcsgen.compare.places import Written, place_of
from dcsgen.host import Host
from dcsgen.model import Capability, encode
from dcsgen.plugin.assess_reporter import Answered, Assessment, Input, Line, Standing
from dcsgen.plugin.requirement import Candidate, Grading
from dcsgen.version import __version__


def assess(
    profile: RequirementProfile,
    products: Sequence[tuple[str, Side]],
    host: Host,
    *,
    drafts: Collection[str] = (),
    day: date | None = None,
    fail_on: Fulfilment = Fulfilment.NOT_MET,
    only_differences: bool = False,
) -> Assessment:
    """How far each of some products meets each requirement of a profile.

    `products` are what they are called, and what was read. Descriptions among `drafts`, by the same words, and those
    that were imported say only a part of what there is: what is missing there is not stated. `day` is the date of the
    report, which is never taken from the clock. Raises `UsageError` for a draft that is not among the products,
    `UnreadableInputError` for a description with errors.
    """
    words = [word for word, _ in products]
    for word in drafts:
        if word not in words:
            raise UsageError(f'"{word}" is called a draft, but is not among the products: {", ".join(words)}')
    drafts = {*drafts, *(word for word, side in products if isinstance(side, Loaded) and side.partial)}
    kinds = requirement_kinds(host)
    trouble: list[str] = []
    columns = [_column(profile, word, side, kinds, host, word in drafts, trouble) for word, side in products]
    lines = tuple(
        Line(requirement=requirement, answers=tuple(column[index] for column in columns))
        for index, requirement in enumerate(profile.requirements)
    )
    standings = tuple(
        _standing(profile, word, side, column, word in drafts)
        for (word, side), column in zip(products, columns, strict=True)
    )
    return Assessment(
        tool="dcsgen",
        version=__version__,
        profile=profile,
        products=standings,
        lines=lines,
        fail_on=fail_on,
        fails=fails([one.fulfilment for one in standings], fail_on),
        date=day.isoformat() if day else "",
        only_differences=only_differences,
        editions={area.name: area.edition for area in areas()},
        plugins=_plugins(host),
        trouble=tuple(trouble),
    )


def _plugins(host: Host) -> tuple[str, ...]:
    """Names and versions of plug-ins; one without a version has the digest of its file, or of its files by name."""
    digests = {label: _digest(home) for label, home in host.unversioned}
    return tuple(f"{name} (SHA-256 {digests[name]})" if name in digests else name for name in host.names)


def _digest(home: Path) -> str:
    if home.is_file():
        return sha256(home.read_bytes()).hexdigest()
    files = [(file.relative_to(home).as_posix(), sha256(file.read_bytes()).hexdigest()) for file in below(home)]
    return sha256("".join(f"{digest}  {name}\n" for name, digest in sorted(files)).encode()).hexdigest()


def _column(
    profile: RequirementProfile,
    word: str,
    side: Side,
    kinds: dict[str, Offered],
    host: Host,
    is_draft: bool,
    trouble: list[str],
) -> list[Answered]:
    """The answers of one product to all requirements."""
    capability = _capability(word, side)
    candidate = Candidate(capability=capability, draft=is_draft, grade=partial(_graded, capability, host))
    found = [answered(one.need, candidate, kinds, trouble) for one in profile.requirements]
    if not isinstance(side, Loaded):
        return found
    written = Written(capability, side.tree)
    return [_placed(one, written) for one in found]


def _capability(word: str, side: Side) -> Capability:
    return side if isinstance(side, Capability) else without_errors(side, word)


def _graded(capability: Capability, host: Host, layout: str) -> Grading:
    from dcsgen.api.building import known_layout
    from dcsgen.render import statement
    from dcsgen.render.completeness import Grade

    found = statement.graded(capability, known_layout(layout, host))
    return Grading(
        complete=found.count(Grade.COMPLETE), partial=found.count(Grade.PARTIAL), missing=found.count(Grade.MISSING)
    )


def _placed(answer: Answered, written: Written) -> Answered:
    """The answer with the places of all its grounds."""
    root, grounds = written.tree.root, []
    for ground in answer.grounds:
        # Without anything written around it, the place would be the beginning of the file. A document has no other.
        places = (place_of(path, written) for path in ground.paths if not root or path[0] in root)
        grounds.append(structs.replace(ground, places=tuple(dict.fromkeys(place for place in places if place))))
    members = tuple(_placed(member, written) for member in answer.members)
    return structs.replace(answer, grounds=tuple(grounds), members=members)


def _standing(
    profile: RequirementProfile, word: str, side: Side, column: Sequence[Answered], is_draft: bool
) -> Standing:
    capability = _capability(word, side)
    product, document = capability.product, capability.document
    judged = [
        (requirement, answer.fulfilment) for requirement, answer in zip(profile.requirements, column, strict=True)
    ]
    return Standing(
        word=word,
        product=f"{product.name} {product.version}",
        vendor=product.vendor,
        document=f"{document.identifier}, revision {document.revision} of {document.date}",
        fulfilment=fulfilment_of(judged),
        tallies=tallies(judged),
        score=score(judged),
        draft=is_draft,
        sha256=sha256(encode(capability)).hexdigest(),
        inputs=_inputs(side) if isinstance(side, Loaded) else (),
    )


def _inputs(side: Loaded) -> tuple[Input, ...]:
    """The files that a description was read from; of a file in git, the text is what was read."""
    found = []
    for source in side.tree.sources:
        file = Path(source.name)
        if file.is_file():
            found.append(Input(file=source.name, sha256=sha256(file.read_bytes()).hexdigest()))
        elif source.text:
            digest = sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
            found.append(Input(file=source.name, sha256=digest))
    return tuple(found)
