"""In which layer of a verdict a code is."""

from __future__ import annotations

from functools import cache

from an2un import codes
from an2un.diagnostics import Code

_FILE = (
    codes.NOT_WELL_FORMED, codes.REFUSED_DOCTYPE, codes.REFUSED_SIZE, codes.REFUSED_ARCHIVE,
    codes.UNREADABLE, codes.REFUSED_DEPTH, codes.REFUSED_ENCODING,
)  # fmt: skip
_SCHEMA = (
    codes.NOT_ALLOWED_HERE, codes.INCOMPLETE, codes.ATTRIBUTE_MISSING, codes.ATTRIBUTE_UNKNOWN,
    codes.BAD_VALUE, codes.STRAY_TEXT, codes.EID_DUPLICATE, codes.NOT_AKOMA_NTOSO,
    codes.ENGINES_DISAGREE,
)  # fmt: skip
_BESIDE = (codes.TEXT_MISSING, codes.TEXT_ADDED, codes.HOUSE_RULE)


@cache
def layers() -> dict[str, str]:
    """Return the layer of every code that a verdict can hold: file, schema, naming, profile."""
    from an2un.check.table import RULES

    return {
        **{code.id: "file" for code in _FILE},
        **{code.id: "schema" for code in _SCHEMA},
        **{code.id: "profile" for code in _BESIDE},
        **{rule.code.id: rule.layer for rule in RULES},
    }


def layer_of(code: Code) -> str:
    """Return the layer of a code; "conversion" for those that no verdict holds."""
    return layers().get(code.id, "conversion")
