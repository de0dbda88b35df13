"""What the embedded index keeps: each thing that can be found, as terms, and the words that anybody can read."""

from django.db import models

# The weighted columns, from what tells most about a thing to what tells least.
COLUMNS = ("title", "summary", "headings", "tags", "body", "attachments")


class IndexedDocument(models.Model):
    """A thing that can be found. Each column has the terms of its text in order, separated by blanks.

    The database's own full-text index (FTS5, tsvector) follows these rows by triggers (search/index/schema.py).
    """

    # The small columns come first: SQLite reads a row from its beginning, and the texts are long.
    kind = models.CharField(max_length=100, help_text="Label of the model, such as `pages.newspage`.")
    object_id = models.BigIntegerField()
    open = models.BooleanField(default=False, help_text="Whether its words count in the vocabulary of everybody.")
    moment = models.BigIntegerField(null=True, help_text="When it was published, in seconds since 1970 UTC.")
    facets = models.TextField(blank=True, help_text="`name:value` pairs separated by blanks.")
    title = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    headings = models.TextField(blank=True)
    tags = models.TextField(blank=True)
    body = models.TextField(blank=True)
    attachments = models.TextField(blank=True)
    prefixes = models.TextField(blank=True, help_text="Folded words of the title, for completions.")
    excerpt = models.TextField(blank=True, help_text="Its plain text, from which snippets are cut.")
    words = models.TextField(blank=True, help_text="Its different words, in lower case.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_indexed_once")]
        indexes = [
            models.Index(fields=["open"], name="search_indexed_open"),
            models.Index(fields=["id", "kind", "object_id", "moment", "facets"], name="search_indexed_narrow"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class IndexedWord(models.Model):
    """A word as it is written in what anybody can read, with the number of documents that have it."""

    text = models.CharField(max_length=60, unique=True)
    folded = models.CharField(max_length=60)
    bare = models.CharField(max_length=60, db_index=True, help_text="Folded, with n for ñ.")
    stem = models.CharField(max_length=60, db_index=True)
    sound = models.CharField(max_length=60, db_index=True)
    documents = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(documents__gte=0), name="search_word_documents")]

    def __str__(self) -> str:
        return self.text
