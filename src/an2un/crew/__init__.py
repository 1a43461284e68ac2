"""Work in processes of their own, within limits of time and memory: what fails takes down itself.

`Workers` is an executor as those of concurrent.futures; `isolated` does the same for one call
inside somebody else's executor, on another machine for instance.
"""

from an2un.crew.cell import Limits, Lost, Outfit
from an2un.crew.flow import completed, in_order
from an2un.crew.pool import Workers, cores, dismiss, isolated

__all__ = [
    "Limits",
    "Lost",
    "Outfit",
    "Workers",
    "completed",
    "cores",
    "dismiss",
    "in_order",
    "isolated",
]
