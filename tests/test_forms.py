"""The law of forms: Word file, web page, PDF and text of one document give the same tree.

The documents are the fictional ones of examples/, set in the layout of the United Nations. What
only one form can carry (where the lines of the masthead stand, italics inside the text) is left
out of the comparison.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import an2un
from an2un import plain, tree
from an2un.language import LANGUAGES
from an2un.record import replace
from an2un.walk import plain_text, rewrite
from tests.builders import doc, italic, line, note, par, recital, table
from tests.rendering import press
from tests.rendering.sheet import Sheet, in_printed_order, sheet
from tests.rendering.web import web_page
from tests.rendering.word import docx

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
NAMES = sorted(p.name for p in EXAMPLES.iterdir() if (p / "expected.akn.xml").is_file())
# Its text is no resolution, so what it prints above its first sentence is no masthead.
NAMES.remove("en-no-resolution")
SETTERS: dict[str, Callable[[Sheet], bytes]] = {"docx": docx, "html": web_page}


def document_of(name: str) -> tree.Document:
    return in_printed_order(an2un.read(EXAMPLES / name / "expected.akn.xml"))


@pytest.mark.parametrize("form", SETTERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_form_gives_the_tree_that_was_set(name: str, form: str) -> None:
    document = document_of(name)
    conversion = an2un.convert(SETTERS[form](sheet(document)), name=f"{name}.{form}")
    assert plain.forget(conversion.document) == plain.forget(document)
    assert conversion.valid
    assert conversion.covered
    assert conversion.lost == 0


@pytest.mark.parametrize("name", NAMES)
def test_its_pages_give_the_same_tree(name: str) -> None:
    document = document_of(name)
    missing = press.engine_missing(document.language)
    if missing:
        pytest.skip(missing)
    conversion = an2un.convert(press.pdf(sheet(document)), name=f"{name}.pdf")
    assert seen(conversion.document) == seen(document)
    assert conversion.valid
    assert conversion.covered
    assert conversion.lost == 0


def seen(document: tree.Document) -> tree.Document:
    """Return what the eye sees of a document on a page.

    It tells no blank from another, and reads the two columns of the cover in either order.
    """
    cover = sorted(document.masthead.cover, key=lambda line: plain_text(line.children))
    document = replace(document, masthead=replace(document.masthead, cover=tuple(cover)))
    made: tree.Document = rewrite(plain.forget(document), _seen)
    return made


def _seen(node: Any) -> Any:
    return tree.Text(node.text.replace("\u00a0", " ")) if isinstance(node, tree.Text) else node


@pytest.mark.parametrize("name", NAMES)
def test_its_text_gives_the_same_tree(name: str) -> None:
    document = document_of(name)
    assert plain.forget(an2un.read(plain.text(document))) == plain.forget(document)


@pytest.mark.parametrize("form", SETTERS)
def test_all_languages_are_set(form: str) -> None:
    assert {name[:2] for name in NAMES} == set(LANGUAGES)


def test_a_table_keeps_its_cells_whatever_they_hold() -> None:
    body = table(("Boat", "Harbour", "Of whom"), ("", "Esk", "many"), ("Tide", "", ""))
    document = doc(
        (par("1.", line(italic("Takes note"), " of the table that follows:"), body),),
        formula="The General Assembly,",
    )
    for setter in SETTERS.values():
        made = an2un.read(setter(sheet(document)))
        assert made.items == document.items  # type: ignore[union-attr]


def test_a_table_between_paragraphs_stands_there() -> None:
    body = table(("Boat", "Harbour"), ("Esk", "12"), ("Tide", "3"))
    document = doc(
        (
            par("1.", line(italic("Approves"), " the changes below:"), body),
            par("2.", line(italic("Decides"), " to count the boats of all harbours in that year;")),
            par("3.", line(italic("Requests"), " the Keeper to report.")),
        ),
        formula="The General Assembly,",
    )
    for setter in SETTERS.values():
        made = an2un.read(setter(sheet(document)))
        assert made.items == document.items  # type: ignore[union-attr]


def test_notes_of_several_paragraphs_and_with_letters_for_marks() -> None:
    text = line("Noting the report", note("1", "See A/99/1.", "It has 3 parts."), ",")
    table_note = line("Noting 2 of its tables", note("a", "In part."), " and no other,")
    document = doc(formula="The General Assembly,", recitals=(recital(text), recital(table_note)))
    for setter in SETTERS.values():
        made = an2un.read(setter(sheet(document)))
        assert plain.text(made) == plain.text(document)
