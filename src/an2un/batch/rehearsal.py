"""What a run would do, without doing anything."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from an2un.batch.manifest import Manifest, Planned, Record
from an2un.batch.run import Orders, manifest_of
from an2un.batch.work import Job, Known, Setting, contents, intact
from an2un.source import ReadError


def rehearse(orders: Orders) -> Iterator[tuple[str, str]]:
    """Yield each input with what a run would find it to be.

    new, changed (its content, its results, the options or the version), failed (before; it would
    be tried again), unreadable, or unchanged (nothing would be done).
    """
    manifest = Manifest(manifest_of(orders.state, orders.shard), look_only=True)
    try:
        manifest.plan(orders.entries)
        for planned, before in manifest.planned():
            found = _fate(orders, planned, before)
            if not orders.retry_failed or found == "failed":
                yield found, planned.entry.name
    finally:
        manifest.close()


def _fate(orders: Orders, planned: Planned, before: Record | None) -> str:
    entry = planned.entry
    if entry.fault:
        return "unreadable"
    if before is None:
        return "new"
    if before.fate == "failed":
        return "failed"
    if before.conditions != orders.conditions or before.name != entry.name:
        return "changed"
    try:
        data = contents(entry.place, entry.member, orders.options.max_size)
    except (OSError, ReadError, ValueError):
        return "unreadable"
    known = Known(before.sha256, before.files)
    job = Job(planned.number, *entry[:3], planned.stem, known)
    setting = Setting(orders.options, orders.out, "", orders.ledger)
    same = sha256(data).hexdigest() == before.sha256 and intact(setting, job)
    return "unchanged" if same else "changed"
