# make run    sets everything up in .venv and serves the page on the sample corpus at http://localhost:8501
# make test   sets everything up and runs all tests, the browser's included
# make quick  format, lint, types, and the tests that are not slow
# make check  lint, types, layers, docs; of the scripts as well, for which it needs Node
# make eval   our reading of the sample against the gold, with every error, and of reports from abroad
# make bench  the measurements
# make contract  what the scripts and styles are given of dashboard/contract, made anew
# make data   makes the gazetteer and the maps anew from their sources (maintainers)

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
STORE ?= store
# Other inputs than the sample's: make run DATELINE_REPORTS=... DATELINE_GAZETTEER=... DATELINE_REGIONS=...
INPUTS = $(if $(DATELINE_REPORTS),--reports "$(DATELINE_REPORTS)") $(if $(DATELINE_GAZETTEER),--gazetteer "$(DATELINE_GAZETTEER)") \
  $(if $(DATELINE_REGIONS),--regions "$(DATELINE_REGIONS)")
export DATELINE_REPORTS DATELINE_GAZETTEER DATELINE_REGIONS

.PHONY: run test quick check eval bench contract data node clean
.DELETE_ON_ERROR:

run: .venv/run
	$(BIN)/python -m geodata build --out "$(STORE)" $(INPUTS)
	DATELINE_STORE="$(STORE)" DATELINE_WATCH=1 $(BIN)/streamlit run dashboard/server.py --server.port $(PORT)

test: .venv/dev
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m pytest -n 2 --ignore tests/browser
	@# On a busy machine Streamlit now and then loses an answer between two runs of the page: what fails is tried once
	@# more, alone, and what fails twice has failed.
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not timed" tests/browser || \
	  $(BIN)/python -m pytest --last-failed --last-failed-no-failures none -m "not timed" tests/browser
	$(BIN)/python -m pytest -m timed tests/browser

quick: .venv/dev
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -n 2 -m "not slow" --ignore tests/browser

check: .venv/dev node_modules/.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m dashboard.contract --check
	$(BIN)/python -m pytest -q tests/test_docs.py tests/test_house.py tests/test_house_mirror.py \
	  tests/test_seams.py tests/test_docstrings.py
	$(BIN)/python -m geodata check
	npm run --silent lint
	npm run --silent types
	npm run --silent test

eval: .venv/dev
	$(BIN)/python tests/benchmarks/evaluate.py
	PYTHONPATH=.:tests $(BIN)/python tests/benchmarks/abroad.py

bench: .venv/dev
	$(BIN)/python tests/benchmarks/run.py

contract: .venv/dev
	$(BIN)/python -m dashboard.contract

data: .venv/dev
	$(BIN)/python geodata/data/make_gazetteer.py
	$(BIN)/python geodata/data/make_maps.py

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Dateline needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version). Name another with PYTHON=..."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/run: requirements.txt constraints.txt pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

.venv/dev: .venv/run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -c constraints.txt
	touch $@

node: # what nobody needs who only runs Dateline
	@node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' 2>/dev/null && command -v npm >/dev/null || \
	  { echo "make check needs Node 20 or newer with npm, for the scripts: install it from https://nodejs.org."; exit 1; }

node_modules/.stamp: package.json package-lock.json | node
	npm ci --silent --no-audit --no-fund
	touch $@

clean:
	rm -rf .venv node_modules store build *.egg-info
