# What a newcomer and the checks need; each target sets up what it uses.
#   make demo     the main job: a comparison, a report, a citation
#   make test     everything the tests need, and the tests
#   make lint     style, types and the rules on imports
#   make rules    the sample library, anew from the gazettes (GAZETTES=folder)
#   make golden   the expected outputs, anew; look at the difference in git
#   make clean    removes what the targets made

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
GAZETTES ?= ../shared/gazettes
# The files that `make rules` writes carry this day, so that making them again changes nothing.
RULES_DAY ?= 2026-11-21

OLD := examples/南阳市人民政府工作规则（构拟旧版）.txt
REPORT := examples/修订对照.html

.PHONY: help demo test lint rules golden clean browser

help:
	@sed -n 's/^#   //p' Makefile

# Debian packs the module venv apart from Python; where it is missing, apt has it.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else 0'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { $(SUDO) apt-get update -q && $(SUDO) apt-get install -qy python3-venv; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.package: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.package pyproject.toml
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/.lint: $(VENV)/.test pyproject.toml
	$(BIN)/python -m pip install --quiet --group lint
	@touch $@

demo: $(VENV)/.package
	@echo '$$ gazette-diff diff "$(OLD)" 工作规则'
	@$(BIN)/gazette-diff diff "$(OLD)" 工作规则 --no-pager || [ $$? = 1 ]
	@echo
	@echo '$$ gazette-diff diff "$(OLD)" 工作规则 -o $(REPORT)'
	@$(BIN)/gazette-diff diff "$(OLD)" 工作规则 -o $(REPORT) || [ $$? = 1 ]
	@ls -l $(REPORT)
	@echo
	@echo '$$ gazette-diff cite 工作规则 第四十四条第一款第（三）项'
	@$(BIN)/gazette-diff cite 工作规则 第四十四条第一款第（三）项

# Chromium and Chinese fonts for the tests of the HTML report, LibreOffice for those of Word files.
browser:
	@missing=; \
	command -v chromium >/dev/null || missing="chromium"; \
	command -v soffice >/dev/null || missing="$$missing libreoffice-writer-nogui"; \
	fc-list :lang=zh 2>/dev/null | grep -q . || missing="$$missing fonts-noto-cjk fontconfig"; \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update -q && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing; \
	fi

# Coverage is measured without the real regulations, which take twice as long with it.
test: $(VENV)/.test browser
	$(BIN)/pytest tests/corpus
	$(BIN)/pytest --cov --cov-report=term --ignore=tests/corpus $(ARGS)

# All four are run, whichever fails.
lint: $(VENV)/.lint
	@status=0; \
	for check in "ruff check ." "ruff format --check ." "mypy" "lint-imports"; do \
	  echo "$$check"; $(BIN)/$$check || status=1; \
	done; \
	exit $$status

# A # in a variable would begin a comment.
HASH := \#
# $(call rule,beginning of the gazette's file name,title,day of signature)
rule = mkdir -p "rules/$(2)"; \
  $(BIN)/gazette-diff parse "$$(ls "$(GAZETTES)"/$(1)*.txt)$(HASH)$(2)" --format xml -o "rules/$(2)/$(3).xml"

# $(call known,day,document number): a version of the 工作规则 whose text is not at hand
known = $(BIN)/gazette-diff --library rules add --yes --not-held 南阳市人民政府工作规则 \
  --date $(1) --number $(2)

rules: export SOURCE_DATE_EPOCH = $(shell date -u -d $(RULES_DAY) +%s)
rules: $(VENV)/.package
	$(call rule,000,南阳市人民政府工作规则,2023-04-16)
	$(call rule,002,南阳市政府投资项目管理实施办法,2023-05-18)
	$(call rule,002,南阳市数字政府和新型智慧城市项目建设管理暂行办法,2023-04-23)
	rm -f rules/index.json rules/南阳市人民政府工作规则/20[12][0478]-*.xml
	$(BIN)/gazette-diff init rules
	$(call known,2014-08-05,宛政〔2014〕43号)
	$(call known,2017-08-30,宛政〔2017〕27号)
	$(call known,2020-07-22,宛政〔2020〕12号)

golden: $(VENV)/.test browser
	$(BIN)/pytest --update-golden $(ARGS)
	@git status --short tests/golden

clean:
	rm -rf $(VENV) build dist htmlcov .coverage* .pytest_cache .mypy_cache .ruff_cache $(REPORT)
