"""The triggers by which the database itself notes, for each index of the cluster, what documents changed.

In the transaction that changes them, whatever the code that does it: so nothing is missed by a crash or a bulk write.
"""

from typing import Any

from search.index.schema import KEPT, TABLE

CHANGES = "portal_search_clusterchange"
INDEXES = "portal_search_clusterindex"
NAME = "portal_search_cluster"
EVENTS = {"insert": "INSERT", "delete": "DELETE", "update": f"UPDATE OF {', '.join(KEPT)}"}


def create(schema_editor: Any) -> None:
    """Add the triggers, in SQLite or PostgreSQL."""
    for statement in CREATED[schema_editor.connection.vendor]():
        schema_editor.execute(statement, params=None)


def drop(schema_editor: Any) -> None:
    """Take the triggers away."""
    for statement in DROPPED[schema_editor.connection.vendor]():
        schema_editor.execute(statement, params=None)


def _noting(row: str) -> str:
    return f"INSERT INTO {CHANGES}(index_id, document) SELECT id, {row}.id FROM {INDEXES};"


def _sqlite() -> list[str]:
    rows = {"insert": "new", "delete": "old", "update": "new"}
    return [
        f"CREATE TRIGGER {NAME}_{name} AFTER {event} ON {TABLE} BEGIN {_noting(rows[name])} END"
        for name, event in EVENTS.items()
    ]


def _postgresql() -> list[str]:
    gone = f"IF TG_OP = 'DELETE' THEN {_noting('OLD')} RETURN OLD; END IF;"
    follow = f"""CREATE FUNCTION {NAME}_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        {gone} {_noting("NEW")} RETURN NEW; END $$"""
    return [
        follow,
        *(
            f"CREATE TRIGGER {NAME}_{name} AFTER {event} ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {NAME}_note()"
            for name, event in EVENTS.items()
        ),
    ]


def _dropped_from_sqlite() -> list[str]:
    return [f"DROP TRIGGER {NAME}_{name}" for name in EVENTS]


def _dropped_from_postgresql() -> list[str]:
    return [*(f"DROP TRIGGER {NAME}_{name} ON {TABLE}" for name in EVENTS), f"DROP FUNCTION {NAME}_note"]


CREATED = {"sqlite": _sqlite, "postgresql": _postgresql}
DROPPED = {"sqlite": _dropped_from_sqlite, "postgresql": _dropped_from_postgresql}
