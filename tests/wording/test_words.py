"""Words of a text, counted."""

from __future__ import annotations

import re

from an2un.wording.words import Words

TEXT = "Lamps, lamps and oil; the lamp's oil (oil) of 2044-lamps\nand oil."


def test_words_are_letters_between_anything_else() -> None:
    counts = Words(TEXT).counts
    assert counts == {
        "Lamps": 1,
        "lamps": 2,
        "and": 2,
        "oil": 4,
        "the": 1,
        "lamp": 1,
        "s": 1,
        "of": 1,
    }


def test_the_same_token_counts_each_time() -> None:
    assert Words("in 1/oil, 1/oil, 2/oil-lamp 3/oil-oil").counts == {"in": 1, "oil": 5, "lamp": 1}


def test_what_stands_between_blanks_is_kept_as_it_stands() -> None:
    words = Words(TEXT)
    assert words.counts["oil"] == 4  # counting words changes nothing in what they stand in
    assert words.tokens["oil"] == 1
    assert dict(words.marked) == {
        "Lamps,": 1, "oil;": 1, "lamp's": 1, "(oil)": 1, "2044-lamps": 1, "oil.": 1,
    }  # fmt: skip


def test_the_words_of_two_texts_are_counted_together() -> None:
    words = Words("oil and lamps")
    assert words.counts_with("more oil.") == {"oil": 2, "and": 1, "lamps": 1, "more": 1}
    assert words.counts == {"oil": 1, "and": 1, "lamps": 1}


def test_a_pattern_finds_what_it_finds_in_the_whole_text() -> None:
    pattern = re.compile(r"([a-z]{2,})[,;.)]")
    assert Words(TEXT).found(pattern) == {"amps": 1, "oil": 3}
    assert sorted(Words(TEXT).found(pattern).elements()) == sorted(pattern.findall(TEXT))
