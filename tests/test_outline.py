from __future__ import annotations

from an2un.outline import outline
from an2un.tree import Formula, Masthead, Paragraph, Preamble, Provision, Resolution, Text


def test_every_node_is_a_line_and_its_origin_none() -> None:
    document = Resolution(
        "en",
        "resolution",
        Masthead(),
        Preamble(Formula(Paragraph((Text("The General Assembly,"),)))),
        (Provision("1.", None, (Paragraph((Text("Decides"),)),)),),
    )
    assert list(outline(document)) == [
        "Resolution language='en' kind='resolution'",
        "  masthead:",
        "    Masthead",
        "  preamble:",
        "    Preamble",
        "      Formula",
        "        Paragraph",
        "          'The General Assembly,'",
        "  items:",
        "    Provision marker='1.'",
        "      Paragraph",
        "        'Decides'",
    ]
