"""The command line with a library behind it that only remembers what it was asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cli_fakes import FakeApi, Outcome
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import dcsgen
from dcsgen.base import schema as schemas
from dcsgen.cli.main import main


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> FakeApi:
    """The library, replaced."""
    fake = FakeApi()
    monkeypatch.setitem(sys.modules, "dcsgen.api", fake)
    monkeypatch.setattr(dcsgen, "api", fake, raising=False)
    for variable in ("NO_COLOR", "FORCE_COLOR", "DCSGEN_DEBUG"):
        monkeypatch.delenv(variable, raising=False)
    return fake


@pytest.fixture
def run(api: FakeApi, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Outcome]:
    """Run a command line in this process."""

    def runner(*words: str) -> Outcome:
        code = main(list(words))
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode("utf-8", "surrogateescape"), err.decode())

    return runner


@pytest.fixture
def command(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Outcome]:
    """Run a command line in this process in an empty folder, with the real library behind it."""
    for variable in ("NO_COLOR", "FORCE_COLOR", "DCSGEN_DEBUG", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)

    def runner(*words: str) -> Outcome:
        code = main(list(words))
        return Outcome(code, *capfd.readouterr())

    return runner


@pytest.fixture(scope="session")
def fits() -> Callable[[str, Any], None]:
    """Check a value against a published schema, together with the schemas to which that refers."""
    registry: Registry[Any] = Registry().with_resources(
        (f"{name}.schema.json", Resource.from_contents(schemas.load(name))) for name in schemas.names()
    )

    @cache
    def validator(name: str) -> Draft202012Validator:
        Draft202012Validator.check_schema(schemas.load(name))
        return Draft202012Validator(schemas.load(name), registry=registry)

    return lambda name, value: validator(name).validate(value)
