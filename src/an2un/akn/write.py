"""The tree as Akoma Ntoso: documents, masthead, preamble, closing lines, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from an2un import tree
from an2un.akn.eid import Ids, number_part
from an2un.akn.entries import attribute
from an2un.akn.frame import Frame, Part
from an2un.akn.made import Made
from an2un.akn.meta import meta
from an2un.akn.names import (
    ADOPTION,
    BODY,
    CLOSING,
    COVER,
    NAMESPACE,
    PROPONENTS,
    SESSION,
    TITLE,
)
from an2un.akn.sheet import Context, Edition, Place, Sheet, indent
from an2un.akn.work_ids import with_work_ids
from an2un.akn.write_inlines import inlines, paragraph
from an2un.akn.write_items import body_items, formula, preamble_items
from an2un.identity import Identity, work_iri
from an2un.record import replace
from an2un.tree import Origin
from an2un.walk import plain_text


def to_bytes(
    document: tree.Document, identity: Identity, made: Made, place: Place | None = None
) -> bytes:
    """Return a document as Akoma Ntoso in UTF-8, the same bytes for the same arguments.

    `place` is called with the spans (`origin`) of every node that has any and the eId of the
    nearest element with an eId that the node was written to.
    """
    placed: list[tuple[Origin, str]] = []
    note = (lambda origin, eid: placed.append((origin, eid))) if place else None
    edition = Edition(identity, Ids(), note)
    text = _root(document, edition, made)
    dangling = _dangling(edition)
    if dangling:  # places known to be missing are written again as entries, which resolve
        placed.clear()
        edition = Edition(identity, Ids(), note, dangling)
        text = _root(document, edition, made)
    if place:
        for origin, eid in placed:
            place(origin, eid)
    return with_work_ids(text, edition.units).encode()


def _dangling(edition: Edition) -> frozenset[str]:
    """Return the local targets of references that lead to nothing in the file's text."""
    taken, metadata = edition.ids.taken, edition.metadata
    return frozenset(
        target
        for target in edition.targets
        if (target[1:] not in taken or target[1:] in metadata if target[0] == "#" else True)
        and target not in edition.components
    )


def _root(document: tree.Document, edition: Edition, made: Made) -> str:
    if isinstance(document, tree.Collection):
        body = _collection(document, edition, made)
    else:
        work = work_iri(edition.identity)
        body = _statement(document, Sheet(edition), Frame(work), made, 1)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<akomaNtoso xmlns="{NAMESPACE}">{body}\n</akomaNtoso>\n'
    )


# --------------------------------------------------------------------------------------- documents


def _statement(
    document: tree.Resolution, sheet: Sheet, frame: Frame, made: Made, depth: int
) -> str:
    """Return a `statement`; the metadata are made last, when all that is pointed at is known."""
    inner = depth + 1
    _masthead(sheet, document.masthead, inner)
    _preamble(sheet, document.preamble, inner)
    _main_body(sheet, document.items, inner, operative=True)
    _closing(sheet, document.closing, inner)
    parts = _attachments(sheet, document.annexes, frame, made, inner)
    frame = replace(frame, parts=parts, issuer=_issuer(document.masthead))
    head = meta(sheet, frame, made, inner)
    start = f'<statement name="{document.kind}" contains="originalVersion">'
    return "".join((indent(depth), start, head, *sheet.out, indent(depth), "</statement>"))


def _collection(document: tree.Collection, edition: Edition, made: Made) -> str:
    """Return resolutions A, B … of one number: a collection with a `statement` for each."""
    sheet = Sheet(edition)
    identity = edition.identity
    _masthead(sheet, document.masthead, 2)
    sheet.out.append(f'{indent(2)}<collectionBody eId="{sheet.ids.claim("collectionBody")}">')
    parts: list[Part] = []
    for number, resolution in enumerate(document.parts, 1):
        letter = _letter(resolution)
        name = f"resolution_{letter or number}"
        eid = sheet.ids.claim(f"cmp_{letter or number}")
        work = f"{work_iri(identity)}{letter}" if letter else work_iri(identity)
        frame = Frame(
            work, "main" if letter else name, symbol=_part_symbol(identity.symbol, letter)
        )
        part = _statement(resolution, Sheet(edition, f"{eid}__"), frame, made, 4)
        sheet.out.append(f'{indent(3)}<component eId="{eid}">{part}{indent(3)}</component>')
        parts.append(Part(name, eid, _shown(resolution.masthead.title) or name))
        edition.components.add(f"!{name}")
    sheet.out.append(f"{indent(2)}</collectionBody>")
    work = work_iri(identity).replace(
        "/statement/deliberation/", "/documentCollection/publication/"
    )
    frame = Frame(
        work, parts=tuple(parts), subtype="publication", issuer=_issuer(document.masthead)
    )
    head = meta(sheet, frame, made, 2)
    start = f'{indent(1)}<documentCollection name="publication" contains="originalVersion">'
    return "".join((start, head, *sheet.out, f"{indent(1)}</documentCollection>"))


def _letter(resolution: tree.Resolution) -> str:
    """Return the letter of a resolution among several of one number, "" if none is printed."""
    for line in resolution.masthead.title:
        for child in line.children:
            if isinstance(child, tree.Field) and child.role == "number":
                number = number_part(plain_text(child.children).split("/")[-1].split(" ")[-1])
                return number if number.isalpha() else ""
    return ""


_LETTERS = re.compile(r"\s*[A-Z](?:\s*[-–—]\s*[A-Z])?$")  # "A-B" of a collection's symbol


def _part_symbol(symbol: str, letter: str) -> str:
    """Return the symbol of one resolution among several: the common one with its own letter."""
    return f"{_LETTERS.sub('', symbol)} {letter}" if symbol and letter else ""


def _issuer(masthead: tree.Masthead) -> str:
    """Return the issuing line: publisher, organ and symbol as printed."""
    roles = ("publisher", "organ", "symbol")
    found = {
        child.role: " ".join(plain_text(child.children).split())
        for line in masthead.cover
        for child in line.children
        if isinstance(child, tree.Field) and child.role in roles
    }
    return ", ".join(found[role] for role in roles if role in found)


def _shown(lines: tuple[tree.Paragraph, ...]) -> str:
    return " ".join(" ".join(plain_text(line.children) for line in lines).split())


# ---------------------------------------------------------------------------- masthead to closing


def _masthead(sheet: Sheet, masthead: tree.Masthead, depth: int) -> None:
    """Write `coverPage` and `preface`; a document without a masthead has an empty preface."""
    if masthead.cover:
        _front(sheet, "coverPage", ((COVER, masthead.cover),), depth)
    groups = (
        (SESSION, masthead.session),
        (PROPONENTS, masthead.proponents),
        (ADOPTION, masthead.adoption),
        (TITLE, masthead.title),
    )
    printed = tuple(group for group in groups if group[1])
    _front(sheet, "preface", printed or ((TITLE, (tree.Paragraph(()),)),), depth)


def _front(
    sheet: Sheet, element: str, groups: tuple[tuple[str, tuple[tree.Paragraph, ...]], ...],
    depth: int,
) -> None:  # fmt: skip
    """Write one of the title pages or the closing lines: a named container for each group."""
    eid = sheet.ids.claim(f"{sheet.prefix}{element}_1")
    context = Context(sheet, eid, depth)
    context.line(f'<{element} eId="{eid}">')
    inner = context.inside(eid)
    for name, lines in groups:
        container = inner.claim("container")
        inner.line(f'<container name="{name}" eId="{container}">')
        innermost = inner.inside(container)
        for line in lines:
            innermost.line("")
            paragraph(sheet, line, container, name)
        inner.line("</container>")
    context.line(f"</{element}>")


def _preamble(sheet: Sheet, preamble: tree.Preamble, depth: int) -> None:
    """Write the enacting formula and the recitals; the XSD allows no empty `preamble`."""
    if preamble.formula is None and not preamble.items:
        return
    eid = sheet.ids.claim(f"{sheet.prefix}preamble_1")
    context = Context(sheet, eid, depth)
    context.line(f'<preamble eId="{eid}">')
    inner = context.inside(eid)
    if preamble.formula is not None:
        formula(inner, preamble.formula)
    preamble_items(inner, preamble.items)
    context.line("</preamble>")


def _main_body(
    sheet: Sheet, items: tuple[tree.Item, ...], depth: int, *, operative: bool = False
) -> None:
    eid = sheet.ids.claim(f"{sheet.prefix}body")
    line = indent(depth)
    sheet.out.append(f'{line}<mainBody eId="{eid}">')
    body = Context(sheet, eid, depth + 1, prefix=sheet.prefix, operative=operative)
    body_items(body, items)
    if not items:
        body.line("<p/>")
    sheet.out.append(f"{line}</mainBody>")


def _closing(sheet: Sheet, lines: tuple[tree.Paragraph, ...], depth: int) -> None:
    if lines:
        _front(sheet, "conclusions", ((CLOSING, lines),), depth)


# ----------------------------------------------------------------------------------------- annexes


def _attachments(
    sheet: Sheet, annexes: tuple[tree.Annex, ...], frame: Frame, made: Made, depth: int
) -> tuple[Part, ...]:
    """Write annexes, each a `doc` with metadata of its own; return what the host lists."""
    if not annexes:
        return ()
    sheet.out.append(f"{indent(depth)}<attachments>")
    outer = "" if frame.component == "main" else f"{frame.component}/"
    parts: list[Part] = []
    for number, annex in enumerate(annexes, 1):
        eid = sheet.ids.claim(f"{sheet.prefix}att_{number}")
        name = f"{outer}annex_{number}"
        sheet.edition.components.add(f"!{name}")
        inner = Frame(frame.work, name, symbol=frame.symbol)
        sheet.out.append(f'{indent(depth + 1)}<attachment eId="{eid}">')
        _annex(Sheet(sheet.edition, f"{eid}__"), annex, inner, made, (sheet.out, depth + 2))
        sheet.out.append(f"{indent(depth + 1)}</attachment>")
        label = () if annex.label is None else (annex.label,)
        parts.append(Part(name, eid, _shown((*label, *annex.title)) or name))
    sheet.out.append(f"{indent(depth)}</attachments>")
    return tuple(parts)


def _annex(
    sheet: Sheet, annex: tree.Annex, frame: Frame, made: Made, into: tuple[list[str], int]
) -> None:
    """Write one annex as a `doc` into the output of its host."""
    out, depth = into
    inner = depth + 1
    if annex.label is not None or annex.title:
        _annex_title(sheet, annex, inner)
    _main_body(sheet, annex.items, inner)
    parts = _attachments(sheet, annex.annexes, frame, made, inner)
    head = meta(sheet, replace(frame, parts=parts), made, inner)
    out.append(f'{indent(depth)}<doc name="annex" contains="originalVersion">{head}')
    out.extend(sheet.out)
    out.append(f"{indent(depth)}</doc>")


def _annex_title(sheet: Sheet, annex: tree.Annex, depth: int) -> None:
    eid = sheet.ids.claim(f"{sheet.prefix}preface_1")
    context = Context(sheet, eid, depth)
    context.line(f'<preface eId="{eid}">')
    inner = context.inside(eid)
    container = inner.claim("container")
    inner.line(f'<container name="{TITLE}" eId="{container}">')
    lines = inner.inside(container)
    for start, line in _title_lines(sheet, annex):
        lines.line(f"<p><{start}>")
        inlines(sheet, line.children, BODY)
        sheet.out.append(f"</{start.partition(' ')[0]}></p>")
        sheet.put(line.origin, container)
    inner.line("</container>")
    context.line("</preface>")


def _title_lines(sheet: Sheet, annex: tree.Annex) -> Iterator[tuple[str, tree.Paragraph]]:
    if annex.label is not None:
        yield f'docType refersTo="{sheet.entries.fixed("annex")}"', annex.label
    for line in annex.title:
        yield "docTitle", line


__all__ = ["attribute", "to_bytes"]
