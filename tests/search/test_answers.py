"""Special answers: whatever room offers them, and whatever one of them does."""

from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from search import answers
from search.answers import Answer, answers_for, offer

NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)


@pytest.fixture
def nobody_else(monkeypatch):
    monkeypatch.setattr(answers, "PROVIDERS", [])


def test_a_provider_that_fails_leaves_the_others_and_the_search_alone(nobody_else, caplog):
    def broken(words, at, request):
        raise ValueError("roto")

    def working(words, at, request):
        return [Answer(title=words, text="", url="/", kind="Prueba")]

    for provider in (broken, working, working):
        offer(provider)
    request = RequestFactory().get("/buscar/")
    assert [each.title for each in answers_for("agua", NOW, request)] == ["agua"]
    assert "broken" in caplog.text
    assert answers_for("", NOW, request) == []
