"""Small Word files, written by hand, and what is read of them."""

from __future__ import annotations

import io
import zipfile

from an2un.diagnostics import Diagnostic
from an2un.readers import docx
from an2un.source import Line, Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {"document": "document", "header": "hdr", "footer": "ftr"}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def part(name: str, inside: str) -> str:
    """Return a part: `name` is its file without digits and suffix."""
    root = _ROOTS.get(name.rstrip("0123456789"), name)
    inside = f"<w:body>{inside}</w:body>" if root == "document" else inside
    return f"<w:{root} {_NAMESPACES}>{inside}</w:{root}>"


def word(body: str, **parts: str) -> bytes:
    """Return a Word file of a body and other parts by their names: `styles="<w:style …/>"`."""
    return _file(body, parts, {})


def _file(body: str, parts: dict[str, str], links: dict[str, str]) -> bytes:
    files = {f"word/{name}.xml": part(name, inside) for name, inside in parts.items()}
    files["word/document.xml"] = part("document", body)
    return archive(files, _relations(parts, links))


def _relations(parts: dict[str, str], links: dict[str, str]) -> str:
    own = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}"'
        f' Target="{name}.xml"/>'
        for name in parts
    )
    outer = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target="{target}"'
        ' TargetMode="External"/>'
        for name, target in links.items()
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{own}{outer}</Relationships>'


def archive(files: dict[str, str | bytes] | dict[str, str], relations: str = "") -> bytes:
    """Return a zip archive of files, the relationships of word/document.xml among them."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in files.items():
            out.writestr(name, text)
        if relations:
            out.writestr("word/_rels/document.xml.rels", relations)
    return made.getvalue()


def ignore(_finding: Diagnostic) -> None:
    """Take no notice of a finding."""


def source_of(data: bytes) -> Source:
    return docx.read(data, "file.docx", ignore)


def read(body: str, **parts: str) -> Source:
    """Return the Source of a Word file; see `word`."""
    return source_of(word(body, **parts))


def read_linked(body: str, links: dict[str, str]) -> Source:
    """Return the Source of a Word file whose relationships lead out of it."""
    return source_of(_file(body, {}, links))


def lines(source: Source, place: str = "") -> list[str]:
    """Return the printed lines that stand in a place."""
    return [source.slice(line.span) for line in source.lines if line.place == place]


def styled(source: Source, line: Line | None = None) -> list[tuple[str, str]]:
    """Return the words that are set apart, each with how."""
    chosen = source.lines if line is None else (line,)
    return [(kind, source.slice(span)) for one in chosen for span, kind in one.styles]


def p(*runs: str, properties: str = "") -> str:
    """Return a paragraph; a run that is no XML is plain words."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return a run of words."""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{words}</w:t></w:r>'


def listed(words: str, list_id: int, level: int = 0) -> str:
    """Return a paragraph with an automatic number."""
    return p(
        words,
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>',
    )


def level(depth: int, format: str, text: str, more: str = "") -> str:
    """Return a level of a list that starts with one."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(number: int, *levels: str) -> str:
    """Return the definition of a list and, under the same number, the list."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    )
