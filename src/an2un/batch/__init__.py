"""A corpus at a time: many documents, resumed where it was left, on as many machines as there are.

`convert_many` is for programs; `Batch` is what `an2un batch` runs: results in files, a manifest
that remembers what has been done, failures apart.
"""

from an2un.batch.many import Result, convert_many

__all__ = ["Result", "convert_many"]
