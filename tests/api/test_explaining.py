"""Codes, slugs and keys are explained; what is misspelt is told."""

from __future__ import annotations

import pytest

from dcsgen import api
from dcsgen.base.errors import UsageError


@pytest.fixture(scope="module")
def host() -> api.Host:
    return api.open_host(vendors=False)


@pytest.mark.parametrize("word", ["S201", "s201", "verification-not-accepted"])
def test_a_finding_has_a_page(host: api.Host, word: str) -> None:
    page = api.explain(word, host)
    assert page.title == "S201 verification-not-accepted (error)"
    assert "**Why it matters.**" in page.text


@pytest.mark.parametrize("word", ["services.role", "services.storage.role"])
def test_a_key_has_a_page_with_and_without_the_name_of_its_record(host: api.Host, word: str) -> None:
    assert api.explain(word, host).text.startswith("Role of the product.\n\n**Clause.** PS3.7 D.3.3.4")


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("services.rol", '"rol" can be any name here; did you mean "services.role"?'),
        ("services.storage", "SOP Classes that one Application Entity supports in one role under one policy."),
    ],
)
def test_a_name_that_may_be_a_misspelt_key_is_told(host: api.Host, word: str, first: str) -> None:
    assert api.explain(word, host).text.splitlines()[0] == first


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("S2001", 'did you mean "S201"'),
        ("services.storage.rol", 'did you mean "services.role"'),
        ("xyzzy", "`dcsgen explain L022` explains a code"),
    ],
)
def test_what_is_unknown_gets_a_hint(host: api.Host, word: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        api.explain(word, host)
    assert hint in str(caught.value)
