"""Publicity that the period found published is listed and withdrawn together."""

from datetime import date

from django.urls import reverse

from institution.enums import Role
from pages.models import NewsPage, Withdrawal
from tests.factories.institution import RestrictionPeriodFactory
from tests.factories.pages import published_piece
from tests.factories.publicity import FOUNDED
from tests.pages.desk import sign_in


def test_publicity_found_by_the_period_is_listed_and_withdrawn_together(tree, client):
    old = [published_piece(NewsPage, is_publicity=True), published_piece(NewsPage, is_publicity=True)]
    service = published_piece(NewsPage)
    period = RestrictionPeriodFactory(starts_on=date(2026, 1, 8))
    founded = published_piece(NewsPage, **FOUNDED)
    head = sign_in(Role.HEAD)
    address = reverse("publicidad:earlier", args=[period.pk])
    page = head.get(address).content.decode()
    assert [f'value="{piece.pk}"' in page for piece in (*old, service, founded)] == [True, True, False, False]
    head.post(address, {"page": ["x", "9" * 30, service.pk]})
    assert not Withdrawal.objects.exists()
    head.post(address, {"page": [piece.pk for piece in old]})
    assert [client.get(piece.url).status_code for piece in (*old, service, founded)] == [410, 410, 200, 200]
    assert set(Withdrawal.objects.values_list("reason", flat=True)) == {"restriction"}
