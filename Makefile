# `make` alone lists what can be done.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
export PYTHONPATH := site:.

.DEFAULT_GOAL := help
.PHONY: help serve test journeys check format requirements messages bench clean

help: ## Esta lista
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.installed-tests: tests/requirements.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

serve: $(VENV)/.installed ## Sirve portal, administración y API en http://127.0.0.1:8000 (PORT=… para cambiarlo)
	@$(MANAGE) serve --port $(PORT)

test: $(VENV)/.installed-tests ## Prepara lo necesario y corre todas las pruebas
	@bash tests/prepare.sh
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(PYTEST_ARGS)

journeys: $(VENV)/.installed-tests ## Solo los recorridos en un navegador real
	@bash tests/prepare.sh
	$(BIN)/python -m pytest tests/journeys $(PYTEST_ARGS)

check: $(VENV)/.installed-tests ## Formato, estilo, tipos, arquitectura y migraciones
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	DJANGO_SETTINGS_MODULE=config.settings.test $(MANAGE) check --fail-level WARNING
	DJANGO_SETTINGS_MODULE=config.settings.test $(MANAGE) makemigrations --check --dry-run
	$(BIN)/python -m pip check

format: $(VENV)/.installed-tests ## Da formato al código
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

requirements: ## Vuelve a compilar los requirements.txt a partir de los .in
	$(PYTHON) -m pip install --quiet uv
	uv pip compile --universal --python-version 3.11 --no-header --no-annotate --upgrade requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --no-header --no-annotate --upgrade tests/requirements.in -o tests/requirements.txt

messages: ## Compila las traducciones (necesita gettext)
	cd site/locale/es/LC_MESSAGES && for d in django djangojs; do msgfmt --check -o $$d.mo $$d.po; done

bench: $(VENV)/.installed-tests ## Mide velocidad y número de consultas
	$(BIN)/python benchmarks/run.py

clean: ## Borra el entorno y los datos locales (¡también la base de datos!)
	rm -rf $(VENV) var
