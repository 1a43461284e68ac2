"""A document as an archive describes it: symbol, title, organ, dates, subjects, vote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from an2un.identity import LANGUAGE_CODES
from an2un.record import Record, values
from an2un.symbol import Symbol, SymbolError, parse

_NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
_ISO_LANGUAGES = {long: short for short, long in LANGUAGE_CODES.items()}
# Main documents only: not the annexes inside them, not the parts of a collection.
_OUTER = "[not(ancestor::a:attachments)][not(ancestor::a:component)]"
_UNDATED = ("0001-01-01", "1900-01-01")


class Subject(Record):
    """A subject: its term or number, its name, its vocabulary ("UNBIS", "SDG")."""

    value: str
    name: str
    dictionary: str


class Outcome(Record):
    """How the text was adopted; counts are None where the file does not say."""

    kind: str
    in_favour: int | None = None
    against: int | None = None
    abstaining: int | None = None


class Description(Record, kw_only=True):
    """What a file says of its document; empty where it does not say.

    work, expression  IRIs without a trailing slash
    date, date_name   date of the Work, and of what it is the date
    languages         ISO 639-1 code
    body              the organ as printed; `committee` likewise
    related           symbols of drafts, reports and records that the adoption names
    """

    work: str = ""
    expression: str = ""
    symbol: str = ""
    title: str = ""
    kind: str = ""
    language: str = ""
    date: str = ""
    date_name: str = ""
    issued: str = ""
    adopted: str = ""
    body: str = ""
    session: str = ""
    committee: str = ""
    agenda_items: tuple[str, ...] = ()
    agenda_title: str = ""
    meeting: str = ""
    job_number: str = ""
    sponsors: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()
    outcome: Outcome | None = None
    related: tuple[str, ...] = ()
    url: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the description as plain values, what is empty left out."""
        given = {name: _as_plain(value) for name, value in values(self).items()}
        return {name: value for name, value in given.items() if value not in ("", (), None)}


def _as_plain(value: Any) -> Any:
    """Return a value with the records in it as tables."""
    if isinstance(value, Record):
        return {name: _as_plain(one) for name, one in values(value).items()}
    return tuple(map(_as_plain, value)) if isinstance(value, tuple) else value


def described(root: etree._Element) -> Description:
    """Return the description of a document from the root element of its Akoma Ntoso."""
    reader = _Reader(root)
    symbol = reader.symbol()
    language = reader.language()
    date, name = reader.work_date()
    return Description(
        work=reader.iri("FRBRWork"),
        expression=reader.iri("FRBRExpression"),
        symbol=str(symbol) if symbol else reader.printed_symbol(),
        title=reader.words("//a:docTitle[contains(@refersTo,'resolutionTitle')]")
        or reader.fact("title"),
        kind=reader.attribute("/a:akomaNtoso/*[@name]", "name"),
        language=language,
        date=date,
        date_name=name,
        issued=reader.date("//a:docDate[contains(@refersTo,'dateOfIssuance')]"),
        adopted=reader.date("//a:docDate[contains(@refersTo,'doptionDate')]"),
        body=reader.words("//a:docAuthority[not(contains(@refersTo,'#un'))]", strict=False),
        session=reader.attribute("//a:session", "value")
        or reader.fact("session")
        or (symbol.session if symbol else ""),
        committee=reader.words("//a:docCommittee", strict=False) or reader.fact("committee"),
        agenda_items=reader.agenda_items(),
        agenda_title=reader.words(_inline("agendaItemTitle", "agendaItemName"))
        or reader.fact("agendaItemTitle"),
        meeting=reader.number("//*[contains(@refersTo,'doptionMeeting')]")
        or reader.fact("meeting"),
        job_number=reader.fact("jobNumber") or reader.words("//a:docketNumber", strict=False),
        sponsors=reader.sponsors(),
        subjects=tuple(reader.subjects()),
        outcome=reader.outcome(),
        related=reader.related(),
        url=symbol.url(language or "en") if symbol else "",
    )


def _inline(*names: str) -> str:
    wanted = " or ".join(f"contains(@name,'{name}')" for name in names)
    return f"//a:inline[{wanted}]"


class _Reader:
    """Looks things up in one document."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root

    def _find(self, path: str) -> list[Any]:
        found = self._root.xpath(path, namespaces=_NS)
        return found if isinstance(found, list) else []

    def all(self, path: str) -> Iterator[str]:
        """Yield the words of each element, each text once."""
        seen: set[str] = set()
        for element in self._find(path + _OUTER):
            text = _words(element)
            if text and text not in seen:
                seen.add(text)
                yield text

    def words(self, path: str, *, strict: bool = True) -> str:
        """Return the words of the first element; if not strict, of the last of several."""
        found = list(self.all(path))
        if not found:
            return ""
        return found[0] if strict else found[-1]

    def attribute(self, path: str, name: str) -> str:
        """Return an attribute of the first element that has it."""
        return next((str(e.get(name)) for e in self._find(path) if e.get(name)), "")

    def facts(self, name: str) -> tuple[str, ...]:
        """Return what the metadata adds to what is printed."""
        return tuple(map(_words, self._find(f"//a:otherAnalysis/*/*[local-name()='{name}']")))

    def fact(self, name: str) -> str:
        """Return the first of the facts of a name."""
        return next(iter(self.facts(name)), "")

    def number(self, path: str) -> str:
        """Return the first number in the words of an element."""
        match = re.search(r"\d+", self.words(path))
        return match.group() if match else ""

    def date(self, path: str) -> str:
        """Return the date of the first dated element."""
        value = self.attribute(path + _OUTER, "date")
        return "" if value in _UNDATED else value

    def iri(self, level: str) -> str:
        """Return the IRI of a level without a trailing slash."""
        return self.attribute(f"//a:{level}/a:FRBRuri", "value").rstrip("/")

    def work_date(self) -> tuple[str, str]:
        """Return the date of the Work and its name, empty where it is not known."""
        for element in self._find("//a:FRBRWork/a:FRBRdate"):
            if element.get("date") not in _UNDATED:
                return str(element.get("date")), str(element.get("name") or "")
        return "", ""

    def language(self) -> str:
        """Return the language of the Expression as ISO 639-1."""
        code = self.attribute("//a:FRBRExpression/a:FRBRlanguage", "language")
        return _ISO_LANGUAGES.get(code, code)

    def printed_symbol(self) -> str:
        """Return the symbol as the file shows it."""
        shown = self.attribute("//a:FRBRWork/a:FRBRnumber", "showAs")
        return shown or self.words("//a:docNumber[contains(@refersTo,'symbol')]")

    def symbol(self) -> Symbol | None:
        """Return the symbol in its parts, None where the file shows none."""
        try:
            return parse(self.printed_symbol())
        except SymbolError:
            return None

    def agenda_items(self) -> tuple[str, ...]:
        """Return the numbers of the agenda items: "27", "69 (a)"."""
        path = (
            "//a:inline[contains(@name,'agendaItem')"
            " and not(contains(@name,'Title')) and not(contains(@name,'Name'))]"
        )
        return tuple(
            " ".join(item.split())
            for text in (*self.all(path), *self.facts("agendaItem"))
            for item in re.findall(r"\d+(?:\s?\([a-z]{1,2}\))?", text)
        )

    def sponsors(self) -> tuple[str, ...]:
        """Return the sponsors that the text prints, then those the metadata adds."""
        supplied = (_words(e) for e in self._find("//a:otherAnalysis//*[local-name()='sponsor']"))
        return (*self.all("//a:docProponent[contains(@as,'sponsor')]"), *supplied)

    def related(self) -> tuple[str, ...]:
        """Return the documents of the procedure that text or metadata name."""
        supplied = (str(e.get("showAs") or "") for e in self._find("//a:implicitReference"))
        return (*self.all(_inline("originatingDocument")), *filter(None, supplied))

    def subjects(self) -> Iterator[Subject]:
        """Yield the keywords of the classification."""
        for element in self._find("//a:classification/a:keyword"):
            value, name = str(element.get("value") or ""), str(element.get("showAs") or "")
            yield Subject(value, name or value, str(element.get("dictionary") or ""))

    def outcome(self) -> Outcome | None:
        """Return how the text was adopted, None where the file does not say."""
        counts: dict[str, int] = {}
        for element in self._find("//a:voting/a:count"):
            role = (element.get("refersTo") or "").lstrip("#").lower()
            key = next((key for word, key in _COUNTS if word in role), "")
            if key and str(element.get("value")).isdecimal():
                counts[key] = int(str(element.get("value")))
        kind = self.attribute("//a:voting", "outcome") or self.attribute(
            "//a:workflow/a:step[contains(@outcome,'dopted')]", "outcome"
        )
        kind = kind.lstrip("#")
        return Outcome(kind, **counts) if kind or counts else None


_COUNTS = (
    ("infavour", "in_favour"), ("forvotes", "in_favour"), ("against", "against"),
    ("absten", "abstaining"), ("abstain", "abstaining"),
)  # fmt: skip


def _words(element: etree._Element) -> str:
    """Return the printed words of an element, notes left out."""
    texts = element.xpath(".//text()[not(ancestor::a:authorialNote)]", namespaces=_NS)
    return " ".join("".join(map(str, texts)).split()) if isinstance(texts, list) else ""
