# Two commands do everything on a fresh machine with Python 3.11+, git and make:
#   make demo   environment, then the sample question over corpus/
#   make test   environment, then format check, lint, strict types, tests
# TORCH_INDEX names a package index to take torch from, see "CPU-only torch" in the README.

PYTHON ?= python3
TORCH_INDEX ?=
BIN := .venv/bin
QUESTION := did Musk talk to Putin regularly?

.PHONY: demo test format lock clean

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 demo"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked packages (a few minutes the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

demo: .venv/installed
	@MUKHOMUKHI_DATA_DIR=$${MUKHOMUKHI_DATA_DIR:-data/demo} $(BIN)/mukhomukhi ask "$(QUESTION)"

test: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -q

format: .venv/installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Resolve pyproject.toml anew in an environment of its own and pin what came out. torch's own
# packages for graphics cards are left out: pip adds those that the chosen build of torch asks for.
lock:
	rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) --editable '.[dev]'
	@echo "# Every package that make demo and make test install, pinned; made by: make lock" > requirements.lock
	.venv-lock/bin/python -m pip freeze --exclude-editable --disable-pip-version-check \
	  | sed -e '/^nvidia-/d' -e '/^triton==/d' -e 's/^\(torch==[0-9.]*\).*/\1/' -e "s/^\(uvloop==.*\)/\1 ; sys_platform != 'win32'/" \
	  >> requirements.lock
	rm -rf .venv-lock

clean:
	rm -rf .venv data/demo
