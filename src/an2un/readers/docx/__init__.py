"""Word files (Office Open XML, ECMA-376) to Source: what Word prints, in the order of reading.

The head of the first page comes first where it differs from the others, as in the masthead of the
United Nations; then the text, then the notes in the order of their calls, then what a page does
not show as text: running heads and feet, text deleted by a tracked change, hidden text.
"""

from __future__ import annotations

from an2un.diagnostics import Report
from an2un.readers import flow
from an2un.readers.docx.package import Package
from an2un.readers.docx.parts import Parts
from an2un.source import ReadError, Source

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes, name: str, _report: Report) -> Source:
    """Return what a Word file prints; `name` is what messages call it.

    Comments are no part of a document. Raises ReadError for a file that is damaged, encrypted,
    larger than any document unpacked, or holds no text.
    """
    with Package(data, name) as package:
        blocks = Parts(package).blocks()
    source = flow.source_of(blocks, name, MEDIA_TYPE)
    if not source.lines:
        raise ReadError(f"{name}: the Word file holds no text")
    return source
