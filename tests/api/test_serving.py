"""A description that is served: what a browser gets, when it gets it anew, and who is refused."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dcsgen import api
from dcsgen.api import Serving
from dcsgen.base.errors import UnreadableInputError, UsageError
from dcsgen.host import open_host

PATIENCE = 20
"""Seconds after which something that has not happened does not happen any more."""

DESCRIPTION = """\
dcsgen: 1
include: [services.yaml]
product: {name: PLAN ARCHIVE, vendor: Example Medical Ltd, version: "1.0"}
document: {identifier: EXM-DCS-1, revision: "1", date: 2024-01-31}
application_entities:
  PLAN_ARCHIVE: {title: Archive, function: Stores plans.}
"""
SERVICES = """\
services:
  storage:
    application_entity: PLAN_ARCHIVE
    sop_classes: [RTPlanStorage]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
  verification:
    application_entity: PLAN_ARCHIVE
    sop_classes: [Verification]
    role: SCP
    transfer_syntaxes: [ImplicitVRLittleEndian]
"""
DRAFT = 'profile = "draft"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A description of two files that has no findings in the profile that its configuration asks for."""
    (tmp_path / "services.yaml").write_text(SERVICES)
    (tmp_path / "dcsgen.toml").write_text(DRAFT)
    (tmp_path / "product.yaml").write_text(DESCRIPTION)
    for each in tmp_path.iterdir():
        # As if written long ago; what is written while it is looked at is looked at again.
        os.utime(each, (1_700_000_000, 1_700_000_000))
    return tmp_path / "product.yaml"


@pytest.fixture
def serving(file: Path) -> Iterator[Serving]:
    with api.serve(file, vendors=False) as found:
        yield found


def get(serving: Serving, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=PATIENCE)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


class Events:
    """The events that a browser gets, one after the other."""

    def __init__(self, serving: Serving) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=PATIENCE)
        self._connection.request("GET", "/events")
        self._response = self._connection.getresponse()
        assert self._response.getheader("Content-Type") == "text/event-stream"

    def next(self) -> dict[str, Any]:
        line, deadline = b"", time.monotonic() + PATIENCE
        while not line.startswith(b"data: "):
            line = self._response.readline()
            assert line, "the stream has ended"
            assert time.monotonic() < deadline, "nothing was told"
        told: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
        return told

    def close(self) -> None:
        self._response.close()
        self._connection.close()


@pytest.fixture
def events(serving: Serving) -> Iterator[Events]:
    found = Events(serving)
    yield found
    found.close()


def test_the_document_is_that_of_build(serving: Serving, file: Path, tmp_path: Path) -> None:
    (built,) = api.build(file, out=tmp_path / "out", formats=["html"], layout=None, host=open_host(vendors=False)).paths
    response, content = get(serving, "/document")
    assert response.status == 200
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    assert content == built.read_bytes()


def test_a_save_is_told_and_the_document_is_new(serving: Serving, events: Events, file: Path) -> None:
    first = events.next()
    assert (first["current"], first["findings"], first["trouble"]) == (True, [], "")
    file.write_text(DESCRIPTION.replace("Stores plans.", "Keeps plans for ever."))
    second = events.next()
    assert second["current"]
    assert second["page"] != first["page"]
    assert b"Keeps plans for ever." in get(serving, "/document")[1]


def test_the_last_good_page_stays_while_there_are_errors(serving: Serving, events: Events, file: Path) -> None:
    first = events.next()
    good = get(serving, "/document")[1]
    file.write_text(DESCRIPTION.replace("title:", "titel:"))
    wrong = events.next()
    assert not wrong["current"]
    assert wrong["page"] == first["page"]
    (finding,) = wrong["findings"]
    assert (finding["severity"], finding["code"], finding["place"]) == ("error", "L020", f"{file}:6:18")
    assert "titel" in finding["excerpt"]
    assert "title" in finding["hint"]
    assert get(serving, "/document")[1] == good
    file.write_text("dcsgen: [1\n")
    broken = events.next()
    assert broken["findings"][0]["place"].startswith(f"{file}:")
    assert get(serving, "/document")[1] == good
    file.write_text(DESCRIPTION)
    again = events.next()
    assert again["current"]
    assert again["findings"] == []
    assert again["page"] == first["page"]


def test_warnings_are_told_beside_the_page(serving: Serving, events: Events, file: Path) -> None:
    events.next()
    # A configuration that is taken away is a change too.
    (file.parent / "dcsgen.toml").unlink()
    told = events.next()
    assert told["current"]
    assert {finding["severity"] for finding in told["findings"]} <= {"warning", "note", "error"}
    assert "implementation-class-uid-not-stated" in {finding["slug"] for finding in told["findings"]}


def test_files_that_are_drawn_in_are_watched(serving: Serving, events: Events, file: Path) -> None:
    events.next()
    services = file.with_name("services.yaml")
    services.write_text(SERVICES.replace("RTPlanStorage", "RTPlanStorgae"))
    assert events.next()["findings"][0]["code"] == "L030"
    services.unlink()
    assert not events.next()["current"]
    # The description does not name it as a file of its own now, and yet it is waited for.
    services.write_text(SERVICES)
    assert events.next()["current"]


def test_files_of_plugins_and_templates_are_watched(file: Path, tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    (plugins / "look" / "parts").mkdir(parents=True)
    code = (
        "from dcsgen.plugin import *\nfrom pathlib import Path\n"
        "KIND = Kind(code='acme/S1', slug='loud', severity=Severity.WARNING, what='a', why='b', instead='c')\n"
        "@hookimpl\ndef dcsgen_template_folders():\n"
        "    return [TemplateFolder('look', Path(__file__).with_name('look'))]\n"
        "@hookimpl\ndef dcsgen_lint_rules():\n"
        "    return [LintRule(KIND, lambda capability: [KIND.at((), 'WORD')], profile=Profile.DRAFT)]\n"
    )
    (plugins / "acme.py").write_text(code)
    (plugins / "look" / "brand.css").write_text("p { color: red }")
    file.write_text(DESCRIPTION.replace("document: {", "document: {template: look, "))
    with api.serve(file, folders=[plugins]) as serving:
        events = Events(serving)
        assert [finding["message"] for finding in events.next()["findings"]] == ["WORD"]
        (plugins / "look" / "brand.css").write_text("p { color: rebeccapurple }")
        assert events.next()["current"]
        assert b"rebeccapurple" in get(serving, "/document")[1]
        (plugins / "acme.py").write_text(code.replace("'WORD'", "'other words'"))
        assert [finding["message"] for finding in events.next()["findings"]] == ["other words"]
        (plugins / "look" / "cover.html").write_text("not used on the screen")
        events.next()
        (plugins / "look" / "parts" / "function.html").write_text("{% broken %}")
        told = events.next()
        assert not told["current"]
        assert "the template" in told["trouble"]
        assert "is broken" in told["trouble"]
        events.close()


def test_what_is_not_part_of_the_description_does_not_matter(serving: Serving, file: Path) -> None:
    number = serving.shown.number
    (file.parent / "other.yaml").write_text("a: 1\n")
    assert serving.after(number, 0.5) is None


def test_a_change_during_a_look_is_not_missed(serving: Serving, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dcsgen.api import previewing

    services = file.with_name("more.yaml")
    services.write_text("character_sets: {supported: [ISO_IR 100]}\n")
    number = serving.shown.number
    real = previewing.documents

    def slow(*args: Any, **others: Any) -> Any:
        made = real(*args, **others)
        # A file that counts for the first time in this look, and has been read already.
        monkeypatch.undo()
        services.write_text("character_sets: {supported: [ISO_IR 101]}\n")
        return made

    monkeypatch.setattr(previewing, "documents", slow)
    file.write_text(DESCRIPTION.replace("[services.yaml]", "[services.yaml, more.yaml]"))
    shown = serving.after(number, PATIENCE)
    assert shown is not None
    again = serving.after(shown.number, PATIENCE)
    assert again is not None
    assert again.page is not None
    assert b"ISO_IR 101" in again.page


def test_a_file_is_read_when_it_has_come_to_rest(serving: Serving, file: Path) -> None:
    number = serving.shown.number
    for length in range(0, len(DESCRIPTION), 12):
        file.write_text(DESCRIPTION[:length])
        time.sleep(0.005)
    file.write_text(DESCRIPTION + "# the end\n")
    shown = serving.after(number, PATIENCE)
    while shown is not None and not shown.current:
        shown = serving.after(shown.number, PATIENCE)
    assert shown is not None
    assert shown.findings == ()


@pytest.mark.parametrize(
    "path",
    ["/product.yaml", "/../product.yaml", "//etc/passwd", "/%2e%2e/product.yaml", "/document/", "/favicon.ico", "*"],
)
def test_nothing_else_is_served(serving: Serving, path: str) -> None:
    response, content = get(serving, path)
    assert response.status == 404
    assert content == b"There is nothing here.\n"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(serving: Serving, method: str) -> None:
    assert get(serving, "/", method)[0].status == 501


@pytest.mark.parametrize("path", ["/", "/document", "/events"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", ""])
def test_other_hosts_are_refused(serving: Serving, path: str, host: str) -> None:
    response, content = get(serving, path, Host=host.format(port=serving.port))
    assert response.status == 403
    assert b"PLAN ARCHIVE" not in content


def test_both_names_of_this_computer_are_answered(serving: Serving) -> None:
    for name in ("127.0.0.1", "localhost", "LOCALHOST"):
        assert get(serving, "/", Host=f"{name}:{serving.port}")[0].status == 200


def test_two_hosts_are_refused(serving: Serving) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=PATIENCE)
    connection.putrequest("GET", "/document", skip_host=True)
    for name in ("127.0.0.1", "evil.example"):
        connection.putheader("Host", f"{name}:{serving.port}")
    connection.endheaders()
    assert connection.getresponse().status == 403


def test_other_pages_cannot_take_it_in(serving: Serving) -> None:
    frame, document = get(serving, "/")[0], get(serving, "/document")[0]
    assert "frame-ancestors 'none'" in (frame.getheader("Content-Security-Policy") or "")
    assert "frame-ancestors 'self'" in (document.getheader("Content-Security-Policy") or "")
    for response in (frame, document):
        assert response.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        assert response.getheader("X-Content-Type-Options") == "nosniff"
        assert response.getheader("Cache-Control") == "no-store"
        assert response.getheader("Access-Control-Allow-Origin") is None
        assert response.getheader("Server") == "dcsgen "


def test_only_the_head_is_sent_if_only_that_is_wanted(serving: Serving) -> None:
    for path in ("/", "/document", "/events"):
        response, content = get(serving, path, "HEAD")
        assert (response.status, content) == (200, b"")


def test_no_page_yet(file: Path) -> None:
    file.write_text("dcsgen: [\n")
    with api.serve(file, vendors=False) as serving:
        events = Events(serving)
        told = events.next()
        assert (told["page"], told["current"], len(told["findings"])) == ("", False, 1)
        assert get(serving, "/document")[0].status == 404
        file.write_text(DESCRIPTION)
        assert events.next()["current"]
        assert get(serving, "/document")[0].status == 200
        events.close()


def test_a_name_cannot_break_out_of_the_page(file: Path) -> None:
    odd = file.with_name("a<script>alert(1)<!--.yaml")
    shutil.copy(file, odd)
    with api.serve(odd, vendors=False) as serving:
        content = get(serving, "/")[1]
    assert b"<script>alert" not in content
    assert b"a\\u003cscript>alert(1)\\u003c!--.yaml" in content


def test_a_bug_does_not_end_it(serving: Serving, events: Events, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events.next()
    monkeypatch.setattr("dcsgen.api.previewing.documents", lambda *args, **others: 1 / 0)
    file.write_text(DESCRIPTION + "# 1\n")
    assert "ZeroDivisionError" in events.next()["trouble"]
    monkeypatch.undo()
    file.write_text(DESCRIPTION + "# 12\n")
    assert events.next()["current"]


def test_it_ends_with_everybody_still_listening(file: Path) -> None:
    before = threading.active_count()
    serving = api.serve(file, vendors=False)
    events = [Events(serving) for _ in range(3)]
    for each in events:
        each.next()
    begin = time.monotonic()
    serving.close()
    assert time.monotonic() - begin < 5
    assert serving.closed
    with pytest.raises(ConnectionRefusedError):
        get(serving, "/")
    for each in events:
        each.close()
    deadline = time.monotonic() + PATIENCE
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert threading.active_count() == before
    # The port is free again.
    with api.serve(file, port=serving.port, vendors=False) as second:
        assert second.url == serving.url


def test_wrong_words_are_told_at_once(file: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="there is no file"):
        api.serve(tmp_path / "prodct.yaml", vendors=False)
    with pytest.raises(UsageError, match='There is no layout "tr6226"'):
        api.serve(file, layout="tr6226", vendors=False)
    with api.serve(file, vendors=False) as serving, pytest.raises(UsageError, match=f"port {serving.port} of"):
        api.serve(file, port=serving.port, vendors=False)
    with pytest.raises(UsageError, match="there is no such port"):
        api.serve(file, port=70000, vendors=False)
    with pytest.raises(UsageError, match="there is no folder"):
        api.serve(file, folders=[tmp_path / "none"])


def test_the_language_can_be_another_one(file: Path) -> None:
    with api.serve(file, language="de", vendors=False) as serving:
        assert b'<html lang="de"' in (serving.shown.page or b"")
    with pytest.raises(UsageError, match='no words in the language "deu": did you mean "de"'):
        api.serve(file, language="deu", vendors=False)


def test_a_layout_that_is_not_there_is_a_finding_of_the_page(file: Path) -> None:
    file.write_text(DESCRIPTION.replace("{identifier:", "{layout: tr6226, identifier:"))
    with api.serve(file, vendors=False) as serving:
        assert [finding.slug for finding in serving.shown.findings] == ["unknown-layout"]
        assert serving.shown.trouble == ""
