from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError
from typing import ClassVar

import pytest

from an2un.record import Record, field, replace, values


class Lamp(Record):
    """A lamp of a lighthouse."""

    KINDS: ClassVar[tuple[str, ...]] = ("oil", "gas")

    name: str
    height: int = 3
    signs: tuple[str, ...] = field(default_factory=tuple)
    seen: bool = field(default=False, compare=False, repr=False, kw_only=True)

    @property
    def tall(self) -> bool:
        return self.height > 10


class Keeper(Record, kw_only=True):
    name: str = ""
    lamp: Lamp


class Watch(Record):
    name: str


def test_fields_by_place_by_name_and_by_default() -> None:
    lamp = Lamp("north", 12)
    assert (lamp.name, lamp.height, lamp.signs, lamp.seen, lamp.tall) == (
        "north",
        12,
        (),
        False,
        True,
    )
    assert Lamp.KINDS == ("oil", "gas")
    assert Keeper(lamp=lamp).name == ""


@pytest.mark.parametrize("arguments", [(), ("a", 1, (), True), ("a", 1, (), 0, 0)])
def test_arguments_are_checked(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Lamp(*arguments)  # type: ignore[arg-type]


def test_equality_is_by_class_and_compared_fields() -> None:
    assert Lamp("a", seen=True) == Lamp("a")
    assert hash(Lamp("a", seen=True)) == hash(Lamp("a"))
    assert Lamp("a") != Lamp("b")
    assert Lamp("a") != Watch("a")
    assert Watch("a") != "a"
    assert len({Watch("a"), Watch("a"), Watch("b")}) == 2


def test_a_record_prints_as_it_is_written() -> None:
    assert repr(Lamp("a", seen=True)) == "Lamp(name='a', height=3, signs=())"


def test_a_record_never_changes() -> None:
    lamp = Lamp("a")
    with pytest.raises(FrozenInstanceError):
        lamp.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del lamp.name
    with pytest.raises(FrozenInstanceError):
        lamp.other = 1
    assert lamp.name == "a"


def test_a_changed_copy() -> None:
    lamp = Lamp("a", seen=True)
    assert values(replace(lamp, height=4)) == {"name": "a", "height": 4, "signs": (), "seen": True}
    with pytest.raises(TypeError):
        replace(lamp, colour="red")


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda r: pickle.loads(pickle.dumps(r))]
)
def test_copies_keep_every_field(copied: object) -> None:
    keeper = Keeper(name="k", lamp=Lamp("a", seen=True))
    made = copied(keeper)  # type: ignore[operator]
    assert made == keeper
    assert made.lamp.seen


def test_a_record_can_be_matched() -> None:
    match Lamp("a", 4):
        case Lamp(name, height):
            assert (name, height) == ("a", 4)
        case _:
            pytest.fail("no match")
