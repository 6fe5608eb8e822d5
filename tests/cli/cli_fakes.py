"""A library that only remembers what it was asked, and what else the tests of the command line share."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

from dcsgen.api import Configuration, Output, overruled
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Finding, Place, Severity
from dcsgen.builtin.reporter import json_report, text
from dcsgen.plugin.reporter import Report


class Outcome(NamedTuple):
    """What a run left: its exit code and the two streams."""

    code: int
    out: str
    err: str


class FakeHost:
    """A host with trouble, plug-ins and commands as a test wants them."""

    def __init__(self) -> None:
        self.infos: tuple[Any, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self.commands: tuple[Any, ...] = ()


class FakeApi(SimpleNamespace):
    """The functions of `dcsgen.api`; `asked` has the arguments of each call, the other attributes the answers."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, Any] = {}
        self.host = FakeHost()
        self.built: Any = SimpleNamespace(paths=(), findings=(), completeness=None, since=None)
        self.all_built: list[Any] = []
        self.findings: tuple[Finding, ...] = ()
        self.unreadable = False
        self.listed: tuple[Any, ...] = ()
        self.fails: BaseException | None = None
        self.configured = Configuration()
        self.Configuration = Configuration
        self.overruled = overruled

    def _ask(self, name: str, *arguments: object) -> None:
        self.asked[name] = arguments
        if self.fails is not None and name != "open_host":
            raise self.fails

    def open_host(self, *, folders: Any = (), vendors: bool = True, strict: bool = False) -> FakeHost:
        self._ask("open_host", list(folders), vendors, strict)
        return self.host

    def configurations(self, files: Any, *, named: Any = None) -> dict[Path, Configuration]:
        return dict.fromkeys(files, self.configuration(files, named=named))

    def configuration(self, files: Any, *, named: Any = None) -> Configuration:
        self._ask("configuration", list(files), named)
        return self.configured

    def build_all(
        self,
        files: Any,
        *,
        out: Path,
        formats: Any,
        layouts: Any,
        host: Any,
        language: Any,
        since: Any,
        draft_history: Any,
        docx_template: Any,
        configuration: Any,
        jobs: Any,
        keep: bool,
        progress: Any,
    ) -> Any:
        self._ask("build", list(files), out, formats, layouts, progress)
        self.asked["language"] = language
        self.asked["template"] = docx_template
        self.asked["since"] = since, draft_history
        self.asked["configured build"] = configuration
        self.asked["how to build"] = jobs, keep
        if progress:
            progress("writing pdf", 1, 2)
        return self.all_built or [SimpleNamespace(file=files[0], layout=None, result=self.built, error=None)]

    def check(
        self, files: Any, *, host: Any, configuration: dict[Path, Configuration], today: Any, jobs: Any, progress: Any
    ) -> Any:
        self._ask("check", files)
        asked = configuration[files[0]]
        self.asked["how"] = (asked, today, jobs)
        if progress:
            progress("checking", 1, 2)
        report = Report(
            tool="dcsgen",
            version="0.1.0",
            files=tuple(map(str, files)),
            findings=self.findings,
            fail_on=asked.fail_on,
        )
        return SimpleNamespace(report=report, unreadable=self.unreadable)

    def start_accepted(self, files: Any, *, owner: str, **others: Any) -> Any:
        self.asked["start_accepted"] = owner
        return self.check(files, **others)

    def outputs(self, words: Any, host: Any) -> tuple[Output, ...]:
        pairs = (word.partition("=") for word in words)
        return tuple(Output(name, Path(file) if file else None) for name, _, file in pairs)

    def write_reports(self, report: Report, outputs: Any, host: Any, colour: bool) -> str:
        self.asked["outputs"] = tuple(outputs)
        return "".join(self.report_as(report, name, host, colour) for name, file in outputs if file is None)

    def report_as(self, report: Report, name: str, host: Any, colour: bool) -> str:
        reporters = {"text": text.write, "json": json_report.write}
        if name not in reporters:
            raise UsageError(f'there is no report format "{name}"')
        return reporters[name](report, colour)

    def rules(self, host: Any, **wanted: Any) -> tuple[Any, ...]:
        self.asked["rules"] = wanted
        return self.listed

    def explain(self, word: str, host: Any) -> Any:
        self._ask("explain", word)
        return SimpleNamespace(title=f"About {word}", text="**What.** A *thing*.\n\n- one\n- two\n")

    def extract(self, file: Path) -> bytes:
        self._ask("extract", file)
        return b'{"dcsgen": 1}\n'

    def schema_names(self, host: Any) -> tuple[str, ...]:
        return ("description", "findings")

    def schema(self, name: str, host: Any) -> bytes:
        self._ask("schema", name)
        return b"{}\n"

    def about(self, host: Any) -> Any:
        self._ask("about")
        return SimpleNamespace(
            version="0.1.0",
            python="3.11.7",
            libraries={"pydicom": "3.0.2", "weasyprint": "70.0"},
            plugins={"xyz": "1.0.0"},
            editions={"data elements": "2024c"},
            sources=("a table",),
            known_holes=("what " + "is " * 60 + "missing",),
        )


def finding(severity: Severity = Severity.ERROR, **over: Any) -> Finding:
    """A finding with everything that a usual one has."""
    fields: dict[str, Any] = {
        "code": "L022",
        "slug": "missing-key",
        "severity": severity,
        "message": 'services.plan-import has no "role"',
        "path": "services.plan-import",
        "place": Place("product.yaml", 12, 5),
        "excerpt": "    sop_class: RTPlanStorage",
        "hint": 'write "role: SCP"',
    }
    return Finding(**{**fields, **over})
