"""What is said of a picture: whom it shows, whether they agreed, on what terms it may be used."""

import pytest
from django.db import IntegrityError, transaction
from wagtail.images.forms import get_image_multi_form

from institution.enums import Consent, PeopleShown
from institution.models import InstitutionImage
from institution.rules.consent import consent_faults, publication_fault
from tests.factories.institution import DocumentFactory, ImageFactory

MINORS, ADULTS = PeopleShown.MINORS, PeopleShown.ADULTS
EVERYONE = ["", *PeopleShown.values]


@pytest.mark.parametrize("people", EVERYONE)
@pytest.mark.parametrize("consent", Consent.values)
def test_minors_need_given_consent_and_nobody_is_shown_against_their_will(people, consent):
    allowed = consent == Consent.GIVEN or (people != MINORS and consent == Consent.NOT_NEEDED)
    assert (publication_fault(people=people, consent=consent) == "") is allowed


@pytest.mark.parametrize(
    ("consent", "backed", "field"),
    [
        (Consent.NOT_NEEDED, True, "consent"),
        (Consent.GIVEN, False, "authorisation_reference"),
        (Consent.GIVEN, True, None),
        (Consent.PENDING, False, None),
        (Consent.WITHDRAWN, False, None),
    ],
)
def test_what_is_said_of_minors_must_hold_together(consent, backed, field):
    assert next(iter(consent_faults(people=MINORS, consent=consent, backed=backed)), None) == field
    assert consent_faults(people=ADULTS, consent=consent, backed=backed) == {}


@pytest.mark.parametrize(
    "impossible",
    [
        {"people_shown": MINORS},
        {"people_shown": MINORS, "consent": Consent.GIVEN},
        {"people_shown": "ghosts"},
        {"consent": "maybe"},
        {"licence": "mine"},
    ],
)
def test_the_database_refuses_a_picture_that_cannot_be(db, impossible):
    with pytest.raises(IntegrityError), transaction.atomic():
        ImageFactory(**impossible)


def test_a_reference_or_a_document_backs_the_consent_of_minors(db):
    given = {"people_shown": MINORS, "consent": Consent.GIVEN}
    referenced = ImageFactory(**given, authorisation_reference="Carta 12-2026")
    documented = ImageFactory(**given, authorisation_document=DocumentFactory())
    waiting = ImageFactory(people_shown=MINORS, consent=Consent.PENDING)
    assert set(InstitutionImage.objects.publishable()) == {referenced, documented}
    assert list(InstitutionImage.objects.awaiting_consent()) == [waiting]


def form(image, **changes):
    said = {"title": image.title, "licence": image.licence, "consent": image.consent, "collection": image.collection_id}
    return get_image_multi_form(InstitutionImage)(said | changes, instance=image)


def test_the_librarys_form_asks_for_what_a_picture_needs_and_says_why(db):
    faults = form(ImageFactory()).errors
    assert "para quien no puede verlo" in str(faults["description"])
    assert "quién hizo la foto" in str(faults["credit"])
    assert "se reconoce a alguien" in str(faults["people_shown"])


def test_the_form_says_in_its_field_what_an_authorisation_lacks(db):
    words = {"description": "Niñas en un patio", "credit": "Municipalidad", "people_shown": "minors"}
    assert "authorisation_reference" in form(ImageFactory(), **words, consent="given").errors
    assert "consent" in form(ImageFactory(), **words, consent="not_needed").errors
    assert form(ImageFactory(), **words, consent="given", authorisation_reference="Carta 3").is_valid()
