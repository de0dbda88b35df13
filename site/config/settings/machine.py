"""Where this is installed, what it writes to, and the address that people know it by."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[3]
SITE_DIR = BASE_DIR / "site"

env = environ.Env()
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)
PUBLIC_URL = env.str("PUBLIC_URL", default="http://127.0.0.1:8000")
