# Loomline: everything one types while working on it. `make` alone says what there is.
#
# Nothing has to be there but Python 3.11+ and make: the rest is brought into `.venv`, by hash.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help start install test quick check format fmt lint types contracts spelling locks canvas \
	sizes bench shots lock upgrade hooks dev

# Given on the command line or in the environment; the shell puts them in, quoted.
export HOST PORT DATA
serve_options = $${HOST:+--host "$$HOST"} $${PORT:+--port "$$PORT"} $${DATA:+--data "$$DATA"}

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

start: install ## Install and serve on http://127.0.0.1:8080 (HOST, PORT, DATA are respected)
	@exec .venv/bin/loomline serve $(serve_options)

install: ## Install into .venv; afterwards .venv/bin/loomline exists
	@.ci/install runtime

dev:
	@.ci/install dev

test: dev ## Run all tests (ARGS are given to pytest)
	@.ci/browser
	@.venv/bin/pytest -q $(ARGS)

quick: dev ## Run the tests that need less than a minute
	@.venv/bin/pytest -q -m "not slow and not browser" $(ARGS)

check: dev ## Format, lint, types, contracts, spelling, locks, canvas, sizes
	@$(MAKE) --no-print-directory --keep-going format lint types contracts spelling locks canvas sizes

format:
	@echo "== format"
	@.venv/bin/ruff format --check --quiet . || { .venv/bin/ruff format --check .; exit 1; }

lint:
	@echo "== lint"
	@.venv/bin/ruff check --quiet .

types:
	@echo "== types"
	@.venv/bin/pyright

contracts:
	@echo "== contracts"
	@.venv/bin/lint-imports --no-cache

spelling:
	@echo "== spelling"
	@.venv/bin/codespell

locks:
	@echo "== locks"
	@.ci/locks check

canvas:
	@echo "== canvas"
	@.ci/canvas check

sizes:
	@echo "== sizes"
	@.venv/bin/pytest -q tests/test_sizes.py

fmt: dev ## Write the code in its canonical form
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

bench: dev ## Measure, each figure beside a baseline measured in the same run
	@PYTHON=.venv/bin/python .ci/install bench
	@.venv/bin/python -m tests.bench $(ARGS)

shots: dev ## Take pictures of the main screens into a temporary folder
	@.ci/browser
	@.venv/bin/python -m tests.shots $(ARGS)

lock: dev ## Write the locks anew after a change of dependencies (what is pinned stays)
	@.ci/locks write

upgrade: dev ## Write the locks anew with the newest versions
	@UPGRADE=yes .ci/locks write

hooks: dev ## Check every commit before it is made
	@.venv/bin/pre-commit install --install-hooks --hook-type pre-commit --hook-type pre-push
