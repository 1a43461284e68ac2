"""What the metadata of a document element are made from."""

from __future__ import annotations

from an2un.akn.entries import code_of
from an2un.akn.made import Made
from an2un.akn.sheet import Sheet
from an2un.akn.write_inlines import is_date
from an2un.identity import ACTOR_ORGANS, LANGUAGE_CODES, UNKNOWN_DATE, Identity
from an2un.record import Record


class Part(Record):
    """A component that the metadata of its host lists: its name in IRIs, its eId, its title."""

    name: str
    eid: str
    shown: str


class Frame(Record):
    """What the metadata of one document element needs to know beside the identity.

    work       IRI of the Work that the element is or belongs to
    component  name of the component: "main", "annex_1", "annex_1/annex_2"
    parts      components inside it
    issuer     the issuing line as printed
    symbol     symbol of the element where it is not that of the identity
    """

    work: str
    component: str = "main"
    parts: tuple[Part, ...] = ()
    subtype: str = "deliberation"
    issuer: str = ""
    symbol: str = ""


class Meta:
    """The state of one `meta` while it is made: where it belongs, what it points at.

    tool, author  addresses of the entries of this tool and of the organ
    original      IRI of the Expression in the original language, "" where it is this one
    """

    def __init__(self, sheet: Sheet, frame: Frame, made: Made) -> None:
        self.sheet = sheet
        self.frame = frame
        self.made = made
        self.identity: Identity = sheet.edition.identity
        self.main = frame.component == "main"
        self.language = LANGUAGE_CODES.get(self.identity.language, "und")
        self.expression = f"{frame.work}/{self.language}@"
        self.tool = sheet.entries.entity("organization", "an2un", "an2un", "converter")
        self.author = self._author()
        self.original = ""
        self.symbol = frame.symbol or self.identity.symbol

    def _author(self) -> str:
        """Return the address of the organ whose entry ends in the actor code of the IRI."""
        identity = self.identity
        organ = identity.organ
        if code_of("organization", organ) != identity.actor:
            organ = ACTOR_ORGANS.get(identity.actor, identity.actor)
        return self.sheet.entries.entity("organization", organ, "")

    def eid(self, name: str) -> str:
        """Return a fresh eId of the metadata."""
        eid = self.sheet.ids.claim(f"{self.sheet.prefix}{name}")
        self.sheet.edition.metadata.add(eid)
        return eid

    def published(self) -> str:
        """Return the date of publication of the Expression."""
        return full_date(self.identity.issued or self.identity.date)


def full_date(date: str) -> str:
    """Return a date as the XSD wants it; what is none becomes the date of the unknown."""
    return date if is_date(date) else UNKNOWN_DATE
