"""What archives and readers of citations take from a document: descriptions and citation graphs.

Everything is read off Akoma Ntoso, our own or that of the United Nations, so that a file says the
same wherever it was made.
"""

from an2un.export.cited import Citing, Edge, cited
from an2un.export.described import Description, Outcome, Subject, described
from an2un.export.graph import FORMATS as GRAPH_FORMATS
from an2un.export.graph import graph
from an2un.export.record import FORMATS as RECORD_FORMATS
from an2un.export.record import record

__all__ = [
    "GRAPH_FORMATS",
    "RECORD_FORMATS",
    "Citing",
    "Description",
    "Edge",
    "Outcome",
    "Subject",
    "cited",
    "described",
    "graph",
    "record",
]
