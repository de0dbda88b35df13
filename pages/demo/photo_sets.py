"""The demonstration's set of photos: most are told, one awaits an authorisation and one its alternative text."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from institution.enums import Consent, PeopleShown
from institution.models import InstitutionImage, User
from pages.actions.photo_sets import create_set
from pages.actions.prepare_pictures import prepare_set_soon
from pages.demo.files import CREDIT, drawn_image
from pages.models import NewsPage, SetPhoto

DATA = Path(__file__).with_suffix(".toml")


def load_photo_sets(*, by: User, at: datetime) -> None:
    """Make the set, on the note that it belongs to if that is here."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    page = NewsPage.objects.filter(slug=data["page"]).first()
    made = create_set(name=data["name"], page=page, taken_on=data["taken_on"], place=data["place"], by=by, at=at)
    for order, row in enumerate(data["photos"], 1):
        image = _image(row, f"{data['name']} · {order}", data)
        InstitutionImage.objects.filter(pk=image.pk).update(collection=made.collection, uploaded_by_user=by)
        SetPhoto.objects.create(photo_set=made, image=image, sort_order=order)
    prepare_set_soon(made)


def _image(row: dict[str, Any], title: str, data: dict[str, Any]) -> InstitutionImage:
    image = drawn_image(name=slugify(title), scene=row["scene"], title=title, alt=row["alt"], credit=CREDIT)
    image.caption, image.place, image.taken_on = row["caption"], data["place"], data["taken_on"]
    image.people_shown = row.get("people_shown", PeopleShown.CROWD)
    image.consent = row.get("consent", Consent.NOT_NEEDED)
    image.save()
    return image
