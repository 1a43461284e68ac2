"""Page furniture: which lines are no part of the text, told by form, place and repetition."""

from __future__ import annotations

from an2un.parse.page_edges import mark_edges
from an2un.parse.running_heads import mark_heads
from an2un.parse.shapes import Kind, PageLabel, Reason, shapes, unlabelled
from an2un.source import Place, Source

_OUTSIDE: dict[Place, Reason] = {
    "head": "running head", "foot": "page foot", "deleted": "deleted text",
    "hidden": "hidden text", "chrome": "page chrome", "margin": "margin",
}  # fmt: skip


def furniture(source: Source, masthead_end: int, page_label: PageLabel = unlabelled) -> list[Kind]:
    """Say for each line which furniture it is, "" for text.

    Where the source tells what stands outside the text, that is furniture, whatever its shape.
    """
    kinds = shapes(source, page_label)
    mark_heads(source, kinds, masthead_end)
    mark_edges(source, kinds)
    for index, line in enumerate(source.lines):
        if not line.place:
            if line.opens is False:  # it goes on with a paragraph
                kinds[index] = ""
            continue
        if line.place in _OUTSIDE:
            kinds[index] = kinds[index] or _OUTSIDE[line.place]
        elif line.place == "row":
            kinds[index] = ""
        elif line.place == "note" and kinds[index] in ("link target", "running head"):
            kinds[index] = ""  # a foot below the notes may be taken for one of them
    return kinds
