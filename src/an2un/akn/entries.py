"""The entries of `references` (TLC…): what the text and the metadata point at, each once."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, unquote

from an2un.akn.eid import Ids, label
from an2un.identity import ORGAN_ACTORS
from an2un.walk import single_blanks

# Last step of an organ's ontology IRI where it is not the identifier itself: the actor codes of
# the Work IRIs, and those of the Main Committees built on them (profile, sample).
ORGAN_CODES: dict[str, str] = {
    **ORGAN_ACTORS,
    "firstCommittee": "unga-c1",
    "secondCommittee": "unga-c2",
    "thirdCommittee": "unga-c3",
    "fourthCommittee": "unga-c4",
    "fifthCommittee": "unga-c5",
    "sixthCommittee": "unga-c6",
    "generalCommittee": "unga-gc",
}
# Languages are concepts by their English name (P2-76); the tree knows them by ISO 639-1.
LANGUAGE_CONCEPTS = {
    "ar": "arabic",
    "zh": "chinese",
    "en": "english",
    "fr": "french",
    "ru": "russian",
    "es": "spanish",
    "de": "german",
}
_DISTRIBUTIONS = {
    "general": "distributionGeneral",
    "limited": "distributionLimited",
    "restricted": "distributionRestricted",
}
_CODES: dict[str, dict[str, str]] = {
    "organization": ORGAN_CODES,
    "concept": {**LANGUAGE_CONCEPTS, **_DISTRIBUTIONS},
}
_VALUES = {kind: {code: id for id, code in table.items()} for kind, table in _CODES.items()}

# What the fixed entries show; entries for printed words show those words.
_SHOWN: dict[str, dict[str, str]] = {
    "organization": {
        "un": "United Nations",
        "an2un": "an2un",
        "generalAssembly": "General Assembly",
        "securityCouncil": "Security Council",
        "economicAndSocialCouncil": "Economic and Social Council",
        "humanRightsCouncil": "Human Rights Council",
        "environmentAssembly": "United Nations Environment Assembly",
    },
    "role": {
        "author": "Author",
        "editor": "Editor of the markup",
        "publisher": "Publisher",
        "issuingAuthority": "Issuing authority",
        "sponsor": "Sponsor",
    },
    "concept": {
        "symbol": "Symbol",
        "number": "Number",
        "resolutionTitle": "Title of the resolution",
        "agendaItem": "Agenda item",
        "preamble": "Preamble",
        "enactingFormula": "Enacting formula",
        "operative": "Operative part",
        "annex": "Annex",
        "resolution": "Resolution",
        "draftResolution": "Draft resolution",
        "decision": "Decision",
        "draftDecision": "Draft decision",
        "presidentialStatement": "Presidential statement",
        "voting": "Voting",
        "adopted": "Adopted",
        "adoptedWithoutVote": "Adopted without a vote",
        "adoptedUnanimously": "Adopted unanimously",
        "resolutionForVotes": "Votes in favour",
        "resolutionAgainstVotes": "Votes against",
        "resolutionAbstentions": "Abstentions",
        "arabic": "Arabic",
        "chinese": "Chinese",
        "english": "English",
        "french": "French",
        "russian": "Russian",
        "spanish": "Spanish",
    },
    "event": {
        "adoption": "Adoption",
        "adoptionDate": "Date of adoption",
        "dateOfIssuance": "Date of issuance",
    },
    "location": {
        "adoptionMeeting": "Meeting of the adoption",
        "adoptionPlace": "Place of adoption",
    },
    "process": {"submission": "Submission of the draft"},
}

# Class of the fixed entries that `names.FORMS` and the metadata point at.
FIXED: dict[str, str] = {
    name: kind for kind, table in _SHOWN.items() for name in table
}  # fmt: skip

_ELEMENTS = {
    "organization": "TLCOrganization",
    "person": "TLCPerson",
    "role": "TLCRole",
    "concept": "TLCConcept",
    "event": "TLCEvent",
    "location": "TLCLocation",
    "process": "TLCProcess",
    "reference": "TLCReference",
}


@lru_cache(maxsize=1024)
def code_of(kind: str, value: str) -> str:
    """Return the last step of the ontology IRI for a value of the tree."""
    return quote(_CODES.get(kind, {}).get(value, value), safe="")


def value_of(href: str) -> str:
    """Return the value of the tree that an ontology IRI stands for: the way back of `code_of`."""
    parts = href.rstrip("/").split("/")
    kind, code = (parts[-3] if len(parts) > 2 else ""), unquote(parts[-1])
    return _VALUES.get(kind, {}).get(code, code)


class Entries:
    """The entries of one document element; each gets its eId when it is first needed.

    prefix  prefix of all eIds of the document element ("att_1__"), "" for the main one
    """

    def __init__(self, ids: Ids, prefix: str) -> None:
        self._ids = ids
        self._prefix = prefix
        self._found: dict[tuple[str, str], str] = {}
        self._lines: dict[str, list[str]] = {element: [] for element in _ELEMENTS.values()}
        self.eids: set[str] = set()

    def fixed(self, name: str) -> str:
        """Return the address (`#eId`) of one of the fixed entries."""
        kind = FIXED[name]
        return self._found.get((kind, name)) or self.entity(kind, name, "")

    def entity(self, kind: str, value: str, shown: str, name: str = "") -> str:
        """Return the address of the entry for a value; `shown` are the words that name it."""
        found = self._found.get((kind, value))
        if found:
            return found
        known = _CODES["concept"].get(value, value) if kind == "concept" else value
        shown = shown or _SHOWN.get(kind, {}).get(known, "") or value
        href = f"/akn/ontology/{kind}/un/{code_of(kind, value)}"
        return self._add(kind, value, name or known, (href, shown))

    def reference(self, target: str, last: str) -> str:
        """Return the address of the entry for a document or place that has no IRI of its own."""
        found = self._found.get(("reference", target))
        if found:
            return found
        href = f"/akn/ontology/reference/un/{quote(last, safe='')}"
        return self._add("reference", target, f"doc{label(last)}", (href, target))

    def _add(self, kind: str, value: str, name: str, described: tuple[str, str]) -> str:
        eid = self._ids.claim(f"{self._prefix}{label(name) or kind}")
        self.eids.add(eid)
        href, shown = described
        element = _ELEMENTS[kind]
        extra = ' name="documentReference"' if kind == "reference" else ""
        line = (
            f'<{element} eId="{eid}"{extra} href="{attribute(href)}" showAs="{attribute(shown)}"/>'
        )
        self._lines[element].append(line)
        self._found[kind, value] = f"#{eid}"
        return f"#{eid}"

    def lines(self) -> list[str]:
        """Return all entries as XML, by class, in the order in which they were needed."""
        return [line for lines in self._lines.values() for line in lines]


def attribute(text: str) -> str:
    """Return a text as the value of an attribute: escaped, white space single blanks."""
    if not text.isalnum():
        if "&" in text or "<" in text or '"' in text:
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        if "\n" in text or "\t" in text or "\r" in text:
            text = single_blanks(text)
    return text


def content(text: str) -> str:
    """Return a text as content of an element."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
