"""Composing: what is included and extended, what is refused, whose places findings have, and mounted records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dcsgen.base.errors import UnreadableInputError
from dcsgen.base.finding import Finding
from dcsgen.base.finding import Path as NodePath
from dcsgen.load import compose as compose_module
from dcsgen.load.compose import Composed, NamedRecord, compose
from dcsgen.load.limits import Limits


def written(folder: Path, files: dict[str, str]) -> Path:
    """The folder with files in it; their names may have folders of their own."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def composed(folder: Path, **files: str) -> Composed:
    """`main.yaml` of the files, composed. In their names `__` stands for a slash."""
    written(folder, {f"{name.replace('__', '/')}.yaml": text for name, text in files.items()})
    return compose(folder / "main.yaml")


def root_of(folder: Path, **files: str) -> Any:
    """The data of files that are composed without findings, without the keys that drew them in."""
    result = composed(folder, **files)
    assert result.findings == ()
    return {key: value for key, value in result.tree.root.items() if key not in ("include", "extends")}


def only_finding(folder: Path, **files: str) -> Finding:
    (finding,) = composed(folder, **files).findings
    return finding


def where(finding: Finding, folder: Path) -> str:
    """File, line and column, with the file relative to the folder."""
    place = finding.place
    assert place is not None
    return f"{Path(place.file).relative_to(folder)}:{place.line}:{place.column}"


# ---- include ---------------------------------------------------------------------------------------------------------


def test_one_file(tmp_path: Path) -> None:
    assert root_of(tmp_path, main="product: {name: P}") == {"product": {"name": "P"}}


def test_include_joins_mappings_at_any_depth(tmp_path: Path) -> None:
    root = root_of(
        tmp_path,
        main="include: [a.yaml, b.yaml]\nproduct: {name: P}\n",
        a="product: {vendor: V}\nservices: {one: {role: SCU}}\n",
        b="services: {two: {role: SCP}, one: {title: T}}\n",
    )
    assert root == {
        "product": {"name": "P", "vendor": "V"},
        "services": {"one": {"role": "SCU", "title": "T"}, "two": {"role": "SCP"}},
    }


def test_included_files_may_include(tmp_path: Path) -> None:
    root = root_of(tmp_path, main="include: [a.yaml]\nx: {m: 1}\n", a="include: [b.yaml]\nx: {a: 1}\n", b="x: {b: 1}\n")
    assert root == {"x": {"m": 1, "a": 1, "b": 1}}


def test_include_is_relative_to_the_file_that_names_it(tmp_path: Path) -> None:
    root = root_of(
        tmp_path, main="include: [sub/a.yaml]\n", sub__a="include: [b.yaml]\nx: {a: 1}\n", sub__b="x: {b: 1}\n"
    )
    assert root == {"x": {"a": 1, "b": 1}}


def test_included_file_may_go_up_within_the_folder(tmp_path: Path) -> None:
    root = root_of(tmp_path, main="include: [sub/a.yaml]\n", sub__a="include: [../b.yaml]\n", b="x: 1\n")
    assert root == {"x": 1}


def test_a_file_that_two_others_include(tmp_path: Path) -> None:
    root = root_of(
        tmp_path,
        main="include: [a.yaml, b.yaml]\n",
        a="include: [c.yaml]\n",
        b="include: [c.yaml]\n",
        c="x: {list: [1, 2]}\n",
    )
    assert root == {"x": {"list": [1, 2]}}


def test_same_value_twice_is_no_conflict(tmp_path: Path) -> None:
    root = root_of(tmp_path, main="include: [a.yaml]\nx: {a: 1, list: [1]}\n", a="x: {list: [1], a: 1}\n")
    assert root == {"x": {"a": 1, "list": [1]}}


@pytest.mark.parametrize(
    ("main", "part"),
    [("x: {y: 1}", "x: {y: 2}"), ("x: {y: [1]}", "x: {y: [1, 2]}"), ("x: {y: {z: 1}}", "x: {y: 1}")],
)
def test_conflict(tmp_path: Path, main: str, part: str) -> None:
    finding = only_finding(tmp_path, main=f"include: [a.yaml]\n{main}\n", a=f"# comment\n{part}\n")
    assert (finding.code, finding.slug) == ("L043", "include-conflict")
    assert finding.path == "x.y"
    assert where(finding, tmp_path) == "a.yaml:2:8"
    assert finding.excerpt == part
    assert "x.y" in finding.message
    assert "main.yaml:2:5" in finding.message
    assert finding.hint == "keep one of them"


def test_first_value_stays_in_a_conflict(tmp_path: Path) -> None:
    result = composed(tmp_path, main="include: [a.yaml, b.yaml]\n", a="x: 1\n", b="x: 2\ny: 3\n")
    assert (result.tree.root["x"], result.tree.root["y"]) == (1, 3)
    assert [where(finding, tmp_path) for finding in result.findings] == ["b.yaml:1:4"]


def test_included_file_may_say_the_version_again(tmp_path: Path) -> None:
    assert root_of(tmp_path, main="dcsgen: 1\ninclude: [a.yaml]\n", a="dcsgen: 1\nx: 1\n") == {"dcsgen": 1, "x": 1}


# ---- extends ---------------------------------------------------------------------------------------------------------


def test_extends_replaces_values_and_joins_mappings(tmp_path: Path) -> None:
    root = root_of(
        tmp_path,
        main="extends: base.yaml\nproduct: {version: '2'}\nlist: [3]\n",
        base="product: {name: P, version: '1'}\nlist: [1, 2]\nkept: true\n",
    )
    assert root == {"product": {"name": "P", "version": "2"}, "list": [3], "kept": True}


def test_null_removes_what_the_base_has(tmp_path: Path) -> None:
    root = root_of(
        tmp_path,
        main="extends: base.yaml\ngone: null\nservices: {one: null, two: {title: ~}}\n",
        base="gone: {x: 1}\nservices: {one: {role: SCU}, two: {role: SCP, title: T}, three: {role: SCP}}\n",
    )
    assert root == {"services": {"two": {"role": "SCP"}, "three": {"role": "SCP"}}}


def test_null_without_anything_to_remove_stays_for_the_schema_to_refuse(tmp_path: Path) -> None:
    assert root_of(tmp_path, main="extends: base.yaml\nx: null\n", base="y: 1\n") == {"y": 1, "x": None}


def test_extends_over_several_steps(tmp_path: Path) -> None:
    root = root_of(
        tmp_path,
        main="extends: b.yaml\nx: {a: 3}\n",
        b="extends: c.yaml\nx: {a: 2, b: 2}\n",
        c="x: {a: 1, b: 1, c: 1}\n",
    )
    assert root == {"x": {"a": 3, "b": 2, "c": 1}}


def test_base_that_includes_files_of_its_own_folder(tmp_path: Path) -> None:
    root = root_of(
        tmp_path,
        main="extends: family/base.yaml\nproduct: {name: Variant}\n",
        family__base="include: [parts/product.yaml]\ndcsgen: 1\n",
        family__parts__product="product: {name: Family, vendor: V}\n",
    )
    assert root == {"dcsgen": 1, "product": {"name": "Variant", "vendor": "V"}}


def test_included_files_lie_over_the_base_too(tmp_path: Path) -> None:
    root = root_of(
        tmp_path,
        main="extends: base.yaml\ninclude: [part.yaml]\n",
        part="services: {one: {title: new}, two: null}\n",
        base="services: {one: {title: old, role: SCU}, two: {role: SCP}}\n",
    )
    assert root == {"services": {"one": {"title": "new", "role": "SCU"}}}


def test_place_of_a_replaced_value_is_in_the_upper_file_and_of_a_kept_one_in_the_base(tmp_path: Path) -> None:
    tree = composed(
        tmp_path,
        main="extends: base.yaml\nproduct:\n  version: '2'\n",
        base="# comment\n# comment\nproduct: {name: P, version: '1'}\n",
    ).tree

    def place_of(*path: str) -> str:
        place = tree.place(path)
        assert place is not None
        assert tree.line_of(place)
        return f"{Path(place.file).name}:{place.line}:{place.column}"

    assert place_of("product", "version") == "main.yaml:3:12"
    assert place_of("product", "name") == "base.yaml:3:17"


# ---- what is refused -------------------------------------------------------------------------------------------------

DRAWS_IN = pytest.mark.parametrize("key", ["include: [{}]", "extends: {}"])


@DRAWS_IN
def test_missing_file(tmp_path: Path, key: str) -> None:
    finding = only_finding(tmp_path, main=f"dcsgen: 1\n{key.format('gone.yaml')}\n")
    assert (finding.code, finding.slug) == ("L040", "include-not-found")
    assert finding.path == ("include[0]" if "include" in key else "extends")
    assert where(finding, tmp_path) == f"main.yaml:2:{key.index('{}') + 1}"
    assert "gone.yaml" in finding.message
    assert str(tmp_path) in finding.hint


@DRAWS_IN
def test_folder_is_no_file(tmp_path: Path, key: str) -> None:
    (tmp_path / "sub").mkdir()
    assert only_finding(tmp_path, main=key.format("sub")).code == "L040"


@DRAWS_IN
@pytest.mark.parametrize("name", ["../secret.yaml", "sub/../../secret.yaml", "sub/.././../secret.yaml"])
def test_outside_by_going_up(tmp_path: Path, key: str, name: str) -> None:
    written(tmp_path, {"secret.yaml": "secret: 1\n", "here/sub/x.yaml": ""})
    result = composed(tmp_path / "here", main=key.format(name))
    assert [(finding.code, finding.slug) for finding in result.findings] == [("L041", "include-outside")]
    assert "secret" not in result.tree.root
    assert len(result.tree.sources) == 1


@DRAWS_IN
def test_outside_by_an_absolute_path(tmp_path: Path, key: str) -> None:
    # Even a path into the folder itself: on another machine it would lead elsewhere.
    written(tmp_path, {"part.yaml": "x: 1\n"})
    finding = only_finding(tmp_path, main=key.format(tmp_path / "part.yaml"))
    assert finding.code == "L041"


@DRAWS_IN
@pytest.mark.parametrize("through", ["file", "folder"])
def test_outside_by_a_link(tmp_path: Path, key: str, through: str) -> None:
    written(tmp_path, {"secrets/secret.yaml": "secret: 1\n"})
    here = tmp_path / "here"
    here.mkdir()
    name = "link" if through == "file" else "link/secret.yaml"
    (here / "link").symlink_to(tmp_path / "secrets" / ("secret.yaml" if through == "file" else ""))
    assert only_finding(here, main=key.format(name)).code == "L041"


def test_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    written(tmp_path, {"real.yaml": "x: 1\n"})
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    assert root_of(tmp_path, main="include: [link.yaml]\n") == {"x": 1}


@DRAWS_IN
@pytest.mark.parametrize("name", ["loop.yaml", "x" * 5000, '"a\\0b.yaml"'])
def test_name_that_leads_nowhere(tmp_path: Path, key: str, name: str) -> None:
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    findings = composed(tmp_path, main=key.format(name)).findings
    assert findings[-1].code == "L040"
    assert len(findings[-1].message) < 200


@DRAWS_IN
def test_file_that_draws_in_itself(tmp_path: Path, key: str) -> None:
    finding = only_finding(tmp_path, main=key.format("main.yaml"))
    assert (finding.code, finding.slug) == ("L042", "include-cycle")
    assert "main.yaml → main.yaml" in finding.message


def test_cycle_over_include_and_extends(tmp_path: Path) -> None:
    finding = only_finding(
        tmp_path, main="include: [sub/a.yaml]\n", sub__a="extends: b.yaml\n", sub__b="x: 1\ninclude: [../main.yaml]\n"
    )
    assert finding.code == "L042"
    assert f"main.yaml → {Path('sub/a.yaml')} → {Path('sub/b.yaml')} → main.yaml" in finding.message
    assert where(finding, tmp_path) == "sub/b.yaml:2:11"


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compose_module, "MAX_FILES", 3)
    files = {name: f"{name}: 1\n" for name in "abcd"}
    result = composed(tmp_path, main="include: [a.yaml, b.yaml, c.yaml, d.yaml]\n", **files)
    assert [(finding.code, finding.path) for finding in result.findings] == [
        ("L044", "include[2]"),
        ("L044", "include[3]"),
    ]
    assert "3 files" in result.findings[0].message
    assert sorted(result.tree.root) == ["a", "b", "include"]


def test_limit_of_files_allows_real_descriptions(tmp_path: Path) -> None:
    names = [f"p{number}" for number in range(150)]
    include = ", ".join(f"{name}.yaml" for name in names)
    root = root_of(tmp_path, main=f"include: [{include}]\n", **{name: f"{name}: 1\n" for name in names})
    assert sorted(root) == sorted(names)


def test_all_that_is_wrong_is_found_at_once(tmp_path: Path) -> None:
    result = composed(tmp_path, main="extends: gone\ninclude: [gone, /etc/passwd, main.yaml]\nx: 1\n")
    assert sorted(finding.code for finding in result.findings) == ["L040", "L040", "L041", "L042"]
    assert result.tree.root["x"] == 1


@pytest.mark.parametrize("value", ["5", "null", "{a: b}", "[[a], {b: c}, 5, null]", '""', '[""]'])
@pytest.mark.parametrize("key", ["include", "extends"])
def test_values_that_are_no_file_names_are_left_to_the_schema(tmp_path: Path, key: str, value: str) -> None:
    result = composed(tmp_path, main=f"{key}: {value}\nx: 1\n")
    assert result.tree.root["x"] == 1
    assert {finding.code for finding in result.findings} <= {"L040"}


def test_unreadable_files(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match=r"gone\.yaml"):
        compose(tmp_path / "gone.yaml")
    with pytest.raises(UnreadableInputError) as caught:
        composed(tmp_path, main="include: [a.yaml]\n", a="x: [1\ny: 2\n")
    assert caught.value.finding is not None
    assert where(caught.value.finding, tmp_path).startswith("a.yaml:")


def test_limits_hold_for_each_file(tmp_path: Path) -> None:
    written(tmp_path, {"main.yaml": "include: [a.yaml]\n", "a.yaml": f"x: {'y' * 100}\n"})
    assert compose(tmp_path / "main.yaml", (), Limits(size=200)).findings == ()
    with pytest.raises(UnreadableInputError, match=r"a\.yaml"):
        compose(tmp_path / "main.yaml", (), Limits(size=50))


# ---- places ----------------------------------------------------------------------------------------------------------


def test_problems_of_reading_have_the_place_in_their_own_file(tmp_path: Path) -> None:
    result = composed(tmp_path, main="include: [sub/a.yaml]\nx: 1\nx: 2\n", sub__a="y:\n  z: 1\n  z: 2\nw: !tag 5\n")
    found = sorted((where(finding, tmp_path), finding.code) for finding in result.findings)
    assert found == [("main.yaml:3:1", "L010"), ("sub/a.yaml:3:3", "L010"), ("sub/a.yaml:4:4", "L011")]


def test_files_are_named_as_the_user_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, {"d/main.yaml": "include: [sub/a.yaml]\n", "d/sub/a.yaml": "x: {y: 1}\n"})
    monkeypatch.chdir(tmp_path)
    tree = compose(Path("d/main.yaml")).tree
    assert [source.name for source in tree.sources] == [str(Path("d/main.yaml")), str(Path("d/sub/a.yaml"))]
    assert str(tree.place(("x", "y"))) == f"{Path('d/sub/a.yaml')}:1:8"


def test_every_node_of_the_whole_has_a_place(tmp_path: Path) -> None:
    tree = composed(
        tmp_path,
        main="extends: base.yaml\ninclude: [a.yaml, b.yaml]\nx: {list: [1, {y: 2}]}\n",
        base="x: {z: {w: [3]}, list: []}\nv: 4\n",
        a="x: {u: {t: 5}}\n",
        b="x: {u: {s: [6]}}\n",
    ).tree
    places: dict[NodePath, str] = {
        ("x", "list", 1, "y"): "main.yaml:3:19",
        ("x", "z", "w", 0): "base.yaml:1:13",
        ("v",): "base.yaml:2:4",
        ("x", "u", "t"): "a.yaml:1:12",
        ("x", "u", "s", 0): "b.yaml:1:13",
    }
    for path, line in places.items():
        assert str(tree.place(path)).endswith(f"/{line}"), path


# ---- records of plug-ins ---------------------------------------------------------------------------------------------

SERVICE = "services:\n  s:\n    status_table: acme-store\n"
TABLE = "# of the vendor\ntitle: T\nservice: C-STORE\nstatuses:\n  '0000': {class: success, meaning: Success}\n"


def mounted(folder: Path, main: str, **records: tuple[str, str]) -> Composed:
    """`main.yaml` composed with records: name, collection and text."""
    named = []
    for name, (collection, text) in records.items():
        file = folder / "vendor" / f"{name}.yaml"
        written(folder, {f"vendor/{name}.yaml": text})
        named.append(NamedRecord(collection, name.replace("_", "-"), file, "acme"))
    written(folder, {"description/main.yaml": main})
    return compose(folder / "description" / "main.yaml", named)


def test_record_that_is_referred_to_is_mounted(tmp_path: Path) -> None:
    result = mounted(tmp_path, SERVICE, acme_store=("status_tables", TABLE))
    assert result.findings == ()
    assert result.tree.root["status_tables"]["acme-store"]["title"] == "T"
    assert result.providers == {("status_tables", "acme-store"): "acme"}


def test_mounted_record_has_places_in_its_own_file(tmp_path: Path) -> None:
    tree = mounted(tmp_path, SERVICE, acme_store=("status_tables", TABLE)).tree
    place = tree.place(("status_tables", "acme-store", "statuses", "0000", "meaning"))
    assert str(place) == f"{tmp_path / 'vendor' / 'acme_store.yaml'}:5:37"
    assert str(tree.place(("status_tables", "acme-store"))) == f"{tmp_path / 'vendor' / 'acme_store.yaml'}:1:1"


def test_record_that_nobody_refers_to_is_not_read(tmp_path: Path) -> None:
    result = mounted(tmp_path, "dcsgen: 1\n", acme_store=("status_tables", "no: [yaml"))
    assert (result.findings, dict(result.providers), len(result.tree.sources)) == ((), {}, 1)


def test_record_of_another_collection_is_not_meant(tmp_path: Path) -> None:
    result = mounted(tmp_path, SERVICE, acme_store=("iods", "title: T\n"))
    assert sorted(result.tree.root) == ["services"]


def test_record_of_the_description_itself_comes_first(tmp_path: Path) -> None:
    own = f"{SERVICE}status_tables:\n  acme-store: {{title: own}}\n"
    result = mounted(tmp_path, own, acme_store=("status_tables", TABLE))
    assert result.tree.root["status_tables"] == {"acme-store": {"title": "own"}}
    assert dict(result.providers) == {}


def test_records_that_records_refer_to_are_mounted_too(tmp_path: Path) -> None:
    result = mounted(
        tmp_path,
        "services: {s: {ae_mapping: a}}\nattribute_mappings: {mine: {iod: gone}}\n",
        a=("ae_mappings", "attribute_mapping: m\n"),
        m=("attribute_mappings", "iod: i\n"),
        i=("iods", "title: I\n"),
    )
    assert sorted(result.providers) == [("ae_mappings", "a"), ("attribute_mappings", "m"), ("iods", "i")]
    assert sorted(result.tree.root["attribute_mappings"]) == ["m", "mine"]


def test_mounted_beside_a_collection_of_the_wrong_type(tmp_path: Path) -> None:
    result = mounted(tmp_path, f"{SERVICE}status_tables: 5\n", acme_store=("status_tables", TABLE))
    assert result.tree.root["status_tables"]["acme-store"]["title"] == "T"


def test_findings_about_a_record_name_its_plugin(tmp_path: Path) -> None:
    result = mounted(tmp_path, SERVICE, acme_store=("status_tables", f"{TABLE}title: again\n"))
    assert [(finding.code, finding.provider) for finding in result.findings] == [("L010", "acme")]


def test_record_that_cannot_be_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    result = mounted(
        tmp_path,
        f"{SERVICE}    iod: good\n",
        acme_store=("status_tables", "title: [T\n"),
        good=("iods", "title: I\n"),
    )
    (finding,) = result.findings
    assert (finding.code, finding.provider) == ("L006", "acme")
    assert result.tree.root["iods"] == {"good": {"title": "I"}}
    assert "status_tables" not in result.tree.root
