"""The configuration of a project is found above its descriptions, and what is wrong with it is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from dcsgen import api
from dcsgen.api.configuring import place_of_accepted
from dcsgen.base.errors import UsageError
from dcsgen.base.finding import Profile, Severity

DRAFT = 'profile = "draft"\n'
STRICT = '[project]\nname = "x"\n[tool.dcsgen]\nprofile = "strict"\n'
OTHER = '[project]\nname = "x"\n[tool.other]\nx = 1\n'


def project(folder: Path, **files: str) -> Path:
    """A folder `a/b` for descriptions below files that are named with `__` for slashes and `_` for dots."""
    (folder / "a" / "b").mkdir(parents=True)
    for name, text in files.items():
        (folder / name.replace("__", "/").replace("_", ".")).write_text(text, encoding="utf-8")
    return folder / "a" / "b" / "product.yaml"


def profile_of(file: Path) -> Profile:
    return api.configuration([file]).choice.profile


def test_without_one_the_defaults_hold(tmp_path: Path) -> None:
    assert api.configuration([project(tmp_path)]) == api.Configuration()


@pytest.mark.parametrize("place", ["dcsgen_toml", "a__dcsgen_toml", "a__b__dcsgen_toml"])
def test_it_is_found_upward(tmp_path: Path, place: str) -> None:
    assert profile_of(project(tmp_path, **{place: DRAFT})) is Profile.DRAFT


def test_the_nearest_counts_and_nothing_above_it(tmp_path: Path) -> None:
    file = project(tmp_path, dcsgen_toml='fail-on = "note"\n', a__dcsgen_toml=DRAFT)
    found = api.configuration([file])
    assert (found.choice.profile, found.fail_on) == (Profile.DRAFT, Severity.ERROR)


def test_a_table_of_pyproject_counts_and_dcsgen_toml_comes_before_it(tmp_path: Path) -> None:
    file = project(tmp_path, dcsgen_toml=DRAFT, a__pyproject_toml=STRICT)
    assert profile_of(file) is Profile.STRICT
    (tmp_path / "a" / "dcsgen.toml").write_text(DRAFT)
    assert profile_of(file) is Profile.DRAFT


@pytest.mark.parametrize("text", [OTHER, "this is no TOML", "# tool.dcsgen is not used here\n"])
def test_a_pyproject_of_something_else_is_passed_over(tmp_path: Path, text: str) -> None:
    assert profile_of(project(tmp_path, dcsgen_toml=DRAFT, a__pyproject_toml=text)) is Profile.DRAFT


def test_without_files_the_search_begins_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project(tmp_path, dcsgen_toml=DRAFT).parent)
    assert api.configuration(()).choice.profile is Profile.DRAFT


def test_it_is_called_as_the_user_would_call_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = project(tmp_path, dcsgen_toml=DRAFT)
    assert api.configuration([file]).file == tmp_path / "dcsgen.toml"
    monkeypatch.chdir(tmp_path)
    assert api.configuration([Path("a/b/product.yaml")]).file == Path("dcsgen.toml")
    monkeypatch.chdir(tmp_path / "a")
    assert api.configuration([Path("b/product.yaml")]).file == Path("../dcsgen.toml")


def test_a_named_one_is_taken_instead(tmp_path: Path) -> None:
    file = project(tmp_path, dcsgen_toml=DRAFT, a__pyproject_toml=STRICT)
    assert api.configuration([file], named=tmp_path / "dcsgen.toml").choice.profile is Profile.DRAFT
    (tmp_path / "own.toml").write_text('fail-on = "note"\n')
    assert api.configuration([file], named=tmp_path / "own.toml").fail_on is Severity.NOTE


def test_folders_and_files_are_seen_from_it(tmp_path: Path) -> None:
    file = project(tmp_path, dcsgen_toml='plugins = ["tools/plugins"]\naccepted = "quality/list.yaml"\n')
    found = api.configuration([file])
    assert found.plugins == (tmp_path / "tools" / "plugins",)
    assert found.accepted == tmp_path / "quality" / "list.yaml"


def test_accepted_findings_are_found_upward_too(tmp_path: Path) -> None:
    file = project(tmp_path, a__dcsgen_toml=DRAFT)
    (tmp_path / "dcsgen-accepted.yaml").write_text("accepted: []\n")
    assert api.configuration([file]).accepted == tmp_path / "dcsgen-accepted.yaml"


def test_descriptions_with_different_ones_are_refused(tmp_path: Path) -> None:
    file = project(tmp_path, a__dcsgen_toml=DRAFT)
    other = tmp_path / "other.yaml"
    assert api.configuration([file, file.parent.parent / "x.yaml"]).choice.profile is Profile.DRAFT
    with pytest.raises(UsageError, match=r"different configurations: .*dcsgen\.toml and none; .*--config"):
        api.configuration([file, other])
    (tmp_path / "a" / "dcsgen.toml").rename(tmp_path / "dcsgen.toml")
    (tmp_path / "a" / "dcsgen-accepted.yaml").write_text("accepted: []\n")
    with pytest.raises(UsageError, match=r"different lists of accepted findings.*--accepted"):
        api.configuration([file, other])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("profile = = 1\n", "dcsgen.toml:1:11: this is no TOML: Invalid value"),
        ('profile = "draft"\nprofile = "draft"\n', "dcsgen.toml:2:18: this is no TOML: Cannot overwrite a value"),
        ('profile = "draft', "dcsgen.toml: this is no TOML: "),
        ("x = " + "[" * 100_000, "dcsgen.toml: lists or tables stand too deep inside each other"),
        ('profil = "draft"\n', 'dcsgen.toml:1:1: the key "profil" is not known here; did you mean "profile"?'),
        (
            'profile = "drat"\n',
            'dcsgen.toml:1:11: profile: "drat" is not "draft", "release" or "strict"; did you mean "draft"',
        ),
        ('select = "S1"\n', 'dcsgen.toml:1:10: select: "S1" is not a list'),
        ("select = [1]\n", "dcsgen.toml:1:11: select[0]: 1 is not text"),
        ("select = [2020-01-01]\n", "dcsgen.toml:1:11: select[0]: "),
        ('[severity]\nS1 = "bad"\n', 'dcsgen.toml:2:6: severity.S1: "bad" is not "error", "warning" or "note"'),
        ("fail-on = inf\n", "dcsgen.toml:1:11: fail-on: "),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, sentence: str) -> None:
    file = project(tmp_path, dcsgen_toml=text)
    with pytest.raises(UsageError) as caught:
        api.configuration([file])
    assert f"{tmp_path}/{sentence}" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_table_of_pyproject_is_checked_as_well(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r'pyproject\.toml:2:1: the key "profil" is not known here'):
        api.configuration([project(tmp_path, pyproject_toml="[tool.dcsgen]\nprofil = 1\n")])
    (tmp_path / "pyproject.toml").write_text("[tool]\ndcsgen = 5\n")
    with pytest.raises(UsageError, match=r"pyproject\.toml:2:10: 5 is not a mapping"):
        api.configuration([tmp_path / "a" / "b" / "product.yaml"])


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("missing.toml", None, "missing.toml cannot be read: No such file"),
        ("latin.toml", b"# caf\xe9\n", "latin.toml is no text in UTF-8"),
        ("pyproject.toml", OTHER.encode(), "has no table [tool.dcsgen]"),
    ],
)
def test_a_named_one_must_be_there(tmp_path: Path, name: str, content: bytes | None, sentence: str) -> None:
    file = project(tmp_path)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UsageError) as caught:
        api.configuration([file], named=tmp_path / name)
    assert sentence in str(caught.value)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert profile_of(project(tmp_path, dcsgen_toml="\ufeff" + DRAFT)) is Profile.DRAFT


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (["a.yaml"], "dcsgen-accepted.yaml"),
        (["x/a.yaml", "x/b.yaml"], "x/dcsgen-accepted.yaml"),
        (["x/a.yaml", "y/b.yaml"], "dcsgen-accepted.yaml"),
        (["x/y/a.yaml", "x/z/b.yaml"], "x/dcsgen-accepted.yaml"),
        (["x/a.yaml", "x/y/../b.yaml"], "x/dcsgen-accepted.yaml"),
    ],
)
def test_a_list_begins_where_all_files_find_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: list[str], place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = place_of_accepted([Path(file) for file in files], api.Configuration())
    assert found == Path(place)
    assert place_of_accepted([tmp_path / file for file in files], api.Configuration()) == tmp_path / place
