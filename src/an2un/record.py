"""Immutable records with named fields, ready sooner than data classes.

A `Record` is to its user what a frozen data class with slots is. The standard library writes six
methods for each such class as source text and compiles them whenever the module is imported; for
the seventy records of this package that took as long as the rest of the start. Here the methods
stand once, in the base, and only `__init__` is written for each class.

    class Point(Record):
        x: int
        y: int = 0
        seen: bool = field(default=False, compare=False, repr=False, kw_only=True)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, field
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, dataclass_transform

__all__ = ["Record", "field", "replace", "values"]

_R = TypeVar("_R", bound="Record")


def _fields(space: dict[str, Any], *, kw_only: bool) -> Iterator[tuple[str, Field[Any]]]:
    """Yield the fields that the body of a class declares, and take their defaults out of it."""
    for name, annotation in space.get("__annotations__", {}).items():
        if str(annotation).startswith(("ClassVar", "typing.ClassVar")):
            continue
        default = space.pop(name, MISSING)
        one: Field[Any] = default if isinstance(default, Field) else field(default=default)
        one.kw_only = kw_only if one.kw_only is MISSING else one.kw_only
        yield name, one


def _initializer(cls: type, fields: Mapping[str, Field[Any]]) -> Any:
    """Write and compile `__init__`; the slots themselves set what nobody may set afterwards."""
    scope: dict[str, Any] = {"_MISSING": MISSING}
    places: list[str] = []
    named: list[str] = []
    lines: list[str] = []
    for name, one in fields.items():
        scope[f"_set_{name}"] = getattr(cls, name).__set__
        parameter = name
        if one.default is not MISSING:
            scope[f"_default_{name}"] = one.default
            parameter = f"{name}=_default_{name}"
        elif one.default_factory is not MISSING:
            scope[f"_make_{name}"] = one.default_factory
            parameter = f"{name}=_MISSING"
            lines.append(f" if {name} is _MISSING: {name} = _make_{name}()")
        (named if one.kw_only else places).append(parameter)
        lines.append(f" _set_{name}(self, {name})")
    parameters = ", ".join(["self", *places, *(["*", *named] if named else [])])
    exec("\n".join([f"def __init__({parameters}):", *lines]), scope)
    made = scope["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class _RecordType(type):
    """Makes slots and `__init__` of the annotated names of a class; `kw_only` for all of them."""

    def __new__(
        cls, name: str, bases: tuple[type, ...], space: dict[str, Any], *, kw_only: bool = False
    ) -> _RecordType:
        fields = dict(_fields(space, kw_only=kw_only))
        space["__slots__"] = tuple(fields)
        space["__match_args__"] = tuple(n for n, one in fields.items() if not one.kw_only)
        made = super().__new__(cls, name, bases, space)
        if fields:
            compared = [name for name, one in fields.items() if one.compare]
            made._shown = tuple(name for name, one in fields.items() if one.repr)
            made._puts = tuple((name, getattr(made, name).__set__) for name in fields)
            made._compared = attrgetter(*compared) if compared else bool
            made.__init__ = _initializer(made, fields)  # type: ignore[misc]
        return made

    _compared: Any
    _shown: tuple[str, ...]
    _puts: tuple[tuple[str, Any], ...]


class Record(metaclass=_RecordType):
    """The base of all records: equal by class and fields, hashable, printable, never changed."""

    __slots__: ClassVar[tuple[str, ...]] = ()
    _compared: ClassVar[Any]  # function of a record: what it is compared by
    _shown: ClassVar[tuple[str, ...]]
    _puts: ClassVar[tuple[tuple[str, Any], ...]] = ()  # its fields, and what sets each of them

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(self._compared(self) == self._compared(other))

    def __hash__(self) -> int:
        return hash(self._compared(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self._shown)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), values(self))


def values(record: Record) -> dict[str, Any]:
    """Return the fields of a record by their names, in the order of its class."""
    return {name: getattr(record, name) for name in record.__slots__}


def replace(record: _R, /, **changes: Any) -> _R:
    """Return a record with some fields changed; TypeError for a name that is no field."""
    kind = type(record)
    made = object.__new__(kind)  # whose fields its slots set, as `__init__` does
    for name, put in kind._puts:
        put(made, changes.pop(name) if name in changes else getattr(record, name))
    if changes:
        raise TypeError(f"{kind.__qualname__} has no fields {', '.join(changes)}")
    return made


def _restored(cls: type[_R], fields: Mapping[str, Any]) -> _R:
    """Return a record from the fields that were pickled or copied."""
    return cls(**fields)
