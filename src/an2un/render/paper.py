"""What pages of HTML have in common: they stand alone, in light and in dark, in any direction."""

from __future__ import annotations

from html import escape

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
th, td { text-align: start; vertical-align: top; padding: .3rem .6rem; }
th, td { border-bottom: 1px solid #8884; }
th { font-weight: 600; } td.n { text-align: end; font-variant-numeric: tabular-nums; }
code { font-size: .9em; } .error { color: #c22; } .warning { color: #a60; } .note { color: #57a; }
.hint { opacity: .75; } .fine { color: #283; font-weight: 600; }
details { margin: 0 0 .6rem; } summary { cursor: pointer; }
"""


def head(title: str, heading: str) -> str:
    """Return the head of a page, up to its heading."""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{safe(title)}</title><style>{_STYLE}</style></head><body>\n"
        f"<h1>{safe(heading)}</h1>\n"
    )


def safe(text: str) -> str:
    """Return a text as it may stand in an element or an attribute."""
    return escape(text, quote=True)
