"""Akoma Ntoso as the tree: documents, masthead, preamble, closing lines, annexes.

Reads what `write` writes, and the files that the United Nations publishes.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from an2un import codes, tree
from an2un.akn.names import ADOPTION, BODY, CLOSING, COVER, NAMESPACE, PROPONENTS, SESSION, TITLE
from an2un.akn.parsing import parse
from an2un.akn.published import mend
from an2un.akn.published_tree import mended
from an2un.akn.read_inlines import inlines
from an2un.akn.read_items import embedded, items, items_of
from an2un.akn.reader import Element, Reader, local
from an2un.akn.shelter import LINES, shelter
from an2un.diagnostics import Diagnostic, Report
from an2un.identity import ACTOR_ORGANS, LANGUAGE_CODES
from an2un.source import ReadError
from an2un.tree import Paragraph

_LANGUAGES = {long: short for short, long in LANGUAGE_CODES.items()}
_KINDS: dict[str, tree.Kind] = {
    "resolution": "resolution",
    "draftresolution": "draftResolution",
    "resolutiondraft": "draftResolution",
    "decision": "decision",
    "draftdecision": "draftDecision",
    "decisiondraft": "draftDecision",
    "presidentialstatement": "presidentialStatement",
}
_DOCUMENTS = ("statement", "doc", "documentCollection")


def from_bytes(xml: bytes, report: Report) -> tree.Document:
    """Return the document of an Akoma Ntoso file, without spans, in normal form.

    Raises ReadError for what is not well-formed, declares a DOCTYPE, or is not Akoma Ntoso 3.0 of
    a resolution, decision or statement.
    """
    return from_element(parse(xml), report)


def from_element(root: Element, report: Report) -> tree.Document:
    """Return the document of a parsed file; the elements are not changed."""
    if root.tag != f"{{{NAMESPACE}}}akomaNtoso":
        raise ReadError("not an Akoma Ntoso 3.0 file: the root element is another")
    foreign = not _is_ours(root)
    if foreign or next(root.iter(etree.Comment, etree.PI), None) is not None:
        root = deepcopy(root)
        etree.strip_tags(root, etree.Comment, etree.PI)
    if foreign:
        shelter(root)
        mend(root)
    reader = Reader(root, embedded, foreign=foreign)
    top = next((child for child in root.iterchildren("*") if local(child) in _DOCUMENTS), None)
    if top is None:
        raise ReadError("the file holds no resolution, decision or statement")
    if local(top) == "documentCollection":
        document: tree.Document = _collection(reader, top, report)
    else:
        document = _statement(reader, top, report)
    return mended(document, _organ(root)) if foreign else document


def _organ(root: Element) -> str:
    """Return the organ whose actor code the first Work IRI bears, "" if it is none of ours."""
    for entry in root.iter(f"{{{NAMESPACE}}}FRBRuri"):
        parts = entry.get("value", "").split("/")
        return _ACTORS.get(parts[5] if len(parts) > 5 else "", "")
    return ""


# Actor codes of the published files besides those that the profile decides on.
_ACTORS: dict[str, str] = {
    **{str(actor): organ for actor, organ in ACTOR_ORGANS.items()},
    "un-ga": "generalAssembly",
    "ga": "generalAssembly",
    "un-sc": "securityCouncil",
    "un-ecosoc": "economicAndSocialCouncil",
    "un-hrc": "humanRightsCouncil",
}


def _is_ours(root: Element) -> bool:
    """Say whether this tool made the file: it is the source of the identification."""
    for identification in root.iter(f"{{{NAMESPACE}}}identification"):
        source = identification.get("source", "").lstrip("#")
        entries = root.iter(f"{{{NAMESPACE}}}TLCOrganization")
        found = next((entry for entry in entries if entry.get("eId") == source), None)
        return found is not None and found.get("href", "").endswith("/un/an2un")
    return False


# --------------------------------------------------------------------------------------- documents


def _statement(reader: Reader, element: Element, report: Report) -> tree.Resolution:
    """Read a `statement`; parts that stand twice or in another order are read as they come."""
    preamble = tree.Preamble()
    body: list[tree.Item] = []
    closing: list[Paragraph] = []
    annexes: list[tree.Annex] = []
    for child in element.iterchildren("*"):
        name = local(child)
        if name == "preamble" and not body and preamble == tree.Preamble():
            preamble, rest = _preamble(reader, child)
            body.extend(rest)
        elif name in ("preamble", "mainBody", "body"):
            body.extend(items(reader, child))
        elif name == "conclusions":
            closing.extend(_lines(reader, child, CLOSING))
        elif name in ("attachments", "components"):
            annexes.extend(_annexes(reader, child))
        elif name not in ("meta", "coverPage", "preface"):
            body.extend(items_of(reader, [child]))
    return tree.Resolution(
        language=_language(element, report),
        kind=_KINDS.get("".join(element.get("name", "").split()).lower(), "resolution"),
        masthead=_masthead(reader, element),
        preamble=preamble,
        items=tuple(body),
        closing=tuple(closing),
        annexes=tuple(annexes),
    )


def _language(element: Element, report: Report) -> str:
    """Return the ISO 639-1 code of a document element's language, "en" if it is none of ours."""
    for entry in element.iter(f"{{{NAMESPACE}}}FRBRlanguage"):
        code = entry.get("language", "")
        found = _LANGUAGES.get(code) or (code[:2] if code[:2] in LANGUAGE_CODES else "")
        if found:
            return found
        break
    report(Diagnostic(codes.GUESSED_LANGUAGE, "the file does not say its language; taken as en"))
    return "en"


def _collection(reader: Reader, element: Element, report: Report) -> tree.Collection:
    """Read resolutions of one number, whether they stand in the collection or beside it."""
    root = element.getroottree().getroot()
    statements = [
        child
        for component in root.iter(f"{{{NAMESPACE}}}component")
        for child in component.iterchildren("*")
        if local(child) == "statement"
    ]
    parts_ = tuple(_statement(reader, statement, report) for statement in statements)
    said = element.find(f".//{{{NAMESPACE}}}FRBRlanguage") is not None or not parts_
    language = _language(element, report) if said else parts_[0].language
    kind = parts_[0].kind if parts_ else "resolution"
    return tree.Collection(language, kind, _masthead(reader, element), parts_)


# ---------------------------------------------------------------------------- masthead to closing


def _masthead(reader: Reader, element: Element) -> tree.Masthead:
    """Read `coverPage` and `preface`: by container, else by what the lines are."""
    groups: dict[str, list[Paragraph]] = {
        COVER: [], SESSION: [], PROPONENTS: [], ADOPTION: [], TITLE: [],
    }  # fmt: skip
    for child in element.iterchildren("*"):
        name = local(child)
        if name not in ("coverPage", "preface"):
            continue
        named = [c for c in child.iterchildren("*") if c.get("name") in groups]
        if named and not reader.foreign:
            for container in named:
                place = container.get("name", TITLE)
                groups[place].extend(_lines(reader, container, place))
        else:
            _by_role(groups, _lines(reader, child, COVER), TITLE if name == "preface" else COVER)
    return tree.Masthead(*(tuple(lines) for lines in groups.values()))


_GROUPS = {
    **dict.fromkeys(
        ("publisher", "organ", "symbol", "distribution", "issuanceDate", "language",
         "originalLanguage", "status"), COVER,
    ),
    **dict.fromkeys(("session", "committee", "agendaItem", "agendaItemTitle"), SESSION),
    **dict.fromkeys(("sponsor", "documentType"), PROPONENTS),
    **dict.fromkeys(("adoptionDate", "meeting", "adoptingOrgan", "originatingCommittee"), ADOPTION),
    **dict.fromkeys(("number", "title"), TITLE),
}  # fmt: skip


def _by_role(groups: dict[str, list[Paragraph]], lines: tuple[Paragraph, ...], start: str) -> None:
    """Sort the lines of a title page without containers into the groups of the masthead.

    A line goes where its first role belongs; a line without any belongs to the one before, after
    the agenda item to the adoption ("Resolution adopted by …").
    """
    place = start
    for line in lines:
        fields = [child for child in line.children if isinstance(child, tree.Field)]
        known = next((_GROUPS[field.role] for field in fields if field.role in _GROUPS), "")
        place = known or (ADOPTION if place == SESSION else place)
        groups[place].append(line)


def _lines(reader: Reader, element: Element, place: str) -> tuple[Paragraph, ...]:
    """Read the lines of a title page or of the closing."""
    return tuple(_each_line(reader, element, place))


def _each_line(reader: Reader, element: Element, place: str) -> Iterator[Paragraph]:
    for child in element.iterchildren("*"):
        if local(child) in LINES:
            words = inlines(reader, child, place)
            if words:
                yield Paragraph(words)
        else:
            yield from _each_line(reader, child, place)


def _preamble(reader: Reader, element: Element) -> tuple[tree.Preamble, tuple[tree.Item, ...]]:
    """Read `preamble`; what is no recital from some point on belongs to the body."""
    first: tree.Formula | None = None
    recitals: list[tree.Recital | tree.Heading] = []
    rest: list[tree.Item] = []
    for item in items(reader, element):
        if isinstance(item, tree.Formula) and first is None and not recitals and not rest:
            first = item
        elif isinstance(item, tree.Provision) and item.marker is None and not rest:
            recitals.append(tree.Recital(item.content))
        elif isinstance(item, tree.Recital | tree.Heading) and not rest:
            recitals.append(item)
        else:
            rest.append(item)
    return tree.Preamble(first, tuple(recitals)), tuple(rest)


# ----------------------------------------------------------------------------------------- annexes


def _annexes(reader: Reader, element: Element) -> Iterator[tree.Annex]:
    """Read what is attached; what is no document is an annex of its own, heading and all."""
    for holder in element.iterchildren("*"):
        documents = [child for child in holder.iterchildren("*") if local(child) in _DOCUMENTS]
        for child in documents:
            yield _annex(reader, child)
        if local(holder) in _DOCUMENTS:
            yield _annex(reader, holder)
        elif loose := tuple(tree.Heading(line) for line in _loose(reader, holder)):
            yield tree.Annex(None, (), loose)


def _loose(reader: Reader, holder: Element) -> Iterator[Paragraph]:
    if local(holder) in LINES:
        yield from (line for line in (Paragraph(inlines(reader, holder, BODY)),) if line.children)
        return
    for child in holder.iterchildren("*"):
        if local(child) not in _DOCUMENTS:
            yield from _loose(reader, child)


def _annex(reader: Reader, element: Element) -> tree.Annex:
    """Read an annexed document: its label and title lines, its items, its own annexes."""
    label: Paragraph | None = None
    title: list[Paragraph] = []
    body: list[tree.Item] = []
    annexes: list[tree.Annex] = []
    for child in element.iterchildren("*"):
        name = local(child)
        if name in ("coverPage", "preface"):
            for line in _title_lines(child):
                words = Paragraph(inlines(reader, line, BODY))
                if label is None and not title and local(line) == "docType":
                    label = words
                elif words.children:
                    title.append(words)
        elif name in ("preamble", "mainBody", "body"):
            body.extend(items(reader, child))
        elif name == "conclusions":
            body.extend(tree.Provision(None, None, (p,)) for p in _lines(reader, child, BODY))
        elif name in ("attachments", "components"):
            annexes.extend(_annexes(reader, child))
    return tree.Annex(label, tuple(title), tuple(body), tuple(annexes))


def _title_lines(element: Element) -> Iterator[Element]:
    """Yield what holds the words of each title line: `docType`, `docTitle`, else the paragraph."""
    for line in element.iterchildren("*"):
        if local(line) not in LINES:
            yield from _title_lines(line)
            continue
        only = line[0] if len(line) == 1 and not (line.text or "").strip() else None
        if only is None or (only.tail or "").strip() or local(only) not in _TITLED:
            yield line
        else:
            yield only


_TITLED = ("docType", "docTitle")
