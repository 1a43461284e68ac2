"""The script that counts opening phrases, on a corpus of one fictional document."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "count_language.py"


def script() -> Any:
    """Return the script as a module; it is no part of the package."""
    spec = importlib.util.spec_from_file_location(SCRIPT.stem, SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


count_language = script()

DOCUMENT = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement>
<meta><FRBRlanguage language="eng"/></meta>
<preamble>
  <container><p><span class="italic">Recalling also</span> its lamps,</p></container>
  <container><p>N<i>oting</i> the storms,</p></container>
  <container><p><i>Noting</i> with care the storms,</p></container>
  <container><p>The lamps without an opening,</p></container>
</preamble>
<mainBody>
  <paragraph><num>1.</num>
    <content><p><i>Repaints</i> <i>further</i> the tower;</p></content></paragraph>
  <paragraph><num>(a)</num><content><p><i>No</i> operative paragraph;</p></content></paragraph>
</mainBody></statement></akomaNtoso>"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "one.xml").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "corpus" / "broken.xml").write_text("<akomaNtoso>", encoding="utf-8")
    (tmp_path / "reference").mkdir()
    wider = {
        "preambular": {"eng": [["Noting with care", 1], ["Noting with alarm", 7]], "zho": []},
        "operative": {"eng": [["Repaints", 3]]},
    }
    (tmp_path / "reference" / "lexicon.json").write_text(json.dumps(wider), encoding="utf-8")
    return tmp_path


def test_openings_are_read_on_whole_words(tree: Path) -> None:
    found = count_language.samples(tree)
    assert [s.phrase for s in found["en", "preambular"]] == ["Recalling also", "Noting", "Noting"]
    assert [s.phrase for s in found["en", "operative"]] == ["Repaints further"]


def test_a_single_operative_paragraph_has_no_number(tree: Path) -> None:
    path = tree / "corpus" / "one.xml"
    single = "<mainBody><paragraph><p><i>Lights</i> the lamp.</p></paragraph></mainBody>"
    path.write_text(DOCUMENT.partition("<mainBody>")[0] + single + "</statement></akomaNtoso>")
    found = count_language.samples(tree)
    assert [s.phrase for s in found["en", "operative"]] == ["Lights"]


def test_the_tables_join_both_counts(tree: Path) -> None:
    made = count_language.tables(count_language.samples(tree), tree)
    assert made["en"]["preambular"] == {"recalling also": 1, "noting": 2, "noting with alarm": 7}
    assert made["en"]["operative"] == {"repaints further": 1, "repaints": 3}


def test_a_longer_phrase_that_is_mostly_wrong_is_left_out(tree: Path) -> None:
    path = tree / "reference" / "lexicon.json"
    path.write_text(path.read_text().replace('"Noting with care", 1', '"Noting with care", 9'))
    made = count_language.tables(count_language.samples(tree), tree)
    assert "noting with care" not in made["en"]["preambular"]


def test_phrases_that_the_council_mostly_sets_shorter() -> None:
    sample, openings = count_language.Sample, count_language.load("en").openings
    concern, alarm = "Expressing concern at the dark", "Expressing alarm at the dark"
    council = [sample("one.xml", concern, "Expressing", council=True)] * 3
    whole = [sample("one.xml", concern, "Expressing concern")] * 9
    assert count_language.short([*council, *whole], "preambular", openings) == {
        "expressing concern": 3
    }
    often = [sample("one.xml", alarm, "Expressing alarm", council=True)] * 2
    assert count_language.short([*council, *often], "preambular", openings) == {}
    assert count_language.short(whole, "preambular", openings) == {}
