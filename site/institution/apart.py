"""Opening what people upload in a process of its own: any file may be broken, endless or malicious."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def told_apart(program: Path, *arguments: str | Path, seconds: float) -> dict[str, Any]:
    """What `program` (a file of ours that bounds its own memory and processor) told in JSON, one object.

    `{"state": "too_heavy"}` when it took longer than `seconds` or was stopped, `{"state": "broken"}` when it fell.
    """
    command = [sys.executable, "-I", str(program), *map(str, arguments)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our program
    except subprocess.TimeoutExpired:
        return {"state": "too_heavy"}
    try:
        return json.loads(done.stdout)
    except ValueError:  # it fell, or ran out of what it may use
        return {"state": "too_heavy" if done.returncode < 0 else "broken"}
