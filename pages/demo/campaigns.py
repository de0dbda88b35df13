"""The demonstration campaigns: one to come, two that run, one that ended, each with what was spread of it."""

import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils.timezone import localdate

from institution.models import District, InstitutionImage, OrganicUnit, User
from pages.demo.files import drawn_image, text_document, tone_document
from pages.models import (
    CampaignChannel,
    CampaignIndexPage,
    CampaignMessage,
    CampaignPage,
    CampaignPartner,
    CampaignPiece,
    DiffusionEntry,
    NewsPage,
    Topic,
)

DATA = Path(__file__).parent / "campaigns.toml"
PLAIN = ("slug", "title", "slogan", "summary", "objective", "audience", "locality")
RESULTS = ("reach", "attendance", "materials_given", "results_source", "closing_note")
CREDIT = "Ilustración: OII-MPA (demostración)"


def load_campaigns(*, by: User, at: datetime) -> None:
    """Publish the campaigns, put their notes under them and record what was spread."""
    today = localdate(at)
    for data in tomllib.loads(DATA.read_text(encoding="utf-8"))["campaigns"]:
        campaign = _draft(data, by, today)
        campaign.save_revision(user=by).publish(user=by, skip_permission_checks=True)
        _gather(campaign, data["notes"], by)
        _spread(campaign, data["spread"], by, today)


def _draft(data: dict[str, Any], by: User, today: date) -> CampaignPage:
    campaign = CampaignPage(
        **{name: data[name] for name in PLAIN},
        **{name: data[name] for name in RESULTS if name in data},
        starts_on=today + timedelta(days=data["starts"]),
        ends_on=today + timedelta(days=data["ends"]),
        unit=OrganicUnit.objects.get(code=data["unit"]),
        district=District.objects.get(ubigeo=data["district"]),
        lead_photo=_picture(data["slug"], data["scene"], data["title"], data["photo_alt"]),
        lead_photo_alt=data["photo_alt"],
        lead_photo_credit=CREDIT,
        body=[{"type": "text", "value": data["body"]}],
        owner=by,
        live=False,
    )
    CampaignIndexPage.objects.get().add_child(instance=campaign)
    _parts(campaign, data)
    campaign.topics.set(Topic.objects.filter(slug__in=data["topics"]))
    campaign.save()
    return campaign


def _parts(campaign: CampaignPage, data: dict[str, Any]) -> None:
    campaign.key_messages.set([CampaignMessage(text=text, sort_order=n) for n, text in enumerate(data["messages"])])
    channels = enumerate(data["channels"].items())
    campaign.channels.set([CampaignChannel(channel=name, detail=words, sort_order=n) for n, (name, words) in channels])
    campaign.partners.set([CampaignPartner(**each, sort_order=n) for n, each in enumerate(data["partners"])])
    campaign.pieces.set([_piece(each, n, campaign.slug) for n, each in enumerate(data.get("pieces", []))])


def _piece(data: dict[str, str], place: int, name: str) -> CampaignPiece:
    """A picture when a scene is named, a sheet when its text is, otherwise a sound."""
    piece = CampaignPiece(format=data["format"], title=data["title"], text=data.get("text", ""), sort_order=place)
    if scene := data.get("scene"):
        piece.image = _picture(f"{name}-{place}", scene, data["title"], data["text"])
    elif text := data.get("document"):
        piece.document = text_document(title=data["title"], text=text)
    else:
        piece.document = tone_document(title=data["title"])
    return piece


def _picture(name: str, scene: str, title: str, alt: str) -> InstitutionImage:
    return drawn_image(name=name, scene=scene, title=title, alt=alt, credit=CREDIT)


def _gather(campaign: CampaignPage, slugs: list[str], by: User) -> None:
    for note in NewsPage.objects.filter(slug__in=slugs):
        note.campaign = campaign
        note.save_revision(user=by).publish(user=by, skip_permission_checks=True)


def _spread(campaign: CampaignPage, rows: list[list[Any]], by: User, today: date) -> None:
    DiffusionEntry.objects.bulk_create(
        DiffusionEntry(
            page=campaign,
            carried_on=today + timedelta(days=days),
            channel=channel,
            quantity=quantity,
            place=place,
            note=note,
            recorded_by=by,
        )
        for days, channel, quantity, place, note in rows
    )
