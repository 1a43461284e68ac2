"""Safe repairs of Akoma Ntoso files: identifiers, IRIs, known entries, empty placeholders.

The file is edited where it is wrong and nowhere else: attributes inside start tags, entries added
to the references, empty steps taken out. The text is never touched; a hash of it proves that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from an2un.check import iris
from an2un.check.identification import number_of
from an2un.check.identifiers import ENTRIES
from an2un.check.index import Element, Index, local, words
from an2un.check.loading import decoded, encoding_of, load
from an2un.check.positions import start_tags
from an2un.check.renumber import renumbered
from an2un.record import Record

MAX_SIZE = 100_000_000

# Entries that published files point at without listing them: class, IRI step, what is shown.
KNOWN: dict[str, tuple[str, str, str]] = {
    "un": ("Organization", "un", "United Nations"),
    "DGACM": ("Organization", "DGACM", "Department for General Assembly and Conference Management"),
    "generalAssembly": ("Organization", "unga", "General Assembly"),
    "securityCouncil": ("Organization", "unsc", "Security Council"),
    "economicAndSocialCouncil": ("Organization", "unecosoc", "Economic and Social Council"),
    "humanRightsCouncil": ("Organization", "unga-hrc", "Human Rights Council"),
    "firstCommittee": ("Organization", "unga-c1", "First Committee"),
    "secondCommittee": ("Organization", "unga-c2", "Second Committee"),
    "thirdCommittee": ("Organization", "unga-c3", "Third Committee"),
    "fourthCommittee": ("Organization", "unga-c4", "Fourth Committee"),
    "fifthCommittee": ("Organization", "unga-c5", "Fifth Committee"),
    "sixthCommittee": ("Organization", "unga-c6", "Sixth Committee"),
    "publisher": ("Role", "publisher", "Publisher"),
    "author": ("Role", "author", "Author"),
    "editor": ("Role", "editor", "Editor"),
    "issuer": ("Role", "issuer", "Issuer"),
    "issuingBody": ("Role", "issuingBody", "Issuing body"),
    "issuingAuthority": ("Role", "issuingAuthority", "Issuing authority"),
    "symbol": ("Concept", "symbol", "Symbol"),
    "publicationJobNumber": ("Concept", "publicationJobNumber", "Job number"),
    "generalDistribution": ("Concept", "generalDistribution", "General distribution"),
    "resolutionTitle": ("Concept", "resolutionTitle", "Title of the resolution"),
    "resolutionNumber": ("Concept", "resolutionNumber", "Number of the resolution"),
    "decisionTitle": ("Concept", "decisionTitle", "Title of the decision"),
    "adoptedWithoutVote": ("Concept", "adoptedWithoutVote", "Adopted without a vote"),
    "adoptedRecordedVote": ("Concept", "adoptedRecordedVote", "Adopted by a recorded vote"),
    "preamble": ("Concept", "preamble", "Preamble"),
    "operative": ("Concept", "operative", "Operative part"),
    "adoption": ("Event", "adoption", "Adoption"),
    "adoptionDate": ("Event", "adoptionDate", "Date of adoption"),
    "dateOfIssuance": ("Event", "dateOfIssuance", "Date of issuance"),
    "startDate": ("Event", "startDate", "First day"),
    "endDate": ("Event", "endDate", "Last day"),
    "session": ("Event", "session", "Session"),
    "plenaryMeeting": ("Event", "plenaryMeeting", "Plenary meeting"),
    "adoptionMeeting": ("Location", "adoptionMeeting", "Meeting of adoption"),
}
_POINTERS = ("refersTo", "href", "for", "from", "upTo", "source", "by", "as", "outcome", "src")
_FRBR = ("FRBRuri", "FRBRthis")


class FixError(ValueError):
    """The repairs would change the text; nothing was written. This is a fault of the program."""


class Repair(NamedTuple):
    """One thing that was mended: line from 1, what it was and what it is."""

    line: int
    what: str


class Fixed(Record):
    """A file after its repairs; `repairs` is empty where nothing had to be mended."""

    data: bytes
    repairs: tuple[Repair, ...]


class _Edit(NamedTuple):
    start: int
    end: int
    text: str
    what: str


def fix(data: bytes, max_size: int = MAX_SIZE) -> Fixed:
    """Return a file with its safe repairs.

    Raises check.loading.RefusalError for a file that is refused or not well-formed, and FixError
    where the text would not be the same, which must never happen.
    """
    loaded = load(data, max_size)
    text = decoded(data)
    tags = start_tags(text, loaded.root)
    if not tags:
        return Fixed(data, ())
    index = Index(loaded.root)
    edits = [edit for repair in _REPAIRS for edit in repair(index, text, tags)]
    if not edits:
        return Fixed(data, ())
    mended = _applied(text, edits).encode(encoding_of(data))
    after = load(mended, max_size + len(mended))
    if text_hash(after.root) != text_hash(loaded.root):
        raise FixError("the repairs would change the text; nothing is written")
    lines = tuple(Repair(text.count("\n", 0, edit.start) + 1, edit.what) for edit in sorted(edits))
    return Fixed(mended, lines)


def text_hash(root: Element) -> str:
    """Return the SHA-256 of the text of a document: all of it but the metadata, blanks included."""
    digest = sha256()
    for meta in root.iter("{*}meta"):
        above = meta.getparent()
        for node in above.iterchildren("*") if above is not None else ():
            if node is not meta:
                digest.update("".join(map(str, node.itertext())).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _applied(text: str, edits: list[_Edit]) -> str:
    """Make the edits from the start to the end; what lies inside an earlier one is left out."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at:
            continue
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


# ------------------------------------------------------------------------------------ the repairs

Tags = dict[Element, tuple[int, int]]


def _attributes(index: Index, text: str, tags: Tags) -> Iterator[_Edit]:
    """Mend attributes: eIds and what points at them, IRIs, roles of authors."""
    changes: dict[Element, dict[str, str]] = {}
    for change in (
        _identifiers(index),
        _addresses(index),
        _roles(index),
        _keywords(index),
        _led(index),
    ):
        for element, attribute, value in change:
            changes.setdefault(element, {})[attribute] = value
    for element, values in changes.items():
        start, end = tags[element]
        tag = text[start:end]
        for attribute, value in values.items():
            tag = _with_attribute(tag, attribute, value)
        told = ", ".join(f"{name}={value!r}" for name, value in values.items())
        yield _Edit(start, end, tag, f"{local(element)}: {told}")


def _with_attribute(tag: str, name: str, value: str) -> str:
    """Return a start tag with an attribute set, in its place if it was there."""
    pattern = re.compile(rf"(\s{re.escape(name)}\s*=\s*)(\"[^\"]*\"|'[^']*')")
    quoted = quoteattr(value)
    if pattern.search(tag):
        return pattern.sub(lambda match: match[1] + quoted, tag, count=1)
    end = len(tag) - (2 if tag.endswith("/>") else 1)
    return f"{tag[:end].rstrip()} {name}={quoted}{tag[end:]}"


Change = tuple[Element, str, str]


def _identifiers(index: Index) -> Iterator[Change]:
    """Give missing and malformed eIds anew, and lead what pointed at the old ones to the new."""
    made = renumbered(index)
    moved: dict[str, str] = {}
    for element, eid in made.items():
        old = element.get("eId")
        if old is not None and index.ids.get(old) is element:
            moved[f"#{old}"] = f"#{eid}"
        yield element, "eId", eid
    for element, attribute, value in index.pointers:
        if attribute in _POINTERS and value in moved:
            yield element, attribute, moved[value]


def _addresses(index: Index) -> Iterator[Change]:
    """Take slashes off the ends of IRIs; write eng@/!main."""
    for name in _FRBR:
        for element in index.all(name):
            value = element.get("value") or ""
            mended = re.sub(r"@!", "@/!", iris.without_domain(value).rstrip("/"))
            if mended.startswith("/akn/") and mended != value:
                yield element, "value", mended
    for name in ("ref", "documentRef", "original", "passiveRef", "activeRef"):
        for element in index.all(name):
            value = element.get("href") or ""
            if value.startswith("/akn/") and value.endswith("/"):
                yield element, "href", value.rstrip("/")


def _roles(index: Index) -> Iterator[Change]:
    """Write as="#author" where as="author" is meant."""
    for element in index.all("FRBRauthor"):
        role = element.get("as") or ""
        if role in KNOWN and KNOWN[role][0] == "Role":
            yield element, "as", f"#{role}"


def _keywords(index: Index) -> Iterator[Change]:
    """Show a keyword as its short form where the attribute that the schema requires is missing."""
    for element in index.all("keyword"):
        short = element.get("shortForm")
        if short and element.get("showAs") is None:
            yield element, "showAs", short


def _led(index: Index) -> Iterator[Change]:
    """Lead pointers at a known entry that is listed under another eId to that eId."""
    listed = {entry.get("href"): entry.get("eId") for entry in index.of(ENTRIES)}
    for element, attribute, value in index.pointers:
        known = KNOWN.get(value[1:])
        other = listed.get(_href(known)) if known and value[1:] not in index.ids else None
        if other:
            yield element, attribute, f"#{other}"


def _href(known: tuple[str, str, str]) -> str:
    return f"/akn/ontology/{known[0].lower()}/un/{known[1]}"


def _entries(index: Index, text: str, tags: Tags) -> Iterator[_Edit]:
    """Add the known entries that are pointed at and missing to the references."""
    blocks = index.all("references")
    if not blocks:
        return
    wanted = [value[1:] for _, _, value in index.pointers if value[1:] in KNOWN]
    wanted += [value[1:] for _, _, value in _roles(index)]
    listed = {entry.get("href") for entry in index.of(ENTRIES)}
    missing = [
        eid
        for eid in dict.fromkeys(wanted)
        if eid not in index.ids and _href(KNOWN[eid]) not in listed
    ]
    if not missing:
        return
    start, end = tags[blocks[0]]
    last = list(blocks[0].iterchildren("*"))[-1:]
    if text[start:end].endswith("/>"):
        return
    indent = _indent(text, tags[last[0]][0]) if last else _indent(text, start) + "  "
    prefix = _prefix(blocks[0])
    at = _end_of(blocks[0], text, tags)
    line_start = text.rfind("\n", 0, at) + 1
    around = (indent, _line_end(text))
    if text[line_start:at].strip():  # all on one line
        line_start, around = at, ("", "")
    lines = "".join(_entry(eid, prefix).join(around) for eid in missing)
    yield _Edit(line_start, line_start, lines, f"references: added {', '.join(missing)}")


def _entry(eid: str, prefix: str) -> str:
    kind, _, shown = KNOWN[eid]
    return f'<{prefix}TLC{kind} eId="{eid}" href="{_href(KNOWN[eid])}" showAs="{escape(shown)}"/>'


def _indent(text: str, at: int) -> str:
    """Return the blanks before an offset in its line, "" where something else stands there."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line if not line.strip() else ""


def _line_end(text: str) -> str:
    """Return how the lines of a file end."""
    first = text.find("\n")
    return "\r\n" if first > 0 and text[first - 1] == "\r" else "\n"


def _end_of(element: Element, text: str, tags: Tags) -> int:
    """Return where the end tag of an element begins: the last before whatever follows it."""
    following = element.getnext()
    above = element.getparent()
    limit = len(text)
    while following is None and above is not None:
        following, above = above.getnext(), above.getparent()
    while following is not None and following not in tags:
        following = following.getnext()
    if following is not None:
        limit = tags[following][0]
    return text.rfind(f"</{_prefix(element)}{local(element)}", 0, limit)


def _prefix(element: Element) -> str:
    """Return the prefix of an element's name with its colon, "" where it has none."""
    return f"{element.prefix}:" if element.prefix else ""


def _work(index: Index, text: str, tags: Tags) -> Iterator[_Edit]:
    """Add subtype and number of the Work where its IRI gives them."""
    for part in index.works:
        parts = iris.work(part.uri)
        if part.work is None or parts is None or not part.deliberative:
            continue
        country = part.work.first("FRBRcountry")
        if country is None or parts.subtype != "deliberation":
            continue
        if part.work.first("FRBRsubtype") is not None:
            continue
        prefix = _prefix(country)
        added = [f'<{prefix}FRBRsubtype value="deliberation"/>']
        symbol = _symbol(part.all("docNumber"))
        if part.work.first("FRBRnumber") is None and number_of(symbol) == parts.number:
            added.append(
                f"<{prefix}FRBRnumber value={quoteattr(parts.number)} showAs={quoteattr(symbol)}/>"
            )
        start, end = tags[country]
        close = text[start:end].endswith("/>")
        at = end if close else text.find(">", _end_of(country, text, tags)) + 1
        indent = _line_end(text) + _indent(text, start)
        lines = "".join(indent + line for line in added)
        yield _Edit(at, at, lines, f"FRBRWork: added {' '.join(added)}")


def _symbol(numbers: list[Element]) -> str:
    """Return the printed symbol of a document."""
    return next((words(n) for n in numbers if n.get("refersTo") == "#symbol"), "")


def _placeholders(index: Index, text: str, tags: Tags) -> Iterator[_Edit]:
    """Take out steps of the workflow that say nothing: no date, no agent, nothing inside.

    A workflow needs a step: where none says anything at all, the whole is taken out.
    """
    for workflow in index.all("workflow"):
        steps = list(workflow.iterchildren("*"))
        empty = [step for step in steps if _says_nothing(step)]
        if len(empty) < len(steps):
            for step in empty:
                what = f"workflow: took out the empty step {step.get('outcome') or ''}".rstrip()
                yield _taken_out(step, text, tags, what)
        elif steps and not any(value for step in steps for value in step.values()):
            yield _taken_out(workflow, text, tags, "took out the workflow without any step")


def _taken_out(element: Element, text: str, tags: Tags, what: str) -> _Edit:
    """Return the edit that takes an element out, with its line where it stands alone there."""
    ending = _line_end(text)
    start, end = tags[element]
    if not text[start:end].endswith("/>"):
        end = text.find(">", _end_of(element, text, tags)) + 1
    begin = text.rfind("\n", 0, start) + 1
    if text[begin:start].strip() == "" and text.startswith(ending, end):
        start, end = begin, end + len(ending)
    return _Edit(start, end, "", what)


def _says_nothing(step: Element) -> bool:
    date = step.get("date") or ""
    bare = not (step.get("by") or step.get("as") or step.get("href"))
    return local(step) == "step" and bare and not len(step) and date in ("", "0001-01-01")


_REPAIRS: tuple[Callable[[Index, str, Tags], Iterator[_Edit]], ...] = (
    _placeholders,
    _attributes,
    _entries,
    _work,
)
