"""A sheet as a Word file: real footnotes, automatic numbers, styles, a masthead in a table."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tests.rendering.counting import Count, counts
from tests.rendering.sheet import Manner, Note, Printed, Run, Runs, Sheet

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {  # name of a part -> its type, in relationships and (with a plus) in media types
    "document": "officeDocument", "styles": "styles", "numbering": "numbering",
    "footnotes": "footnotes", "settings": "settings", "header1": "header", "header2": "header",
    "footer1": "footer", "footer2": "footer",
}  # fmt: skip
_STYLES: dict[Manner, str] = {
    "line": "Normal", "sponsors": "HeadingLine", "adoption": "HeadingLine", "title": "TitleLine",
    "text": "Single", "heading": "HeadingLine", "closing": "Single", "table": "Normal",
}  # fmt: skip
_MOMENT = (2044, 11, 7, 0, 0, 0)  # the time stamped on every part, so that bytes are the same
_LEFT, _FIRST = 1267, 475  # twips that running text is set in, and its first lines
_STEP = 560  # twips a level is set in


def docx(sheet: Sheet) -> bytes:
    """Return a sheet as the bytes of a .docx file."""
    writer = _Writer(sheet)
    document = writer.document()
    parts = {
        "document": document,
        "styles": _styles(sheet),
        "numbering": writer.numbers.part(),
        "footnotes": writer.footnotes(),
        "settings": _part("settings", "<w:evenAndOddHeaders w:val='0'/>"),
        "header1": _part("hdr", writer.first_head()),
        "header2": _part("hdr", writer.head()),
        "footer1": _part("ftr", writer.foot(first=True)),
        "footer2": _part("ftr", writer.foot(first=False)),
    }
    return _zipped(parts, writer.targets)


def _part(root: str, inside: str) -> str:
    return f'<w:{root} xmlns:w="{_W}" xmlns:r="{_R}">{inside}</w:{root}>'


@dataclass
class _Numbers:
    """The lists of a document: a definition for each form of a number, an instance for each run."""

    definitions: dict[tuple[str, str, int], int] = field(default_factory=dict)
    instances: list[tuple[int, int, int]] = field(default_factory=list)  # definition, depth, start
    open: dict[int, tuple[Count, int]] = field(default_factory=dict)  # depth -> last, instance

    def number(self, marker: str, depth: int) -> int | None:
        """Return the instance that prints a marker automatically, None if it has to be typed."""
        for deeper in [level for level in self.open if level > depth]:
            del self.open[deeper]
        found = counts(marker)
        last, instance = self.open.get(depth, (None, 0))
        for count in found if last else ():
            if last and count == (last.format, last.template, last.value + 1):
                self.open[depth] = count, instance
                return instance
        first = next((count for count in found if count.value == 1), found[0] if found else None)
        if first is None:
            self.open.pop(depth, None)
            return None
        key = (first.format, first.template, depth)
        definition = self.definitions.setdefault(key, len(self.definitions) + 1)
        self.instances.append((definition, depth, first.value))
        self.open[depth] = first, len(self.instances)
        return len(self.instances)

    def part(self) -> str:
        """Return numbering.xml."""
        abstract = (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
            f"<w:lvlText w:val={quoteattr(template % f'%{depth + 1}')}/>"
            f"<w:pPr>{_set_in(depth)}</w:pPr></w:lvl></w:abstractNum>"
            for (format, template, depth), number in self.definitions.items()
        )
        instances = (
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
            f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            "</w:num>"
            for number, (definition, depth, start) in enumerate(self.instances, 1)
        )
        return _part("numbering", "".join((*abstract, *instances)))


class _Writer:
    """Writes the parts of one document, and keeps what they refer to."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.numbers = _Numbers()
        self.notes: list[Note] = []
        self.targets: list[str] = []
        marks = [note.mark.strip("()") for note in sheet.notes]
        numeric = [int(mark) for mark in marks if mark.isdecimal()]
        self.start = numeric[0] if numeric else 1
        self.counted = numeric == list(range(self.start, self.start + len(numeric)))

    # ------------------------------------------------------------------------------------- parts

    def document(self) -> str:
        """Return document.xml: the two columns of the masthead, then the text."""
        head = self._columns([(self.sheet.left, self.sheet.right)])
        body = "".join(map(self._printed, self.sheet.body))
        section = (
            '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
            '<w:headerReference w:type="default" r:id="header2"/>'
            '<w:footerReference w:type="first" r:id="footer1"/>'
            '<w:footerReference w:type="default" r:id="footer2"/>'
            f'<w:footnotePr><w:numStart w:val="{self.start}"/></w:footnotePr>'
            f'<w:pgSz w:w="12240" w:h="15840"/><w:titlePg/>{self._bidi()}</w:sectPr>'
        )
        return _part("document", f"<w:body>{head}{body}{section}</w:body>")

    def first_head(self) -> str:
        """Return the head of the first page: the publisher at the left, the symbol at the right."""
        return self._columns([((self.sheet.publisher,), (self.sheet.symbol,))])

    def head(self) -> str:
        """Return the head of the further pages: symbol and title."""
        title = f"<w:r><w:tab/></w:r>{self._run(Run(self.sheet.title))}"
        symbol = "".join(map(self._run, self.sheet.symbol))
        return f"<w:p>{self._properties('Normal')}{symbol}{title}</w:p>"

    def foot(self, *, first: bool) -> str:
        """Return the foot of a page: the job number, and on further pages the page number."""
        job = self._run(Run(self.sheet.job_number))
        if first:
            return f"<w:p>{job}</w:p>"
        page = (
            '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple><w:r><w:t>/</w:t>'
            '</w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES '
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t>'
            '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        return f"<w:p>{page}<w:r><w:tab/></w:r>{job}</w:p>"

    def footnotes(self) -> str:
        """Return footnotes.xml: the rule, and the notes in the order of their calls."""
        rule = (
            '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>__________________</w:t></w:r>'
            "</w:p></w:footnote>"
        )
        notes = (self._note(number, note) for number, note in enumerate(self.notes, 1))
        return _part("footnotes", "".join((rule, *notes)))

    def _note(self, number: int, note: Note) -> str:
        call = self._raised(note, "<w:footnoteRef/>", f"<w:t>{escape(note.mark)}</w:t>")
        paragraphs = []
        for index, runs in enumerate(note.body):
            opening = f"<w:r><w:tab/></w:r>{call}<w:r><w:tab/></w:r>" if not index else ""
            words = "".join(map(self._run, runs))
            paragraphs.append(f"<w:p>{self._properties('NoteText')}{opening}{words}</w:p>")
        return f'<w:footnote w:id="{number}">{"".join(paragraphs)}</w:footnote>'

    # -------------------------------------------------------------------------------- paragraphs

    def _columns(self, rows: Iterable[tuple[Iterable[Runs], Iterable[Runs]]]) -> str:
        """Return a table of two columns, whose cells hold a paragraph for each line."""
        made = "".join(
            f"<w:tr>{''.join(map(self._column, columns))}</w:tr>" for columns in rows
        )  # fmt: skip
        visual = "<w:tblPr><w:bidiVisual/></w:tblPr>" if self.sheet.right_to_left else ""
        return f"<w:tbl>{visual}<w:tblGrid/>{made}</w:tbl><w:p/>"

    def _column(self, lines: Iterable[Runs]) -> str:
        paragraphs = "".join(
            f"<w:p>{self._properties('Normal')}{''.join(map(self._run, runs))}</w:p>"
            for runs in lines
        )
        return f"<w:tc>{paragraphs or '<w:p/>'}</w:tc>"

    def _printed(self, item: Printed) -> str:
        if item.manner == "table":
            rows = (f"<w:tr>{''.join(self._column([c]) for c in row)}</w:tr>" for row in item.rows)
            return f"<w:tbl><w:tblGrid/>{''.join(rows)}</w:tbl>"
        instance = self.numbers.number(item.marker, item.depth) if item.marker else None
        numbering = typed = ""
        if instance is not None:
            numbering = (
                f'<w:numPr><w:ilvl w:val="{item.depth}"/><w:numId w:val="{instance}"/></w:numPr>'
            )
        elif item.marker:
            typed = f"{self._run(Run(item.marker))}<w:r><w:tab/></w:r>"
        properties = self._properties(_STYLES[item.manner], numbering, item.depth)
        return f"<w:p>{properties}{typed}{''.join(map(self._run, item.runs))}</w:p>"

    def _properties(self, style: str, numbering: str = "", depth: int = 0) -> str:
        indent = _set_in(depth) if depth else ""
        return f'<w:pPr><w:pStyle w:val="{style}"/>{numbering}{self._bidi()}{indent}</w:pPr>'

    def _bidi(self) -> str:
        return "<w:bidi/>" if self.sheet.right_to_left else ""

    # -------------------------------------------------------------------------------------- runs

    def _run(self, run: Run) -> str:
        if run.note is not None:
            return self._call(run.note)
        italic = '<w:rStyle w:val="Opener"/>' if run.italic else ""
        bold = "<w:b/><w:bCs/>" if run.bold else ""
        raised = '<w:vertAlign w:val="superscript"/>' if run.raised else ""
        right = "<w:rtl/>" if self.sheet.right_to_left else ""
        words = f'<w:t xml:space="preserve">{escape(run.text)}</w:t>'
        made = f"<w:r><w:rPr>{italic}{bold}{raised}{right}</w:rPr>{words}</w:r>"
        if not run.target:
            return made
        self.targets.append(run.target)
        return f'<w:hyperlink r:id="link{len(self.targets)}">{made}</w:hyperlink>'

    def _call(self, note: Note) -> str:
        self.notes.append(note)
        reference, number = "<w:footnoteReference", f'w:id="{len(self.notes)}"/>'
        typed = f'{reference} w:customMarkFollows="1" {number}<w:t>{escape(note.mark)}</w:t>'
        return self._raised(note, f"{reference} {number}", typed)

    def _raised(self, note: Note, counted: str, typed: str) -> str:
        """Return a raised mark: counted by the word processor, brackets around it, or typed."""
        core = note.mark.strip("()")
        if not (self.counted and core.isdecimal()):
            return f'<w:r><w:rPr><w:rStyle w:val="NoteCall"/></w:rPr>{typed}</w:r>'
        before, _, after = note.mark.partition(core)
        pieces = (f"<w:t>{before}</w:t>", counted, f"<w:t>{after}</w:t>")
        return "".join(
            f'<w:r><w:rPr><w:rStyle w:val="NoteCall"/></w:rPr>{piece}</w:r>'
            for piece in pieces
            if piece != "<w:t></w:t>"
        )


_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_RAISED = '<w:vertAlign w:val="superscript"/>'


def _set_in(depth: int) -> str:
    """Return the indents of text, of a level of points."""
    return f'<w:ind w:left="{_LEFT + depth * _STEP}" w:firstLine="{_FIRST}"/>'


def _size(half_points: int) -> str:
    """Return a type size, for letters of all scripts."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_STYLE_TABLE = (  # kind, name, the style it is based on, of paragraphs, of characters
    ("paragraph", "Single", "Normal", _set_in(0), ""),
    ("paragraph", "HeadingLine", "Normal", "<w:keepNext/>", f"{_BOLD}{_size(24)}"),
    ("paragraph", "TitleLine", "HeadingLine", "", _size(28)),
    ("paragraph", "NoteText", "Normal", "", _size(17)),
    ("character", "SetApart", "", "", _ITALIC),
    ("character", "Opener", "SetApart", "", ""),
    ("character", "NoteCall", "", "", _RAISED),
)


def _styles(sheet: Sheet) -> str:
    """Return styles.xml; headings are bold and calls raised by their styles alone."""
    script = {"zh": "zh-CN", "ar": "ar-SA", "ru": "ru-RU"}.get(sheet.language, sheet.language)
    head = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_size(20)}<w:lang w:val="{script}"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1"'
        ' w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )
    parts = [head]
    for kind, name, base, paragraph, characters in _STYLE_TABLE:
        based = f'<w:basedOn w:val="{base}"/>' if base else ""
        parts.append(
            f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{based}'
            + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
            + (f"<w:rPr>{characters}</w:rPr>" if characters else "")
            + "</w:style>"
        )
    return _part("styles", "".join(parts))


# --------------------------------------------------------------------------------------- packaging


def _zipped(parts: dict[str, str], targets: Sequence[str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", _content_types()),
            ("_rels/.rels", _relationships([("document", "word/document.xml")])),
            *((f"word/{name}.xml", text) for name, text in parts.items()),
            ("word/_rels/document.xml.rels", _relationships(_own(), targets)),
            ("word/_rels/footnotes.xml.rels", _relationships((), targets)),
        ):
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, head + text)
    return made.getvalue()


def _own() -> list[tuple[str, str]]:
    return [(name, f"{name}.xml") for name in _PARTS if name != "document"]


def _relationships(parts: Iterable[tuple[str, str]], targets: Iterable[str] = ()) -> str:
    def lines() -> Iterator[str]:
        for name, target in parts:
            yield f'<Relationship Id="{name}" Type="{_R}/{_PARTS[name]}" Target="{target}"/>'
        for number, target in enumerate(targets, 1):
            yield (
                f'<Relationship Id="link{number}" Type="{_R}/hyperlink"'
                f' Target={quoteattr(target)} TargetMode="External"/>'
            )

    namespace = f"{_PACKAGE}/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join(lines())}</Relationships>'


def _content_types() -> str:
    main = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MEDIA}.{main.get(name, kind)}+xml"/>'
        for name, kind in _PARTS.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
