"""The integrators' guide: every sample in it is run, with the real curl, against a real server."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from tests.headless.content import KEY

GUIDE = (Path(settings.BASE_DIR) / "docs" / "how-to" / "integrar.md").read_text(encoding="utf-8")
WRITTEN_FOR = "http://127.0.0.1:8000"
WITH_KEY = os.environ | {"AIJA_CLAVE": KEY}
pytestmark = pytest.mark.xdist_group("processes")
SAMPLES = [(code, int(status or 200)) for status, code in re.findall(r"```sh(?: status=(\d+))?\n(.+?)```", GUIDE, re.S)]


def run(sample: str, server: str) -> tuple[str, int]:
    """What the sample's last curl answers and its status."""
    head, _curl, arguments = sample.strip().replace(WRITTEN_FOR, server).rpartition("\ncurl ")
    arguments = arguments.removeprefix("curl ")
    command = f"{head}\ncurl --silent --show-error --write-out '\\n%{{http_code}}' {arguments}"
    done = subprocess.run(["bash", "-euc", command], capture_output=True, text=True, timeout=60, env=WITH_KEY)
    assert done.returncode == 0, done.stderr
    answer, _line, status = done.stdout.rpartition("\n")
    return answer, int(status)


def test_the_guide_has_samples_for_every_part():
    assert len(SAMPLES) >= 12
    assert sorted({status for _sample, status in SAMPLES}) == [200, 304, 400, 401, 404]


@pytest.mark.parametrize(("sample", "status"), SAMPLES, ids=[sample.splitlines()[-1][-40:] for sample, _ in SAMPLES])
def test_a_sample_answers_as_the_guide_says(sample, status, api_server):
    answer, answered = run(sample, api_server)
    assert answered == status
    if status == 304:
        assert answer == ""
    elif "--head " in sample:
        assert "content-type: application/json" in answer.lower()
    else:
        content = json.loads(answer)
        assert content.get("items") != [], "a sample that finds nothing teaches nothing"


def test_the_error_shown_is_the_one_that_is_answered(api_server):
    sample, shown = re.search(r"```sh status=400\n([^`]+)```\n\n```json\n(.+?)```", GUIDE, re.S).groups()
    answered, told = json.loads(run(sample, api_server)[0]), json.loads(shown)
    assert told.keys() == answered.keys()
    assert {name: told[name] for name in told if name != "allowed"} == {
        name: answered[name] for name in answered if name != "allowed"
    }


def test_the_guide_names_every_parameter(api_server):
    listing = json.loads(run(f"curl {WRITTEN_FOR}/api/v1/openapi.json", api_server)[0])["paths"]["/api/v1/news"]
    for parameter in listing["get"]["parameters"]:
        name, _sep, bound = parameter["name"].partition("__")
        assert f"`{name}`" in GUIDE or f"`{name}__{bound}`" in GUIDE or f"`{name}__" in GUIDE
