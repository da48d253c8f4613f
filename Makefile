# Two commands on a fresh machine: `make site` and `make test`. All else is below; everything lives in .venv.

VENV ?= .venv
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11 python,$(shell \
	$(name) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(name))))
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet
SITE = sample_site
PORT ?= 8000
TARGET ?= dialect
RUNS ?= 100000
# Files of tests run in several processes at once; ARGS=-n0 has all of them in one.
SPLIT = --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help site serve test test-neighbours test-versions audit bench fuzz lighthouse lint format readme clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/installed ## Build the sample site and say where to look
	@cd $(SITE) && ../$(BIN)/pelican
	@echo "The sample site is built: open $(CURDIR)/$(SITE)/output/index.html, or run 'make serve'."

serve: $(VENV)/installed ## Serve the sample site on http://127.0.0.1:8000/ and rebuild it on every change
	@cd $(SITE) && ../$(BIN)/pelican --autoreload --listen --bind 127.0.0.1 --port $(PORT)

test: $(VENV)/tested ## Run all tests (ARGS=… goes to pytest)
	@$(BIN)/python -m pytest $(SPLIT) $(ARGS)

test-neighbours: $(VENV)/matrix ## Build sites beside each of the plugins that people use with ours, and beside all of them
	@$(BIN)/nox --session neighbours

test-versions: $(VENV)/matrix ## Run the core's tests with the oldest of what we are built on, and with newer Pythons
	@$(BIN)/nox --no-error-on-missing-interpreters --session lowest newest

audit: $(VENV)/matrix ## Ask PyPI for known weaknesses of what is installed with the package (a mirror cannot say)
	@$(BIN)/nox --session audit

bench: $(VENV)/tested $(VENV)/site/installed ## Measure conversion and whole builds, beside Pelican's own reader, Jekyll and Hugo (ARGS=…)
	@MEMOIR_BENCH_PYTHON=$(VENV)/site/bin/python $(BIN)/python -m bench $(ARGS)

fuzz: $(VENV)/fuzzed ## Look for inputs that break a part (TARGET=dialect, RUNS=100000; fuzz/README.md)
	@$(BIN)/python -m fuzz $(TARGET) --runs $(RUNS)

lighthouse: site ## Ask Lighthouse about the sample site (ARGS=… are pages; MEMOIR_NPM has npm's lighthouse)
	@PYTHONPATH=tests $(BIN)/python tests/browser/lighthouse.py $(SITE)/output $(or $(ARGS),/ /2022-12-31-2022-memoir/ /timeline.html)

lint: $(VENV)/tested ## Check style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/tested ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

readme: $(VENV)/installed ## Write the table of settings into the README
	@$(BIN)/python -m pelican_memoir.settings README.md

clean: ## Remove what was set up and built
	rm -rf $(VENV) $(SITE)/output build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .nox

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed (Debian: apt-get install python3-venv)." >&2; exit 1; }
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	@$(PIP) install --editable .
	@touch $@

$(VENV)/tested: pyproject.toml | $(BIN)/python
	@$(PIP) install --editable '.[test,lint]'
	@touch $@ $(VENV)/installed

# What a site has installed, and no more: Pelican imports every plugin of its namespace that it finds.
$(VENV)/site/installed: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m venv $(VENV)/site
	@$(VENV)/site/bin/python -m pip --disable-pip-version-check --quiet install --editable '.[safe,share]'
	@touch $@

$(VENV)/matrix: pyproject.toml | $(BIN)/python
	@$(PIP) install 'nox[uv]>=2025.5'
	@touch $@

$(VENV)/fuzzed: pyproject.toml | $(BIN)/python
	@$(PIP) install --editable '.[fuzz]'
	@touch $@
