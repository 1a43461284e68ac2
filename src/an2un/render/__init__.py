"""Reports: findings as lines for people, objects for programs, pages for both.

`RENDERERS` names the formats; `renderer` loads the one that is asked for.
"""

from __future__ import annotations

from importlib import import_module

from an2un.render.report import Layer, Renderer, Write

# format -> module whose class Report renders it
RENDERERS = {
    "concise": "concise",
    "full": "full",
    "json": "objects",
    "jsonl": "lines",
    "github": "github",
    "junit": "junit",
    "sarif": "sarif",
    "html": "page",
}


def renderer(format: str, write: Write, layer: Layer) -> Renderer:
    """Return a renderer of one of the formats, which hands its text to `write`.

    layer  tells in which layer a code is: file, schema, naming, profile
    """
    module = import_module(f"an2un.render.{RENDERERS[format]}")
    made: Renderer = module.Report(write, layer)
    return made
