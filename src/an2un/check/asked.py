"""Which rules have to be asked of a file: those wanted, not proved, whose subject it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from an2un.check.index import Index
from an2un.check.rule import Given, Names, Proof, Rule
from an2un.check.settings import Settings
from an2un.check.table import RULES

_Rules = tuple[Rule, ...]


class _Asked(NamedTuple):
    """The rules that settings ask for, by what they speak of, so that it is looked for once.

    always  those of every file
    sieved  those of files in which a sieve leaves something
    groups  those that speak of elements; `named` has the groups in which a name occurs
    """

    always: _Rules
    sieved: tuple[tuple[Callable[[Index], object], _Rules], ...]
    groups: dict[Names, _Rules]
    named: dict[str, list[Names]]


def asked(index: Index, settings: Settings, proof: Proof | None) -> Iterator[Rule]:
    """Yield the rules that have to be asked, those of one family behind one another.

    Their order tells nothing: findings are put in that of the file.

    proof  the narrow schema that the file is valid by, if any
    """
    rules = _asked(settings, proof)
    yield from rules.always
    for sieve, sieved in rules.sieved:
        if index.thorough or index.once(sieve):
            yield from sieved
    for names in _present(rules, index):
        yield from rules.groups[names]


def _present(rules: _Asked, index: Index) -> set[Names]:
    """Return the groups of names of which a file holds at least one."""
    if index.thorough:
        return set(rules.groups)
    present = rules.named.keys() & index.by_name.keys()
    return {names for name in present for names in rules.named[name]}


@lru_cache(maxsize=16)
def _asked(settings: Settings, proof: Proof | None) -> _Asked:
    by_given: dict[Given | None, list[Rule]] = {}
    for rule in RULES:
        proved = rule.proof is not None and proof in (rule.proof, "strict")
        if not proved and rule.layer in settings.layers and settings.wants(rule.code):
            by_given.setdefault(rule.given, []).append(rule)
    always = tuple(by_given.pop(None, ()))
    groups = {
        given: tuple(rules) for given, rules in by_given.items() if isinstance(given, frozenset)
    }
    sieved = tuple(
        (given, tuple(rules))
        for given, rules in by_given.items()
        if given is not None and not isinstance(given, frozenset)
    )
    named: dict[str, list[Names]] = {}
    for names in groups:
        for name in names:
            named.setdefault(name, []).append(names)
    return _Asked(always, sieved, groups, named)
