# make film    a virtual environment, the install, and the first example's film
# make test    the tests, in the same environment
# make check   what CI runs: format, lint, types, import contract, tests
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
STORY ?= examples/01_lighthouse/story.yaml

.PHONY: help film test test-diffusion test-slow check gallery bench clean

help:
	@sed -n 's/^# //p' Makefile

$(VENV)/.base: pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] < (3, 14) else 'storyreel needs Python 3.11, 3.12 or 3.13: make PYTHON=python3.12 ...')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $@

film: $(VENV)/.base
	$(BIN)/storyreel make $(STORY)

$(VENV)/.browser: $(VENV)/.dev tests/support/get_chromium.py
	-$(BIN)/python tests/support/get_chromium.py $(VENV)/chromium
	@touch $@

test: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/python -m pytest -n 2 --dist worksteal

# make test-diffusion  the tests of the diffusion backends; installs torch first
test-diffusion: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[diffusion]"
	$(BIN)/python -m pytest -n 2 --dist worksteal tests/generators/diffusion tests/contracts/test_diffusion_contract.py

test-slow: $(VENV)/.dev
	$(BIN)/python -m pytest -m slow

check: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist worksteal

gallery: $(VENV)/.base
	$(BIN)/python examples/gallery.py

bench: $(VENV)/.base
	$(BIN)/python benchmarks/film.py

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
