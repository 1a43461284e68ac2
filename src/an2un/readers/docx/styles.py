"""How characters and paragraphs are set: styles, what they are based on, and direct formatting.

ECMA-376 part 1, 17.7.2 (what yields to what) and 17.7.3 (properties that toggle: italics asked
for by the style of the paragraph and by that of the characters are upright).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from an2un.readers.docx.names import is_on, key_of, number, value
from an2un.source import StyleKind


class Setting(NamedTuple):
    """What one place says of characters; None where it says nothing.

    The pairs hold what is said of letters, and of scripts that Word calls complex (Arabic).
    """

    italic: tuple[bool | None, bool | None] = (None, None)
    bold: tuple[bool | None, bool | None] = (None, None)
    caps: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    size: int | None = None  # half-points
    font: str | None = None
    complex: bool | None = None
    style: str = ""

    def over(self, base: Setting) -> Setting:
        """Return this setting where it says something, another below it."""
        return Setting(
            (_first(self.italic[0], base.italic[0]), _first(self.italic[1], base.italic[1])),
            (_first(self.bold[0], base.bold[0]), _first(self.bold[1], base.bold[1])),
            _first(self.caps, base.caps),
            _first(self.hidden, base.hidden),
            _first(self.raised, base.raised),
            base.size if self.size is None else self.size,
            base.font if self.font is None else self.font,
            _first(self.complex, base.complex),
        )

    def toggled(self, other: Setting) -> Setting:
        """Return two styles together: what both switch on is off again."""
        together = self.over(other)
        return together._replace(
            italic=_toggled_pair(self.italic, other.italic),
            bold=_toggled_pair(self.bold, other.bold),
            caps=_toggled(self.caps, other.caps),
            hidden=_toggled(self.hidden, other.hidden),
        )


NOTHING = Setting()


def _first(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one


def _toggled(one: bool | None, other: bool | None) -> bool | None:
    return _first(one, other) if one is None or other is None else one != other


def _toggled_pair(
    one: tuple[bool | None, bool | None], other: tuple[bool | None, bool | None]
) -> tuple[bool | None, bool | None]:
    return _toggled(one[0], other[0]), _toggled(one[1], other[1])


class Look(NamedTuple):
    """How characters are printed; `size` in half-points."""

    styles: tuple[StyleKind, ...]
    caps: bool
    hidden: bool
    size: int
    font: str


class Shape(NamedTuple):
    """What a paragraph says of itself; None where it says nothing.

    style     its style's identifier
    numbering list and level; a list of 0 takes it out of any
    indent    of its first line in twips: the edge, and what its first line adds
    """

    style: str = ""
    list_id: int | None = None
    level: int | None = None
    edge: int | None = None
    first: int | None = None

    def over(self, base: Shape) -> Shape:
        """Return this shape where it says something, another below it."""
        return Shape(
            self.style or base.style,
            *(ours if ours is not None else theirs
              for ours, theirs in zip(self[1:], base[1:], strict=True)),
        )  # fmt: skip


class _Style(NamedTuple):
    kind: str
    base: str
    setting: Setting
    shape: Shape


class Styles:
    """The styles of a file, each with what it inherits."""

    def __init__(self) -> None:
        self.defaults = NOTHING
        self.paragraph_default = ""
        self._own: dict[str, _Style] = {}
        self._inherited: dict[str, tuple[Setting, Shape]] = {}
        self._shapes: dict[Shape, Shape] = {}
        self._looks: dict[tuple[str, _Said], Look] = {}

    @classmethod
    def read(cls, root: etree._Element | None) -> Styles:
        """Return the styles that styles.xml declares; None: a file without any."""
        styles = cls()
        for element in () if root is None else root:
            key = key_of[element.tag]
            if key == "w:docDefaults":
                found = next((e for e in element.iter() if key_of[e.tag] == "w:rPr"), None)
                styles.defaults = setting_of(found)
            elif key == "w:style":
                styles._declare(element)
        return styles

    def _declare(self, element: etree._Element) -> None:
        base, setting, shape = "", NOTHING, Shape()
        for child in element:
            key = key_of[child.tag]
            if key == "w:basedOn":
                base = value(child)
            elif key == "w:rPr":
                setting = setting_of(child)
            elif key == "w:pPr":
                shape = shape_of(child)
        name, kind = value(element, "styleId"), value(element, "type")
        shape = shape._replace(style=name if shape.list_id is not None else "")
        self._own[name] = _Style(kind, base, setting, shape)
        if kind == "paragraph" and value(element, "default") in ("1", "true", "on"):
            self.paragraph_default = name

    def inherited(self, name: str) -> tuple[Setting, Shape]:
        """Return what a style says with what it is based on; a circle ends where it closes.

        The style of the shape is the one that names the list.
        """
        known = self._inherited.get(name)
        if known is not None:
            return known
        chain: list[_Style] = []
        seen: set[str] = set()
        at = name
        while at in self._own and at not in seen:
            seen.add(at)
            chain.append(self._own[at])
            at = self._own[at].base
        setting, shape = NOTHING, Shape()
        for style in reversed(chain):
            setting, shape = style.setting.over(setting), style.shape.over(shape)
        self._inherited[name] = setting, shape
        return setting, shape

    def shape(self, direct: Shape) -> Shape:
        """Return what a paragraph says of itself over what its style says.

        Its style becomes the one that names its list: its own, where it names the list itself.
        """
        known = self._shapes.get(direct)
        if known is None:
            name = direct.style or self.paragraph_default
            inherited = self.inherited(name)[1]
            style = inherited.style if direct.list_id is None else name
            known = direct._replace(style=style).over(inherited)
            if len(self._shapes) < _KEPT:
                self._shapes[direct] = known
        return known

    def look(self, paragraph: str, properties: etree._Element | None) -> Look:
        """Return how characters are printed in a paragraph of a style, with run properties.

        Of all runs of a file hardly any is set as no other is: they are told by what is said.
        """
        said = _said(properties)
        known = self._looks.get((paragraph, said))
        if known is None:
            known = self._resolved(paragraph or self.paragraph_default, setting_of(properties))
            if len(self._looks) < _KEPT:
                self._looks[paragraph, said] = known
        return known

    def _resolved(self, paragraph: str, direct: Setting) -> Look:
        styled = self.inherited(paragraph)[0]
        if direct.style:
            styled = self.inherited(direct.style)[0].toggled(styled)
        whole = direct.over(styled.over(self.defaults))
        side = 1 if whole.complex else 0
        kinds: list[StyleKind] = []
        if whole.italic[side]:
            kinds.append("italic")
        if whole.bold[side]:
            kinds.append("bold")
        if whole.raised:
            kinds.append("superscript")
        size = _USUAL_SIZE if whole.size is None else whole.size
        return Look(tuple(kinds), bool(whole.caps), bool(whole.hidden), size, whole.font or "")


_KEPT = 10_000  # looks, and shapes, that are remembered
_Said = tuple[object, ...]


def _said(properties: etree._Element | None) -> _Said:
    """Return what run properties say, word for word."""
    if properties is None:
        return ()
    return tuple([word for child in properties for word in (child.tag, *child.items())])


_USUAL_SIZE = 20  # half-points, where a file says nothing
_RAISED_BY = 4  # half-points above the line from which on characters are raised


def setting_of(properties: etree._Element | None) -> Setting:
    """Return what run properties (w:rPr) say."""
    said: dict[str, bool | None] = {}
    raised: bool | None = None
    size: int | None = None
    font: str | None = None
    style = ""
    for child in () if properties is None else properties:
        key = key_of[child.tag]
        if key in _SWITCHES:
            said[key] = is_on(child)
        elif key == "w:rStyle":
            style = value(child)
        elif key == "w:vertAlign":
            raised = value(child) == "superscript"
        elif key == "w:position" and raised is None:
            raised = (number(value(child)) or 0) >= _RAISED_BY
        elif key == "w:sz":
            size = number(value(child))
        elif key == "w:rFonts":
            font = value(child, "ascii") or value(child, "hAnsi") or None
    if not said and raised is None and size is None and font is None:
        return Setting(style=style) if style else NOTHING
    get = said.get
    return Setting(
        (get("w:i"), get("w:iCs")), (get("w:b"), get("w:bCs")), get("w:caps"), get("w:vanish"),
        raised, size, font, get("w:rtl", get("w:cs")), style,
    )  # fmt: skip


_SWITCHES = frozenset(
    ("w:i", "w:iCs", "w:b", "w:bCs", "w:caps", "w:vanish", "w:rtl", "w:cs")
)  # fmt: skip


def shape_of(properties: Iterable[etree._Element]) -> Shape:
    """Return what paragraph properties (w:pPr) say."""
    style = ""
    list_id = level = edge = first = None
    for child in properties:
        key = key_of[child.tag]
        if key == "w:pStyle":
            style = value(child)
        elif key == "w:numPr":
            for part in child:
                if key_of[part.tag] == "w:numId":
                    list_id = number(value(part))
                elif key_of[part.tag] == "w:ilvl":
                    level = number(value(part))
        elif key == "w:ind":
            edge = number(value(child, "start") or value(child, "left"))
            hanging = number(value(child, "hanging"))
            first = -hanging if hanging is not None else number(value(child, "firstLine"))
    return Shape(style, list_id, level, edge, first)
