"""The database of this machine: SQLite unless `DATABASE_URL` names a PostgreSQL."""

from pathlib import Path

SQLITE_OPTIONS = {
    # A writer takes its lock when the transaction opens, so that two writers queue instead of failing midway.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;",
}


def database_from(env, var_dir: Path) -> dict:
    """Django's database settings from the environment; SQLite comes with WAL and a 20 s busy timeout."""
    settings = env.db_url("DATABASE_URL", default=f"sqlite:///{var_dir / 'db.sqlite3'}")
    if settings["ENGINE"].endswith("sqlite3"):
        settings["OPTIONS"] = SQLITE_OPTIONS | settings.get("OPTIONS", {})
    # Opening SQLite costs more than most requests: its write-ahead log is looked over each time.
    settings.setdefault("CONN_MAX_AGE", 60)
    return settings
