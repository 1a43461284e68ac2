"""Documents as commands take them: Akoma Ntoso, or raw text that becomes Akoma Ntoso first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def root(data: bytes, name: str, language: str, max_size: int) -> etree._Element:
    """Return the root element of a document given as XML or as raw text.

    Raises ReadError for what cannot be read.
    """
    from an2un.akn.parsing import parse
    from an2un.conversion import Options, convert
    from an2un.identity import Supplied
    from an2un.intake import is_xml

    if not is_xml(data):
        settings = Options(supplied=Supplied(language=language), max_size=max_size)
        data = convert(data, settings, name=name).xml
    return parse(data)
