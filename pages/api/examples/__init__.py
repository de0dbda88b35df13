"""What the API answers, for its document: a file for each resource, taken from the demonstration and shortened."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def example(name: str) -> Callable[[], Any]:
    """Reads the example of that name when it is asked for."""
    return lambda: json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
