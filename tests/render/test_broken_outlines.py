"""Mistakes in a vendor's outline are sentences that name the section and what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.base.errors import UsageError
from dcsgen.plugin import layout_from_file
from dcsgen.plugin.testing import minimal_description
from dcsgen.render.statement import graded

OUTLINE = """\
name: acme-sheet
title: Data sheet
clause: PS3.2 N.1
sections:
  - {id: scope, title: Scope, part: scope}
  - id: ae
    each: statement.application_entities
    as: ae
    title: '{{ ae.name }}'
    part: sop_classes
    needs: ['application_entities.{ae}.function']
  - id: codes
    title: Codes
    about: statement.facts.code_sets
    none: statement.absent.context_groups
"""


def grade(folder: Path, outline: str) -> None:
    file = folder / "sheet.yaml"
    file.write_text(outline, "utf-8")
    description = minimal_description(application_entities={"A": {"function": "It stores."}})
    graded(api.capability_of(description), layout_from_file(file))


def test_the_outline_is_right_before_it_is_broken(tmp_path: Path) -> None:
    grade(tmp_path, OUTLINE)


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("facts.code_sets", "facts.code_set", 'the section "codes" of the layout: there is no "code_set" of '),
        ("facts.code_sets", "facts.code_set", 'did you mean "code_sets"?'),
        ("statement.absent", "statment.absent", 'there is no "statment" of "statment.absent.context_groups"; did you'),
        ("absent.context_groups", "absent.nothing_of_it", "there is sequences, parameters, "),
        ("statement.application_entities", "statement.product", '"statement.product" is no collection'),
        ("{ae}", "{activity}", 'the section "ae-a" of the layout: there is no "activity" of "activity"'),
        ("id: codes", "id: scope", 'two sections with the id "scope"'),
    ],
)
def test_what_leads_nowhere_is_named(tmp_path: Path, right: str, wrong: str, words: str) -> None:
    with pytest.raises(UsageError) as refused:
        grade(tmp_path, OUTLINE.replace(right, wrong))
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("empty: nope", "sheet.yaml: Invalid enum value 'nope' - at `$.sections[0].empty`"),
        ("\tpart: scope", "found a tab character that violates indentation in line 7, column 5"),
    ],
)
def test_another_form_is_refused_with_the_name_of_the_file(tmp_path: Path, wrong: str, words: str) -> None:
    outline = OUTLINE.replace(
        "  - {id: scope, title: Scope, part: scope}", f"  - id: scope\n    title: Scope\n    {wrong}"
    )
    with pytest.raises(ValueError, match=r"^sheet\.yaml: ") as refused:
        grade(tmp_path, outline)
    assert words in str(refused.value)


def test_a_layout_that_a_broken_plugin_may_have_is_asked_for_in_vain(tmp_path: Path) -> None:
    (tmp_path / "acme.py").write_text(
        "from dcsgen.plugin import hookimpl\n\n@hookimpl\ndef dcsgen_layouts():\n    raise ValueError('no outline')\n"
    )
    host = api.open_host(folders=[tmp_path])
    with pytest.raises(UsageError, match=r'no layout "acme-sheet", perhaps because a plug-in failed: .* no outline'):
        api.known_layout("acme-sheet", host)
