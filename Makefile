# make run   sets everything up, then starts the service and a FHIR server with sample patients
# make test  sets everything up, then runs every check
# make shadow BASE=<git revision>  tells which stories and patients change sides between that revision and the working tree
# Needs Python 3.11 or later and make, nothing else. All it installs goes into $(VENV).
# Tests that need more (Node 20, Java 17 with Maven, PostgreSQL) say how many were skipped and why. `make test-hapi` runs those against
# HAPI FHIR and skips nothing; `make ci-tools` installs what is missing, from Debian's packages, for root.

PORT         ?= 8000
SANDBOX_PORT ?= 8090
SITE         ?= deploy/sites/development.toml
VENV         ?= .venv
UV_VERSION   := 0.13.9

# The first interpreter that runs and is new enough: a name on the PATH may be a shim without a Python behind it.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	$$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$name && break; done)

BIN       := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PACKAGES  := plugin fhir_profiles cds_hooks

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test format lock clean test-hapi ci-tools bench pages definitions shadow sbom audit \
	image image-base manifests release

help:
	@sed -n '1,4s/^# //p' Makefile

setup: $(INSTALLED)

# Only a change of the locks or of pyproject.toml installs again.
$(INSTALLED): requirements-dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or later found. Name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

run: $(INSTALLED)
	@$(BIN)/python deploy/sandbox/run.py --site $(SITE) --port $(PORT) --sandbox-port $(SANDBOX_PORT)

test: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(PACKAGES) tests deploy/sandbox deploy/supply deploy/image deploy/kubernetes docs
	$(BIN)/lint-imports
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml $(PACKAGES) deploy
	$(BIN)/pytest $(PYTEST_ARGS)

format: $(INSTALLED)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The locks from pyproject.toml. The runtime locks, without and with traces, are subsets of the development lock: same versions,
# fewer packages.
UV_COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"
lock:
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	$(UV_COMPILE) $(UV_ARGS) --extra dev --output-file requirements-dev.txt pyproject.toml
	$(UV_COMPILE) --constraint requirements-dev.txt --output-file requirements.txt pyproject.toml
	$(UV_COMPILE) --constraint requirements-dev.txt --extra otel --output-file requirements-otel.txt pyproject.toml
	$(UV_COMPILE) --constraint requirements-dev.txt --group image --output-file requirements-image.txt

# What is shipped, package by package, as CycloneDX: sbom.cdx.json.
sbom: $(INSTALLED)
	@$(BIN)/python deploy/supply/sbom.py

# Whether a package of the runtime lock is known to be vulnerable. Where the database cannot be reached it says so, and passes.
audit: $(INSTALLED)
	@$(BIN)/python deploy/supply/audit.py

# What is published, from what is committed, into dist/; the image too, where one can be built: BASE and WHEELS as for `make image`.
release: $(INSTALLED)
	@$(BIN)/python -m deploy.supply.release $(RELEASE_ARGS)

# The image, by Buildah, Podman or Docker (BUILDER says which): make image [TAG=name] [BASE=python:3.11-slim@sha256:...]
# [LOCK=requirements-otel.txt]. WHEELS=1 fetches the packages with this machine's pip first, so that the build asks no registry.
image: $(INSTALLED)
	@$(BIN)/python deploy/image/build.py --tag $(or $(TAG),spinal-tumour-cds) --base $(or $(BASE),python:3.11-slim) \
		--lock $(or $(LOCK),requirements.txt) $(if $(WHEELS),--wheels)

# A base for it where no registry of images is at hand, from Debian's archive; for root: make image-base [TAG=name]
image-base:
	@deploy/image/debian.sh $(or $(TAG),localhost/python:3.11)

clean:
	rm -rf $(VENV) build dist sbom.cdx.json *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# The clinicians' pages, the FHIR definitions, the pages of the protocol's rows, the settings and the metrics, and the references, from
# what they are declared in. `make test` refuses stale ones.
pages: definitions
	@$(BIN)/python -m docs.pages
	@$(BIN)/python -m docs.rows
	@$(BIN)/python -m docs.settings
	@$(BIN)/python -m docs.metrics
	@$(BIN)/python -m docs.references

definitions: $(INSTALLED)
	@$(BIN)/python -m docs.definitions

# The alert rules once more, for a cluster with the Prometheus operator.
manifests: $(INSTALLED)
	@$(BIN)/python -m deploy.kubernetes.prometheus_rule

# Outcomes, states and holds; changes are shown, not judged. SHADOW_ARGS=--json for a program.
shadow: $(INSTALLED)
	@test -n "$(BASE)" || { echo "Compared with which revision? make shadow BASE=HEAD" >&2; exit 1; }
	@$(BIN)/python -m docs.shadow "$(BASE)" $(SHADOW_ARGS)

# What is missing here is a failure, for nobody asks for this by accident. TESTS_COMPLETE: tests/support/installed.py.
test-hapi: $(INSTALLED)
	TESTS_COMPLETE=1 $(BIN)/pytest tests/servers -m 'hapi or validator' $(PYTEST_ARGS)

ci-tools:
	@.ci/tools

# Times and ratios of one run on this machine, into docs/explanation/speed.md. Nothing is asserted.
bench: $(INSTALLED)
	@$(BIN)/python -m tests.benchmarks
