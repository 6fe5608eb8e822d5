"""Several processes give the same report as one, and are used where they pay off."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import Mock

import pytest
from projects import DESCRIPTION, described, host_of, only_acme

from dcsgen import api
from dcsgen.api import parallel
from dcsgen.base.errors import DcsgenError
from dcsgen.host import Host

TEXTS = (
    DESCRIPTION,
    DESCRIPTION + "nonsense: 1\n",
    "a: [1\n",
    DESCRIPTION.replace("vendor: V", "vendor: BREAK"),
    DESCRIPTION.replace("name: P", "name: LONGER"),
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [described(tmp_path, f"{number}/product.yaml", text) for number, text in enumerate(TEXTS)]


def test_the_report_is_the_same_byte_for_byte(tmp_path: Path, files: list[Path]) -> None:
    host = host_of(tmp_path)
    files = [*files, tmp_path / "missing.yaml"]
    results = [api.check(files, host=host, configuration=only_acme(), jobs=jobs) for jobs in (1, 2, 3)]
    assert results[0] == results[1] == results[2]
    assert results[0].unreadable
    assert {"acme/S1", "acme/S2", "L020", "L006", "L001", "X012"} <= {one.code for one in results[0].report.findings}
    for name in ("text", "json", "sarif", "junit", "github", "gitlab", "markdown"):
        one, *others = (api.report_as(result.report, name, host, False) for result in results)
        assert others == [one, one]


def test_progress_is_told_for_each_file(tmp_path: Path, files: list[Path]) -> None:
    for jobs in (1, 2):
        progress = Mock()
        api.check(files, host=host_of(tmp_path), jobs=jobs, progress=progress)
        told = [call.args for call in progress.call_args_list]
        assert told == [("checking", done, len(files)) for done in range(len(files) + 1)]


def test_a_host_that_cannot_be_opened_again_checks_here(tmp_path: Path, files: list[Path]) -> None:
    host = Host([])
    assert host.opening is None
    assert len(api.check(files, host=host, jobs=2).report.files) == len(files)


def test_a_process_that_dies_is_an_error_with_a_way_out(tmp_path: Path, files: list[Path]) -> None:
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "deadly.py").write_text(f"""
import os
from dcsgen.plugin import Kind, LintRule, Severity, hookimpl
KIND = Kind(code="deadly/S1", slug="s", severity=Severity.ERROR, what="w", why="y", instead="i")

def find(capability):
    if os.getpid() != {os.getpid()}:
        os._exit(1)
    return ()

@hookimpl
def dcsgen_lint_rules():
    return [LintRule(KIND, find)]
""")
    host = api.open_host(folders=[plugins])
    assert api.check(files[:1], host=host, jobs=1).report.files
    with pytest.raises(DcsgenError, match="--jobs 1"):
        api.check(files, host=host, jobs=2)


@pytest.mark.parametrize(
    ("jobs", "sizes", "workers"),
    [
        (1, [10**6, 10**6], 1),
        (2, [1, 1], 2),
        (5, [1, 1], 2),
        (2, [1], 1),
        (None, [1, 1], 1),
        (None, [10**6], 1),
        (None, [200_000, 200_000], 2),
        (None, [200_000] * 9, 4),
    ],
)
def test_processes_are_used_where_they_pay_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int | None, sizes: list[int], workers: int
) -> None:
    monkeypatch.setattr(parallel, "_cores", lambda: 4)
    made = []
    for number, size in enumerate(sizes):
        made.append(tmp_path / str(number))
        made[-1].write_bytes(b"#" * size)
    assert parallel.workers_for(made, jobs) == workers


@pytest.mark.parametrize(("method", "workers"), [("fork", 2), ("spawn", 1), ("forkserver", 1)])
def test_processes_that_start_anew_must_have_more_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str, workers: int
) -> None:
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    monkeypatch.setattr("multiprocessing.get_start_method", lambda allow_none: method)
    file = tmp_path / "a"
    file.write_bytes(b"#" * (parallel.FORKED // 2))
    assert parallel.workers_for([file, file], None) == workers
    file.write_bytes(b"#" * (parallel.STARTED // 2))
    assert parallel.workers_for([file, file], None) == 2


def test_files_that_are_missing_weigh_nothing(tmp_path: Path) -> None:
    assert parallel.workers_for([tmp_path / "a", Path("\0")], None) == 1
