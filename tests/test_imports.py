"""The import contract: which module may know which others, and who may use which library.

The table is the picture of docs/architecture.md in the form of data. A module that is not listed
takes the line of its package; a package or module without any line fails.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "an2un"

EVERYWHERE = {"record"}  # as good as the standard library
GROUND = {"source", "diagnostics", "codes", "tree"}
SHARED = GROUND | {"symbol", "walk", "language", "wording", "identity"}
COMMANDS = {
    "atomic", "akn", "baseline", "batch", "check", "configuration", "conversion", "crew", "export",
    "fix", "fixity", "inputs", "intake", "metadata", "outline", "readers", "render", "roundtrip",
    "stores",
}  # fmt: skip

# module or package -> the parts of an2un that it may import besides its own package
MAY_IMPORT: dict[str, set[str]] = {
    # ground
    "record": set(),
    "source": set(),
    "symbol": set(),
    "diagnostics": {"source"},
    "codes": {"diagnostics"},
    "tree": {"source"},
    "atomic": set(),
    "stores": set(),
    "inputs": {"stores"},
    "archive": {"source", "stores"},
    "crew": set(),
    "configuration": set(),
    # shared
    "walk": {"tree"},
    "wording": {"source", "tree"},
    "language": {"source", "wording"},
    "titles": {"tree", "walk", "wording"},
    "citing": {"symbol", "wording", "language"},
    "identity": GROUND | {"symbol", "walk", "wording"},
    # the crafts: siblings that do not know each other
    "readers": {"source", "diagnostics", "codes"},
    "parse": SHARED | {"citing", "titles"},
    "akn": SHARED - {"language"},
    "akn.work_ids": {"language", "wording"},
    "plain": {"titles", "tree", "walk"},
    "outline": {"tree"},
    "ledger": {"source", "tree", "walk", "diagnostics", "codes", "parse"},
    "check": SHARED | {"akn", "archive", "crew", "stores"},
    "render": {"diagnostics", "source"},
    "metadata": {"identity", "language", "catalogue"},
    "catalogue": {"identity", "language", "symbol"},
    "export": {"identity", "symbol"},
    # the hands
    "intake": {"source", "diagnostics", "readers"},
    "conversion": SHARED | {"intake", "readers", "parse", "akn", "plain", "ledger", "check"},
    "roundtrip": SHARED | {"intake", "conversion", "akn", "plain", "outline"},
    "baseline": {"diagnostics", "source"},
    "fix": {"check"},
    "fixity": set(),
    "batch": GROUND
    | {
        "archive",
        "check",
        "conversion",
        "crew",
        "inputs",
        "intake",
        "render",
        "stores",
    },
    "cli": SHARED | COMMANDS,
    "__init__": {"batch", "conversion", "crew", "source", "diagnostics", "identity", "tree"},
    "__main__": {"cli"},
}

# library -> the only modules or packages that may import it
ONLY_IN: dict[str, set[str]] = {
    "click": {"cli"},
    "lxml": {"readers", "akn", "check", "export", "fixity", "cli.doctor", "cli.documents"},
    "xmlschema": {"check.schema"},
    "cobalt": {"check.schema"},
    "pypdfium2": {"readers.pdf"},
    "pypdfium2_raw": {"readers.pdf"},
    "rich": {"cli"},
    "upath": {"stores"},
    "distributed": {"batch.executors"},
}


def modules() -> list[str]:
    """Return every module as its dotted name below an2un."""
    names = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        names.append(".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts))
    return names


def source_of(module: str) -> Path:
    path = PACKAGE.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def imported(module: str) -> Iterator[str]:
    """Yield the dotted name of everything a module imports anywhere in its code."""
    for node in ast.walk(ast.parse(source_of(module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            if node.module == "an2un":
                yield from (f"an2un.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def covering(module: str, table: dict[str, set[str]]) -> str | None:
    """Return the longest entry of a table that is the module or a package around it."""
    parts = module.split(".")
    names = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((name for name in names if name in table), None)


def within(module: str, packages: set[str]) -> bool:
    return any(module == name or module.startswith(name + ".") for name in packages)


@pytest.mark.parametrize("module", modules())
def test_a_module_imports_only_what_its_line_allows(module: str) -> None:
    line = covering(module, MAY_IMPORT)
    assert line, f"{module} has no line in the contract"
    for name in imported(module):
        top, _, rest = name.partition(".")
        if top == "an2un":
            if rest == "__version__":
                continue
            allowed = EVERYWHERE | MAY_IMPORT[line] | {module.split(".", maxsplit=1)[0]}
            assert within(rest, allowed), f"{module} imports {name}"
        elif top not in sys.stdlib_module_names:
            assert top in ONLY_IN, f"{module} imports {name}, which no line allows"
            assert within(module, ONLY_IN[top]), f"{module} imports {name}"


def test_the_contract_speaks_of_what_exists() -> None:
    names = set(modules())
    packages = {".".join(m.split(".")[:n]) for m in names for n in range(1, 4)}
    unknown = set(MAY_IMPORT) - packages - {"__init__"}
    assert not unknown


def test_an_import_of_the_package_loads_no_library() -> None:
    """`import an2un` and `an2un --help` stay light: nothing heavy is loaded with them."""
    import subprocess

    code = (
        "import sys, an2un, an2un.cli.program as p;"
        "p.run(['--help']);"
        "print(sorted({m.partition('.')[0] for m in sys.modules} &"
        " {'lxml', 'xmlschema', 'cobalt', 'tomllib', 'hashlib', 'dataclasses'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_verdict_loads_neither_the_writer_nor_a_language() -> None:
    """Processes that judge files are ready early: nothing is loaded that only conversions need."""
    import subprocess

    code = (
        "import sys; from an2un.check import verdict;"
        "print([m for m in sys.modules if m.startswith('an2un.akn.write')"
        " or m in ('an2un.language', 'an2un.identity', 'tomllib')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_lazy_names_are_the_public_names() -> None:
    import an2un

    assert set(an2un.__all__) == {"__version__", *an2un._HOMES}
    assert dir(an2un) == sorted(an2un.__all__)
    with pytest.raises(AttributeError):
        an2un.nothing  # noqa: B018
