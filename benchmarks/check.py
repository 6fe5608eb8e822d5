"""`dcsgen check` against check-jsonschema, which only looks at the schema, in one run; prints tables in Markdown.

Usage: python benchmarks/check.py [--runs 5]
Whole processes, medians, in turns. check-jsonschema comes with `pip install --group bench`. The last table is the
share of time that the stages take inside one process.
"""

from __future__ import annotations

import argparse
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from measure import Figures, in_turns
from synthetic import write

ROOT = Path(__file__).resolve().parents[1]
XYZ = ROOT / "examples" / "xyz" / "xyz.yaml"
SCHEMA = ROOT / "schemas" / "description.schema.json"
PLUGINS = ROOT / "plugins"
SIZES = (5_000, 20_000)

T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    parser.add_argument(
        "--sizes", type=int, nargs=2, default=SIZES, help="Attributes of the two synthetic descriptions"
    )
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        files = {size: write(size, Path(name)) for size in args.sizes}
        against_schema("The XYZ description, of which check-jsonschema sees the first file alone", XYZ, args.runs)
        against_schema("The XYZ description, joined into one file", joined(Path(name)), args.runs)
        figures = [against_schema(f"{size:,} Attributes", file, args.runs) for size, file in files.items()]
        growth = math.log(args.sizes[1] / args.sizes[0])
        time_grows = math.log(figures[1].cpu / figures[0].cpu) / growth
        memory_grows = math.log(figures[1].memory / figures[0].memory) / growth
        print(f"Growth exponent of dcsgen check: processor time {time_grows:.2f}, memory {memory_grows:.2f}\n")
        stages(XYZ, args.runs)
        stages(files[args.sizes[1]], args.runs)


def against_schema(title: str, file: Path, runs: int) -> Figures:
    """Both programs on a file; gives the figures of dcsgen."""
    commands: dict[str, Sequence[str]] = {
        "dcsgen check": (sys.executable, "-m", "dcsgen", "check", str(file), "--plugins", str(PLUGINS)),
    }
    other = shutil.which("check-jsonschema", path=str(Path(sys.executable).parent)) or shutil.which("check-jsonschema")
    if other:
        commands["check-jsonschema"] = (other, "--schemafile", str(SCHEMA), str(file))
    else:
        print("check-jsonschema is not installed: pip install --group bench", file=sys.stderr)
    figures = in_turns(commands, runs)
    print(
        f"### {title}\n\n| | wall s | min-max | cpu s | peak MiB | times check-jsonschema |\n|---|---|---|---|---|---|"
    )
    for name, f in figures.items():
        ratio = f"{f.wall / figures['check-jsonschema'].wall:.2f}" if other else "-"
        print(f"| {name} | {f.wall:.3f} | {f.fastest:.3f}-{f.slowest:.3f} | {f.cpu:.3f} | {f.memory:.0f} | {ratio} |")
    print(flush=True)
    return figures["dcsgen check"]


def joined(folder: Path) -> Path:
    """The XYZ description with all that it includes and its plug-in gives, as one file."""
    file = folder / "joined.yaml"
    subprocess.run([sys.executable, "-c", _JOIN, str(XYZ), str(PLUGINS), str(file)], check=True)
    return file


_JOIN = """
import sys
from pathlib import Path
import yaml
from dcsgen import api
root = api.load(Path(sys.argv[1]), api.open_host(folders=[Path(sys.argv[2])])).tree.root
del root["include"]
Path(sys.argv[3]).write_text(yaml.safe_dump(root, sort_keys=False, allow_unicode=True), encoding="utf-8")
"""
"""Done by another process, whose memory is not counted."""


def stages(file: Path, runs: int) -> None:
    """The processor time of each stage on a file, medians, the first run left out because it imports."""
    from dcsgen import api
    from dcsgen.base.finding import Profile
    from dcsgen.check.run import Offered, run_rules
    from dcsgen.load.compose import NamedRecord, compose
    from dcsgen.load.validate import validate
    from dcsgen.plugin.rule import Written
    from dcsgen.resolve.resolve import resolve

    host = api.open_host(folders=[PLUGINS])
    records = [NamedRecord(record.collection, record.name, record.file, provider) for provider, record in host.records]
    fragments = {fragment.name: fragment.file for _, fragment in host.schema_fragments}
    rules = [Offered(*pair) for pair in host.lint_rules if Profile.RELEASE.includes(pair[1].profile)]
    taken: dict[str, list[float]] = {}

    def timed(stage: str, work: Callable[..., T], *arguments: Any) -> T:
        start = time.process_time()
        result = work(*arguments)
        taken.setdefault(stage, []).append(time.process_time() - start)
        return result

    for _ in range(runs + 1):
        composed = timed("YAML", compose, file, records)
        problems = timed("schema", validate, composed.tree.root, fragments)
        resolved = timed("resolving", resolve, composed.tree.root, composed.providers)
        given = frozenset(composed.providers)
        if problems or resolved.capability is None:
            raise SystemExit(f"{file} has errors")
        timed(f"{len(rules)} rules", run_rules, resolved.capability, Written(composed.tree.root, given), rules)
    medians = {stage: statistics.median(times[1:]) for stage, times in taken.items()}
    whole = sum(medians.values())
    print(f"### Stages of {file.name}\n\n| stage | cpu ms | share |\n|---|---|---|")
    for stage, median in medians.items():
        print(f"| {stage} | {median * 1000:.1f} | {median / whole:.0%} |")
    print(flush=True)


if __name__ == "__main__":
    main()
