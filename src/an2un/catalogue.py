"""Records of the United Nations' own `data_extract`: one JSON object for each adopted text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from an2un.identity import Ballot, Keyword, Party, Supplied, VoteKind, Voting
from an2un.language import load as language
from an2un.symbol import SymbolError, parse

_MARKS = frozenset(("adoption_type", "MS_in_favour", "adoption_meeting"))


def is_record(table: Mapping[str, Any]) -> bool:
    """Tell whether a table has the keys of the United Nations' catalogue."""
    return not _MARKS.isdisjoint(table)


def record(table: Mapping[str, Any]) -> Supplied:
    """Return what a record of the catalogue says; what it leaves empty or as `N.A.` is left out."""
    draft, report = _origins(table)
    return Supplied(
        symbol=_text(table, "symbol"),
        adopted=_date(_text(table, "adoption_date")),
        session=_session(_text(table, "session")),
        title=_text(table, "title") or _text(table, "resolution_title"),
        committee=_committee(_text(table, "committee")),
        agenda_items=tuple(_ITEM.findall(_text(table, "agenda_item"))),
        agenda_title=_text(table, "agenda_item_name"),
        meeting=_meeting(_text(table, "adoption_meeting")),
        draft_symbol=draft,
        draft_date=_text(table, "draft_resolution_date")[:10],
        report_symbol=report,
        record=_text(table, "pv") or _text(table, "sr"),
        sponsors=tuple(_sponsors(table)),
        voting=_voting(table),
        keywords=tuple(_keywords(table)),
    )


_EMPTY = frozenset(("", "N.A.", "N/A"))
_ITEM = re.compile(r"\d+(?: \([a-z]{1,2}\))?")
_NUMBER = re.compile(r"\d+")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.()-]+)+")


def _text(table: Mapping[str, Any], key: str) -> str:
    value = " ".join(str(table.get(key) or "").split())
    return "" if value in _EMPTY else value


def _entries(table: Mapping[str, Any], key: str) -> list[Any]:
    """Return the entries of a list; a single one may stand without its list."""
    value = table.get(key)
    if isinstance(value, list):
        return value
    return [value] if _text(table, key) else []


def _date(text: str) -> str:
    iso = _ISO.match(text)
    return iso.group() if iso else language("en").date(text)


def _session(text: str) -> str:
    session = language("en").session(text)
    return session.code if session else ""


def _committee(text: str) -> str:
    if text.startswith("#"):  # some records have the identifier already
        return text[1:]
    return language("en").masthead.committees.whole(text)


def _meeting(text: str) -> str:
    number = _NUMBER.match(text)
    return number.group() if number else ""


def _origins(table: Mapping[str, Any]) -> tuple[str, str]:
    """Return the symbols of the draft and of the report that the text was adopted on."""
    draft = report = ""
    for key in ("draft_resolution", "originating_document"):
        for name in _SYMBOL.findall(_text(table, key)):
            try:
                symbol = parse(name.rstrip("."))
            except SymbolError:
                continue
            if symbol.nature == "draft" or key == "draft_resolution":
                draft = draft or str(symbol)
            else:
                report = report or str(symbol)
    return draft, report


_LISTED = re.compile(r", and |, AND |, | (?:and|AND) (?=[a-z]*\s?[A-Z])")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_SUBMITTED = re.compile(r"submitted by ", re.IGNORECASE)


def party(name: str) -> Party:
    """Return a Member State (or another sponsor) by its English name or its identifier."""
    if name.startswith("member") and name.isalnum() and name[6:7].isupper():
        return Party(name, name)
    known = language("en").member(name) or language("en").member(_without_article(name))
    return Party(known, name)


def _without_article(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


def _sponsors(table: Mapping[str, Any]) -> Iterator[Party]:
    """Yield sponsors and additional sponsors; those who submitted for others stand for nobody."""
    for key in ("sponsors", "additional_sponsors"):
        for entry in _entries(table, key):
            name = " ".join(str(entry).split())
            whole = party(_SUBMITTED.sub("", name))
            if whole.id or _SUBMITTED.match(name):
                yield whole
            else:
                yield from _several(name)


def _several(text: str) -> Iterator[Party]:
    """Yield the States of a list in one entry: `Cuba (on behalf of …), Kenya and Peru`."""
    aside = _ASIDE.search(text)
    parts = [part for part in _LISTED.split(_ASIDE.sub("", text)) if part]
    found = [party(part) for part in parts]
    if aside is None and not all(one.id for one in found):
        yield Party("", text)
    else:
        yield from found


_ADOPTION: tuple[tuple[str, VoteKind], ...] = (
    ("without a vote", "withoutVote"),
    ("without vote", "withoutVote"),
    ("adoptedwithoutvote", "withoutVote"),
    ("acclamation", "consensus"),
    ("consensus", "consensus"),
    ("non-unanimously", "recorded"),
    ("unanimously", "unanimous"),
    ("recorded", "recorded"),
)
_TALLY = re.compile(r"(\d+)-(\d+)-(\d+)")
_BALLOTS: tuple[tuple[Ballot, str], ...] = (
    ("for", "MS_in_favour"), ("against", "MS_against"), ("abstaining", "MS_abstaining"),
)  # fmt: skip


def _voting(table: Mapping[str, Any]) -> Voting | None:
    """Return how the text was adopted, None where the record does not say."""
    said = f"{_text(table, 'adoption_type')} {_text(table, 'voting_type')}".lower()
    tally = _TALLY.search(said)
    kind: VoteKind = "recorded" if tally else ""
    kind = kind or next((kind for words, kind in _ADOPTION if words in said), "")
    if not kind:
        return None
    if kind in ("withoutVote", "consensus"):
        return Voting(kind)
    cast = tuple((ballot, party(name)) for ballot, key in _BALLOTS for name in _entries(table, key))
    counts = [_count(table.get(f"{key}_count")) for _, key in _BALLOTS]
    if not any(counts):
        counts = [int(number) for number in tally.groups()] if tally else [None, None, None]
    return Voting(kind, counts[0], counts[1], counts[2], cast)


def _count(value: Any) -> int | None:
    return int(value) if str(value or "").isdecimal() else None


# Vocabularies as the catalogue calls them; the rest are titles of the agenda or of the library.
_VOCABULARIES = {"UNBIS Thesaurus": "UNBIS", "DHLAUTH": "DHLAUTH"}


def _keywords(table: Mapping[str, Any]) -> Iterator[Keyword]:
    """Yield the Sustainable Development Goals and the subjects, each once."""
    seen: set[Keyword] = set()
    for number in _entries(table, "SDGs"):
        seen.add(goal := Keyword(str(number), f"Goal {number}", "SDG"))
        yield goal
    for entry in _entries(table, "subjects"):
        if isinstance(entry, list) and len(entry) == 2 and entry[1] in _VOCABULARIES:
            term = " ".join(str(entry[0]).split())
            keyword = Keyword(term, term, _VOCABULARIES[entry[1]])
            if keyword not in seen:
                seen.add(keyword)
                yield keyword
