"""What a profile leaves unsaid.

`published` is the form in which the United Nations publishes: whatever its files do systematically
is no finding there, and what goes wrong in single files still is. Counted over a sample of 205
published files of seven organs and six languages; the share of files is given for each code.
"""

from __future__ import annotations

from an2un import codes
from an2un.diagnostics import Code

# Habits of the published files, most frequent first.
_HABITS: tuple[Code, ...] = (
    codes.NO_PUBLICATION,  # 100 %
    codes.SUBTYPE,  # 100 %: FRBRsubtype is left out
    codes.NO_NUMBER,  # 100 %: FRBRnumber is left out
    codes.AUTHOR_ENTRY,  # 100 %: href="ga"
    codes.AUTHOR_ROLE,  # 100 %: as="author"
    codes.EID_MISSING,  # 100 %
    codes.DANGLING,  # 100 %: refersTo to entries that are not listed
    codes.UNUSED_ENTRY,  # 100 %
    codes.ENTRY_CLASS,  # 100 %
    codes.PLACEHOLDER,  # 100 %: by="", 0001-01-01
    codes.TRAILING_SLASH,  # 100 %
    codes.EXPRESSION_THIS,  # 100 %: eng@!main
    codes.SPAN_WITH_MEANING,  # 100 %
    codes.TYPOGRAPHY_ON_MEANING,  # 100 %: bold titles
    codes.SOURCE_AGENT,  # 95 %
    codes.LOOSE_TAGGING,  # 89 %: indented markup inside titles
    codes.STEP_AGENT,  # 89 %
    codes.PREFACE_CONTAINER,  # 85 %
    codes.EID_NUMBER,  # 72 %: eIds are running numbers of the file
    codes.VOTE_CONCEPT,  # 72 %
    codes.INLINE_PREFIX,  # 71 %
    codes.LINK_TO_DOCUMENT,  # 62 %: links to the library instead of references
    codes.NOTE_OUTSIDE_SUP,  # 60 %
    codes.INLINE_NAME,  # 56 %: "agenda item"
    codes.CONCLUSIONS_CONTAINER,  # 56 %
    codes.NO_ADOPTION_EVENT,  # 33 %
    codes.ENTITY_WITHOUT_CONCEPT,  # 31 %: voters by name
    codes.SPONSOR_ENTRY,  # 29 %: the committee that reported
    codes.EID_FORM,  # 24 %: para_2_list_point_a
    codes.EID_PREFIX,  # 20 %
    codes.UNNUMBERED_PARAGRAPH,  # 16 %: headings and points as paragraphs
    codes.NO_PREFACE,  # 15 %: Security Council
    codes.NO_TITLE,  # 15 %: presidential statements
    codes.TEXT_OUTSIDE_PARAGRAPH,  # 15 %: presidential statements
    codes.MISPLACED_TITULAR,  # 15 %: presidential statements
    codes.SUBHEADING_ALONE,  # 7 %: headings of sections
    codes.UNMARKED_LINE,
    # without these blocks their members cannot be right either
    codes.NUMBER_SHOWN,
    codes.NO_REFERENCES,
    codes.EID_ELEMENT,
    codes.COMPONENT_INFO,  # 4 %, every file with an annex
    codes.COMPONENT_NAME,  # 3 %: !main/annex
    codes.ANNEX_IRI,
    codes.ANNEX_EID,
    codes.UNTITLED_ANNEX,  # 3 %
)

MUTED: dict[str, frozenset[str]] = {
    "akn4un": frozenset(),
    "published": frozenset(code.id for code in _HABITS),
}
