"""The full-text index of each database, and the triggers by which it follows the table of documents by itself."""

from typing import Any

from search.models.index import COLUMNS

TABLE = "portal_search_indexeddocument"
FTS = "portal_search_fts"
# The index that has the small columns of a document.
NARROW = "search_indexed_narrow"
# Terms come cut, folded and stemmed: the tokenizer only has to leave them whole.
TOKENIZER = """tokenize = "unicode61 remove_diacritics 0 tokenchars '-.=^' " """
KEPT = (*COLUMNS, "prefixes")
LISTED = ", ".join(KEPT)
# PostgreSQL weighs by four labels.
LABELS = {
    "title": "A",
    "summary": "B",
    "tags": "B",
    "headings": "C",
    "body": "D",
    "attachments": "D",
    "prefixes": "A",
}


def create(schema_editor: Any, *, table: str = TABLE) -> None:
    """Add the full-text index to the table of documents, in SQLite or PostgreSQL."""
    for statement in STATEMENTS[schema_editor.connection.vendor](table):
        schema_editor.execute(statement, params=None)


def drop(schema_editor: Any) -> None:
    """Take the full-text index away; the table of documents stays."""
    for statement in DROPS[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def _sqlite(table: str) -> list[str]:
    new, old = (", ".join(f"{row}.{column}" for column in KEPT) for row in ("new", "old"))
    put = f"INSERT INTO {FTS}(rowid, {LISTED}) VALUES (new.id, {new});"
    remove = f"INSERT INTO {FTS}({FTS}, rowid, {LISTED}) VALUES ('delete', old.id, {old});"
    return [
        f"CREATE VIRTUAL TABLE {FTS} USING fts5({LISTED}, content='{table}', content_rowid='id', {TOKENIZER})",
        f"CREATE TRIGGER {FTS}_insert AFTER INSERT ON {table} BEGIN {put} END",
        f"CREATE TRIGGER {FTS}_delete AFTER DELETE ON {table} BEGIN {remove} END",
        f"CREATE TRIGGER {FTS}_update AFTER UPDATE OF {LISTED} ON {table} BEGIN {remove} {put} END",
    ]


def _postgresql(table: str) -> list[str]:
    vector = " || ".join(f"{FTS}_terms(NEW.{column}, '{label}')" for column, label in LABELS.items())
    return [
        f"ALTER TABLE {table} ADD COLUMN vector tsvector",
        f"""CREATE FUNCTION {FTS}_terms(terms text, weight text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
            SELECT coalesce(string_agg(
                quote_literal(left(term, 200)) || ':' || least(place, 16383) || weight, ' '), '')::tsvector
            FROM unnest(string_to_array(terms, ' ')) WITH ORDINALITY AS said(term, place)
            WHERE term <> '' AND place < 40000 $$""",
        f"""CREATE FUNCTION {FTS}_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            NEW.vector := {vector};
            RETURN NEW; END $$""",
        f"""CREATE TRIGGER {FTS}_follow BEFORE INSERT OR UPDATE OF {LISTED} ON {table}
            FOR EACH ROW EXECUTE FUNCTION {FTS}_follow()""",
        f"CREATE INDEX {FTS}_vector ON {table} USING gin (vector)",
    ]


STATEMENTS = {"sqlite": _sqlite, "postgresql": _postgresql}
DROPS = {
    "sqlite": [*(f"DROP TRIGGER {FTS}_{name}" for name in ("insert", "delete", "update")), f"DROP TABLE {FTS}"],
    "postgresql": [
        f"DROP TRIGGER {FTS}_follow ON {TABLE}",
        f"DROP FUNCTION {FTS}_follow",
        f"ALTER TABLE {TABLE} DROP COLUMN vector",
        f"DROP FUNCTION {FTS}_terms",
    ],
}
