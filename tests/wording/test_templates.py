from __future__ import annotations

from an2un.wording.templates import Templates


def test_a_template_takes_the_whole_text() -> None:
    templates = Templates(["Lamp {number} of the tower"])
    assert templates.match("LAMP 3 of the  tower")
    assert templates.match("Lamp 3 of the tower of the north") is None


def test_slots_lead_back_to_the_text() -> None:
    text = "Lit by the  Keeper on 5 May"
    match = Templates(["Lit by {words} on {text}"]).match(text)
    assert match is not None
    start, end = match.slots["words"]
    assert text[start:end] == "the  Keeper"


def test_the_first_template_counts() -> None:
    match = Templates(["Lamp {text}", "Lamp {number}"]).match("Lamp 3")
    assert match is not None
    assert match.which == 0


def test_search_finds_it_anywhere() -> None:
    text = "It was lit at its 12th watch, at night"
    match = Templates(["at its {number} watch"]).search(text)
    assert match is not None
    assert text[match.span.start : match.span.end] == "at its 12th watch"


def test_counts_in_words() -> None:
    templates = Templates(["{favour} lamps to {against}"], ["twelve", "none"])
    match = templates.match("Twelve lamps to none")
    assert match is not None
    assert templates.match("Many lamps to none") is None


def test_what_fits_holds_one_of_the_keys() -> None:
    templates = Templates(["Lamp {number} of the tower", "{number} lamps"])
    assert templates.keys == ("ofthetower", "lamps")
    for text in ("Lamp 3 of the tower", "3 lamps"):
        assert templates.match(text)
        assert any(key in "".join(text.lower().split()) for key in templates.keys)


def test_keys_that_hold_another_need_not_be_looked_for() -> None:
    templates = Templates(["{number} plenary meeting", "{number} meeting", "Lamp {number}"])
    assert set(templates.keys) == {"meeting", "lamp"}
    assert templates.may_fit("the3rdplenarymeeting")
    assert not templates.may_fit("thetower")
