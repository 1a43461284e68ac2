"""The table of all finding codes, one line each; codes are never reused."""

from __future__ import annotations

from an2un.diagnostics import Code, Severity

_N, _W, _E = Severity.NOTE, Severity.WARNING, Severity.ERROR

# AU0 reading ----------------------------------------------------------------------------------
UNDECODABLE = Code("AU001", "undecodable", _W, "characters could not be decoded")
CONTROL_CHARACTER = Code("AU002", "control-character", _N, "a character that XML cannot hold was left out")
LOST_TEXT = Code("AU003", "lost-text", _E, "source text is neither in the document nor accounted for")
GUESSED_ENCODING = Code("AU004", "guessed-encoding", _W, "the encoding was guessed")
GUESSED_LANGUAGE = Code("AU005", "guessed-language", _N, "the language rests on weak evidence")

# AU1 structure --------------------------------------------------------------------------------
NO_FORMULA = Code("AU101", "no-formula", _W, "no enacting formula was found")
NO_NUMBERING = Code("AU102", "no-numbering", _W, "no numbered operative paragraph was found")
NUMBERING_GAP = Code("AU104", "numbering-gap", _W, "the numbering skips or repeats")
UNKNOWN_OPENER = Code("AU110", "unknown-opener", _N, "the opening phrase is not in the tables")
TABLE_AS_LINES = Code("AU120", "table-as-lines", _W, "a table could not be told apart into cells")

# AU2 notes ------------------------------------------------------------------------------------
NOTE_WITHOUT_CALL = Code("AU201", "note-without-call", _W, "a footnote has no call in the text")
CALL_WITHOUT_NOTE = Code("AU202", "call-without-note", _W, "a footnote call has no note")

# AU4 identity ---------------------------------------------------------------------------------
NO_SYMBOL = Code("AU401", "no-symbol", _W, "the document prints no symbol")
NO_DATE = Code("AU402", "no-date", _W, "the document prints no date")
