# make demo: an example converted, validated and turned back into text.  make test: the tests.
PYTHON ?= python3
PYTEST_WORKERS ?= auto
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TOOLS := $(VENV)/.tools

.PHONY: help setup demo test check bench corpus update
help:
	@echo "make setup   create $(VENV) and install an2un with its development tools"
	@echo "make demo    convert an example, validate it, turn it back into text"
	@echo "make test    run the tests"
	@echo "make check   formatting, lint, types, tests"
	@echo "make corpus  fidelity on the development corpus (AN2UN_CORPUS, default ../shared)"
	@echo "make bench   speed, as ratios against peers measured in the same run"
	@echo "make update  write the expected files of examples/ anew"

setup: $(TOOLS)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "an2un needs Python 3.11 or later; this is $$($(PYTHON) -V). Try: make PYTHON=python3.12 setup" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q src  # as an installer does; commands start twice as fast
	touch $@

$(TOOLS): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

# 8 November 2044: the example is of that week
demo: export SOURCE_DATE_EPOCH = 2362176000
demo: $(STAMP)
	@echo "\$$ head -n 12 examples/fr-draft/source.txt"
	@head -n 12 examples/fr-draft/source.txt
	@echo "\$$ an2un convert examples/fr-draft/source.txt -o build/demo.xml --ledger build/demo.ledger.json"
	@mkdir -p build
	@$(BIN)/an2un convert examples/fr-draft/source.txt -o build/demo.xml --ledger build/demo.ledger.json
	@echo "\$$ an2un validate build/demo.xml"
	@$(BIN)/an2un validate build/demo.xml
	@echo "\$$ an2un text build/demo.xml --width 80"
	@$(BIN)/an2un text build/demo.xml --width 80
	@echo "\$$ an2un roundtrip examples/fr-draft/source.txt"
	@$(BIN)/an2un roundtrip examples/fr-draft/source.txt

test: setup
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS)

check: setup
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS)

bench: setup
	$(BIN)/python benchmarks/speed.py --record
	$(BIN)/python benchmarks/validation.py --record
	$(BIN)/python benchmarks/reading.py --record
	$(BIN)/python benchmarks/batch.py --record

corpus: setup
	$(BIN)/python benchmarks/fidelity.py

update: setup
	$(BIN)/python -m pytest tests/test_examples.py --update
