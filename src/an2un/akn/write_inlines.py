"""Running text as XML: emphasis, references, roles, footnotes with their calls."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import assert_never

from an2un import tree
from an2un.akn.entries import attribute, content
from an2un.akn.names import ANYWHERE, BODY, FORMS, NEEDS_ENTITY, Form
from an2un.akn.sheet import Cited, Sheet, address
from an2un.identity import work_iri
from an2un.symbol import public_address
from an2un.walk import plain_text, single_blanks


def inlines(sheet: Sheet, children: tuple[tree.Inline, ...], place: str) -> None:
    """Write running text; `place` is the group of lines it stands in (`names.COVER` …)."""
    out = sheet.out
    for child in children:
        if isinstance(child, tree.Text):  # most are
            out.append(content(child.text))
            continue
        match child:
            case tree.Emphasis(kind, inner):
                out.append(f'<span class="{kind}">')
                inlines(sheet, inner, place)
                out.append("</span>")
            case tree.Reference():
                _reference(sheet, child, place)
            case tree.Field():
                _field(sheet, child, place)
            case tree.Footnote():
                _footnote(sheet, child)
            case tree.Superscript(inner):
                out.append("<sup>")
                inlines(sheet, inner, place)
                out.append("</sup>")
            case tree.Link(href, inner):
                _wrapped(sheet, inner, place, f'a href="{attribute(address(href))}"')
            case _:
                assert_never(child)


def _wrapped(sheet: Sheet, children: tuple[tree.Inline, ...], place: str, start: str) -> None:
    """Write running text inside an element; `start` is its start tag without the brackets."""
    sheet.out.append(f"<{start}>")
    inlines(sheet, children, place)
    sheet.out.append(f"</{start.partition(' ')[0]}>")


def paragraph(sheet: Sheet, node: tree.Paragraph, eid: str, place: str = BODY) -> None:
    """Write a paragraph; `eid` is the nearest eId around it, for the ledger."""
    sheet.out.append("<p>")
    inlines(sheet, node.children, place)
    sheet.out.append("</p>")
    sheet.put(node.origin, eid)


# ----------------------------------------------------------------------------------------- notes


def _footnote(sheet: Sheet, node: tree.Footnote) -> None:
    """Write a footnote at its call: `sup > authorialNote`, marker in the attribute."""
    eid = sheet.number("authorialNote")
    sheet.put(node.origin, eid)
    sheet.out.append(
        f'<sup class="footnote"><authorialNote eId="{eid}" marker="{attribute(node.marker)}"'
        ' placement="bottom">'
    )
    for part in node.body:
        paragraph(sheet, part, eid)
    sheet.out.append("</authorialNote></sup>" if node.body else "<p/></authorialNote></sup>")


# ------------------------------------------------------------------------------------- references


def _reference(sheet: Sheet, node: tree.Reference, place: str) -> None:
    """Write a `ref`: to a Work or a place of the document itself, else through an entry."""
    target = single_blanks(node.target)
    if not target:
        inlines(sheet, node.children, place)
        return
    eid = sheet.number("ref")
    href = address(target)
    if target.startswith(("#", "!")):
        sheet.edition.targets.add(target)
        direct = target not in sheet.edition.dangling
    else:
        direct = target.startswith("/akn/")
    if not direct:
        href = sheet.entries.reference(target, target.replace("/", "-"))
        sheet.cited.append(Cited(eid, href, _url(sheet, target)))
    _wrapped(sheet, node.children, place, f'ref eId="{eid}" href="{attribute(href)}"')


def _url(sheet: Sheet, target: str) -> str:
    """Return where a document without a known Work is found: the United Nations' resolver."""
    identity = sheet.edition.identity
    if target.startswith("#"):
        return address(f"{work_iri(identity)}/!main{target}")
    if target.startswith("!"):
        return address(f"{work_iri(identity)}/{target}")
    return address(public_address(target, identity.language))


# ------------------------------------------------------------------------------------------ roles


def _field(sheet: Sheet, node: tree.Field, place: str) -> None:
    """Write the words of a role in the element of the profile, or as an `inline` elsewhere."""
    form = FORMS[node.role]
    if place == BODY and form.running:
        form = form._replace(element=form.running, places=ANYWHERE)
    if place not in form.places or not _fits(form, node.value):
        title = f' title="{attribute(node.value)}"' if node.value else ""
        _wrapped(sheet, node.children, place, f'inline name="akn4un:{node.role}"{title}')
        return
    if node.role in ("publisher", "organ"):
        _authority(sheet, node, form)
    elif node.role == "meeting":
        adoption = sheet.entries.fixed("adoption")
        sheet.out.append(f'<event eId="{sheet.number("event")}" refersTo="{adoption}">')
        _wrapped(sheet, node.children, place, _start(sheet, node, form))
        sheet.out.append("</event>")
    else:
        _wrapped(sheet, node.children, place, _start(sheet, node, form))


def _fits(form: Form, value: str) -> bool:
    if form.value == "date":
        return is_date(value)
    return bool(value) or form.element not in NEEDS_ENTITY or bool(form.refers)


def _authority(sheet: Sheet, node: tree.Field, form: Form) -> None:
    """Write publisher or issuing organ: `role > docAuthority` (P2-129)."""
    role = sheet.entries.fixed(form.refers)
    sheet.out.append(f'<role eId="{sheet.number("role")}" refersTo="{role}">')
    _wrapped(sheet, node.children, BODY, f"docAuthority{_entity(sheet, node, form)}")
    sheet.out.append("</role>")


def _start(sheet: Sheet, node: tree.Field, form: Form) -> str:
    """Return the start tag of a role's element without its brackets."""
    start = form.element
    if form.name:
        start += f' name="akn4un:{form.name}"'
    if form.eid:
        start += f' eId="{sheet.number(form.element)}"'
    if form.value == "entity":
        return start + _entity(sheet, node, form)
    if form.refers:
        start += f' refersTo="{sheet.entries.fixed(form.refers)}"'
    if node.role == "session":
        return start + _session(sheet, node)
    if form.value == "normalized":
        eid = start.split('"', 2)[1]
        sheet.quantities.setdefault(node.role, (eid, node.value))
    return f'{start} {form.value}="{attribute(node.value)}"' if node.value else start


def _entity(sheet: Sheet, node: tree.Field, form: Form) -> str:
    """Return the attributes that name what a Field's words stand for."""
    sponsor = f' as="{sheet.entries.fixed("sponsor")}"' if node.role == "sponsor" else ""
    if not node.value:
        return sponsor
    shown = " ".join(plain_text(node.children).split())
    entry = sheet.entries.entity(form.entity, node.value, shown)
    return f' {"by" if form.element == "vote" else "refersTo"}="{entry}"{sponsor}'


def _session(sheet: Sheet, node: tree.Field) -> str:
    """Return the attributes of a session: its number, and the organ's session as an event."""
    if not node.value:
        return ""
    name = f"{sheet.edition.identity.organ}Session"
    shown = " ".join(plain_text(node.children).split())
    entry = sheet.entries.entity("event", f"{name}.{node.value}", shown, name)
    return f' value="{attribute(node.value)}" refersTo="{entry}"'


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=1024)
def is_date(value: str) -> bool:
    """Say whether a value is a full date as the XSD wants it."""
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
