"""Files made to do harm are refused or reported, in bounded time and memory, without a network."""

from __future__ import annotations

import re
import socket
import threading
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from an2un.check import loading
from an2un.check.many import Task, judge_all, tasks
from an2un.check.settings import Settings
from tests.check.pieces import DRAFT, RESOLUTION, changed, codes, found

BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {c} "{f"&{b};" * 10}">' for b, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>\n<a>&i;</a>"
)


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (BOMB, "AU931"),
        ('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>', "AU931"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "AU931"),
        ('<!-- <a> --><?p <!DOCTYPE?><!DOCTYPE a><a/>', "AU931"),
        ("<a>" * 100_000 + "</a>" * 100_000, "AU935"),
        ("<a>" * 300, "AU935"),
        ("<a " + " ".join(f"a{at}='1'" for at in range(2_000)) + "/>", "AU932"),
        ("<a>&nbsp;</a>", "AU930"),
        ("<a><b></a>", "AU930"),
        ("<a", "AU930"),
        ("", "AU930"),
        ("no markup", "AU930"),
        ("<a>\x0c</a>", "AU930"),
        ("<a></a><b></b>", "AU930"),
        ('<?xml version="1.0" encoding="UTF-16"?><a/>', "AU936"),
        ('<?xml version="1.0" encoding="x-unknown"?><a/>', "AU936"),
    ],
)  # fmt: skip
def test_refused_files(xml: str, code: str) -> None:
    assert codes(xml) == [code]


def test_a_doctype_is_found_in_every_encoding() -> None:
    assert codes("<!DOCTYPE a><a/>".encode("utf-16")) == ["AU931"]
    assert codes("\ufeff<!DOCTYPE a><a/>".encode()) == ["AU931"]
    assert codes("<!DOCTYPE a><a/>".encode("utf-16-le")) == ["AU931"]


def test_the_word_doctype_in_a_text_is_no_doctype() -> None:
    xml = changed(
        DRAFT, "<p>The General Assembly,</p>", "<p>The General Assembly,<!-- <!DOCTYPE a> --></p>"
    )
    assert found(xml) == []


@pytest.mark.parametrize("data", [b"<a>\xe9</a>", b"\xff\xfe<\0a", bytes(range(256)), b"\0" * 50])
def test_bytes_that_are_no_text(data: bytes) -> None:
    (finding,) = found(data)
    assert finding.code.id in ("AU930", "AU936")
    assert finding.hint


def test_a_truncated_file_says_so() -> None:
    (finding,) = found(RESOLUTION[: len(RESOLUTION) // 2])
    assert finding.code.id == "AU930"


def test_an_end_tag_that_closes_nothing_is_pointed_at() -> None:
    for text in ("<b>é</b><c>éé</a></c>", "<b/><c>e</a></a>", "<c></a>"):
        (finding,) = found(f"<a>\n{text}")
        assert (finding.line, finding.column) == (2, text.index("</a>") + 1)
        assert finding.message == "<c> of line 2 is not closed before </a>"


def test_every_beginning_of_a_document_is_judged() -> None:
    for end in range(0, len(DRAFT), 97):
        assert len(found(DRAFT[:end])) == 1


def test_an_attribute_of_a_megabyte_is_judged_and_cut_in_messages() -> None:
    long = "x" * 1_000_000
    xml = changed(DRAFT, 'href="/akn/ontology/role/un/sponsor"', f'href="/akn/{long}"')
    (finding,) = found(xml)
    assert finding.code.id == "AU604"
    assert len(finding.message) < 300


@pytest.mark.parametrize("name", ["showAs", "eId", "value", "marker", "name", "refersTo", "href"])
def test_no_value_makes_a_report_long(name: str) -> None:
    xml = re.sub(rf'(\s{name}="[^"]*)"', rf'\1{"x" * 3_000}"', RESOLUTION)
    for finding in found(xml):
        said = (finding.message, finding.hint, finding.trail, finding.eid)
        assert max(map(len, said)) <= 1_000, finding.code


def test_sizes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(DRAFT, Settings(max_size=100)) == ["AU932"]
    monkeypatch.setattr(loading, "MAX_TAGS", 50)
    assert codes(DRAFT) == ["AU932"]
    assert codes(DRAFT, Settings(max_size=0)) == []


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.xml"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)  # a hole: it takes no place on the disk
    (verdict,) = judge_all([Task("big.xml", str(path))], Settings())
    assert [f.code.id for f in verdict.findings] == ["AU932"]
    assert "5,000,000,000 bytes" in verdict.findings[0].message


def test_wide_and_deep_documents_take_linear_time() -> None:
    """Ten thousand siblings and two hundred levels: quadratic rules would take minutes."""
    many = "".join(
        f'<paragraph eId="para_{n}"><num>{n}.</num><content eId="para_{n}__content"><p>Decides to '
        f"keep lamp {n} of the harbour lit by night and day.</p></content></paragraph>"
        for n in range(1, 10_001)
    )
    body = DRAFT.partition("<paragraph")[0], DRAFT.partition("</paragraph>")[2]
    assert found(body[0] + many + body[1]) == []
    deep = "".join(f'<section eId="s{n}"><num>{n}</num>' for n in range(200))
    found(body[0] + deep + many[:500].rpartition("<")[0] + "</section>" * 200 + body[1])


def test_many_documents_in_one_file_take_linear_time() -> None:
    start, _, rest = DRAFT.partition("<statement")
    one = "<statement" + rest.partition("</akomaNtoso>")[0]
    inner = "".join(f"<component>{one}</component>" for _ in range(300))
    collection = f'<documentCollection name="publication"><collectionBody>{inner}'
    assert found(f"{start}{collection}</collectionBody></documentCollection></akomaNtoso>")


# ------------------------------------------------------------------------------------ the network


@pytest.fixture
def listening() -> Iterator[tuple[str, list[bytes]]]:
    """Listen on this machine and keep what calls."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    calls: list[bytes] = []
    stop = threading.Event()

    def serve() -> None:
        while not stop.is_set():
            try:
                connection, _ = server.accept()
            except TimeoutError:
                continue
            calls.append(connection.recv(100))
            connection.close()

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}", calls
    stop.set()
    thread.join()
    server.close()


def test_nothing_is_fetched(
    listening: tuple[str, list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither through Python's sockets, which are forbidden, nor through those of libxml2."""
    url, calls = listening

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "create_connection", forbidden)
    monkeypatch.setattr(socket.socket, "connect", forbidden)
    namespace = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    located = changed(
        DRAFT, "<akomaNtoso ", f'<akomaNtoso {namespace}xsi:schemaLocation="x {url}/s.xsd" '
    )
    included = changed(
        DRAFT,
        "<p>Decides",
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{url}/i.xml"/><p>Decides',
    )
    styled = changed(DRAFT, "<akomaNtoso ", f'<?xml-stylesheet href="{url}/s.xsl"?><akomaNtoso ')
    for engine in ("lxml", "both"):
        settings = Settings(engine=engine)
        assert found(located, settings) == []
        assert codes(included, settings) == ["AU910"]
        assert found(styled, settings) == []
        assert codes(f'<!DOCTYPE a SYSTEM "{url}/a.dtd"><a/>', settings) == ["AU931"]
    assert calls == []


# ------------------------------------------------------------------------------------ archives


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def verdicts(*paths: Path, jobs: int = 1, settings: Settings | None = None) -> dict[str, list[str]]:
    judged = judge_all(tasks(paths), settings or Settings(), jobs)
    return {v.name: [f.code.id for f in v.findings] for v in judged}


def test_members_of_an_archive_are_judged(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a.zip",
        {"x/good.xml": DRAFT.encode(), "bad.XML": b"<a", "note.txt": b"-", "nested.zip": b"PK"},
    )
    assert verdicts(path) == {f"{path}!x/good.xml": [], f"{path}!bad.XML": ["AU930"]}


def test_a_bomb_is_refused_and_the_others_are_judged(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {"b.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})
    good = tmp_path / "good.xml"
    good.write_text(DRAFT, encoding="utf-8")
    assert verdicts(bomb, good) == {str(bomb): ["AU933"], str(good): []}


def test_a_member_that_lies_about_its_size_is_cut_off(tmp_path: Path) -> None:
    path = zipped(tmp_path / "liar.zip", {"b.xml": b"<a>" + b" " * 3_000_000 + b"</a>"})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")  # the size that the directory claims
    path.write_bytes(bytes(data))
    (found_codes,) = verdicts(path, settings=Settings(max_size=1_000)).values()
    assert found_codes in (["AU932"], ["AU933"], ["AU930"])


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04" + b"\0" * 40])
def test_broken_archives_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert verdicts(path) == {str(path): ["AU933"]}


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from an2un import archive

    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    path = zipped(tmp_path / "a.zip", {f"{n}.xml": b"<a/>" for n in range(3)})
    assert verdicts(path) == {str(path): ["AU933"]}


def test_a_damaged_member_is_reported(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.xml": b"<a>" + bytes(range(65, 91)) * 50 + b"</a>"})
    data = bytearray(path.read_bytes())
    data[45] ^= 0xFF
    path.write_bytes(bytes(data))
    assert verdicts(path) == {f"{path}!a.xml": ["AU933"]}


def test_archives_in_memory_are_not_needed(tmp_path: Path) -> None:
    """A member is read by itself: an archive of many is not held in memory as a whole."""
    buffer = BytesIO(DRAFT.encode())
    path = zipped(tmp_path / "a.zip", {f"{n}.xml": buffer.getvalue() for n in range(40)})
    assert set(map(tuple, verdicts(path, jobs=2).values())) == {()}
