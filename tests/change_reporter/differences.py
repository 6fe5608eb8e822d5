"""Differences for tests of their reporters: a small one with every verdict, and those of the examples."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import structs

from dcsgen import api
from dcsgen.base.change import Verdict
from dcsgen.builtin import collected
from dcsgen.plugin import ChangeReporter, Difference, Judged, Judgement

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
HOST = api.open_host(vendors=False)
FORMS: dict[str, ChangeReporter] = {form.name: form for form in collected("change_reporter", "REPORTER")}

OLD = """\
dcsgen: 1
product: {name: PRODUCT, vendor: Company, version: "1.0"}
document: {identifier: D-1, revision: "1", date: 2020-01-01}
application_entities:
  STORE:
    function: It stores what it is sent, and says so to those who have sent it as soon as the last object is there.
    association: {max_pdu_received: 32768}
services:
  storage:
    application_entity: STORE
    sop_classes: [CTImageStorage]
    role: SCP
    transfer_syntaxes: [ExplicitVRLittleEndian, ImplicitVRLittleEndian]
  verification:
    application_entity: STORE
    sop_classes: [Verification]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""

NEW = (
    OLD.replace("ExplicitVRLittleEndian, ", "")
    .replace("as soon as the last object is there", "<b>once</b> the last object is there | =1+1")
    .replace('"1.0"', '"2.0"')
    .replace('revision: "1", date: 2020-01-01', 'revision: "2", date: 2021-01-01')
    .replace("sop_classes: [CTImageStorage]", "sop_classes: [CTImageStorage, MRImageStorage]")
    .replace("    association: {max_pdu_received: 32768}\n", "")
)


def small(folder: Path) -> Difference:
    """The difference of two small descriptions, written into a folder."""
    sides = []
    for name, text in (("old.yaml", OLD), ("new.yaml", NEW)):
        (folder / name).write_text(text)
        sides.append(api.load(folder / name, HOST))
    return api.diff(*sides, HOST)


SITE = """\
site: St. Anna
peers:
  Scanner:
    uses:
      - {sop_classes: [CTImageStorage], role: SCU, transfer_syntaxes: [ExplicitVRLittleEndian]}
  Workstation:
    uses:
      - {sop_classes: [CTImageStorage], role: SCU}
  Printer:
    uses:
      - {sop_classes: [BasicGrayscalePrintManagementMeta], role: SCP}
workflows:
  Planning: [Scanner, Printer]
"""

ACCEPTED = """\
accepted:
  - rule: C005
    path: "*"
    reason: It was never more than a hint.
    owner: Jane
    expires: 2031-12-31
"""

TOML = """\
[diff.verdict]
words-changed = "risky"
[diff.version-step]
breaking = "major"
"""


def judged_at_site(folder: Path) -> Difference:
    """The small difference at a site, with a policy: a verdict is another one, an accepted change, a missing step."""
    old, new = folder / "old.yaml", folder / "new.yaml"
    old.write_text(OLD)
    new.write_text(NEW.replace('version: "2.0"', 'version: "1.1"'))
    (folder / "site.yaml").write_text(SITE)
    (folder / "dcsgen-accepted.yaml").write_text(ACCEPTED)
    (folder / "dcsgen.toml").write_text(TOML)
    return api.diff(
        api.load(old, HOST),
        api.load(new, HOST),
        HOST,
        configuration=api.configurations([new])[new],
        site=api.read_site(folder / "site.yaml", HOST),
    )


@cache
def vendors() -> Difference:
    """Two products of different vendors, with several hundred differences."""
    names = ("archive/archive.yaml", "dcmqrscp/dcmqrscp.yaml")
    old, new = (api.load(EXAMPLES / name, HOST) for name in names)
    return api.diff(old, new, HOST)


@cache
def versions() -> Difference:
    """Two versions of a product, with some fifty differences."""
    folder = EXAMPLES / "dicomweb-server"
    old, new = (api.load(folder / name, HOST) for name in ("dicomweb-server-v1.yaml", "dicomweb-server.yaml"))
    return api.diff(old, new, HOST)


@cache
def nothing() -> Difference:
    """A product and itself."""
    side = api.load(EXAMPLES / "dcmqrscp" / "dcmqrscp.yaml", HOST)
    return api.diff(side, side, HOST)


def everything(changes: tuple[Judged, ...]) -> Iterator[tuple[Judged, Judgement]]:
    """Every judgement with its change, those of echoes too."""
    for one in changes:
        for judgement in one.judgements:
            yield one, judgement
        yield from everything(one.echoes)


def failing_on(difference: Difference, verdict: Verdict) -> Difference:
    """The same in a run that fails from another verdict on."""
    return structs.replace(difference, fail_on=verdict)


def text_in(name: str, difference: Difference) -> str:
    """What a form that is text says."""
    written = FORMS[name].write(difference, False)
    assert isinstance(written, str)
    return written


def bytes_in(name: str, difference: Difference) -> bytes:
    """What a form that is a file of its own says."""
    written = FORMS[name].write(difference, False)
    assert isinstance(written, bytes)
    return written
