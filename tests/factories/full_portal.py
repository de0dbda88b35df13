"""A portal with each type of element that the API tells, and in each all that its type may hold."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page

from headless.images import CUTS
from institution.enums import SocialNetwork
from institution.models import District, InstitutionDocument, InstitutionImage, OrganicUnit
from pages.actions.social_reports import Figures, report_metrics
from pages.enums import WorkStage
from pages.models import (
    Alert,
    Attachment,
    BulletinNote,
    CampaignChannel,
    CampaignMessage,
    CampaignPage,
    CampaignPartner,
    CampaignPiece,
    ConsortiumMember,
    Correction,
    DiffusionEntry,
    EventProducer,
    GuidanceChannel,
    GuidanceQuestion,
    GuidanceRequirement,
    LegalBasis,
    MaterialCredit,
    MaterialPage,
    NewsPage,
    Presentation,
    ProgrammedPoint,
    PublicWorkPage,
    RelatedNote,
    Review,
    StandardPage,
    Topic,
    WorkExtension,
    WorkPhoto,
)
from tests.factories.bodies import every_block
from tests.factories.campaigns import published_campaign
from tests.factories.events import FAIR_OPENS, published_event
from tests.factories.guidance import published_guidance
from tests.factories.institution import DistrictFactory, DocumentFactory, OrganicUnitFactory
from tests.factories.materials import ready_to_publish
from tests.factories.pages import draft_piece, published_note, site_tree, topic
from tests.factories.photo_sets import photo_set, told_image
from tests.factories.social_kits import approved, kit_of
from tests.factories.works import NOW, advance, published_work

DAY, RUC = date(2026, 3, 2), "20131312955"


@dataclass(frozen=True)
class Around:
    """What every piece shows and names."""

    unit: OrganicUnit
    district: District
    image: InstitutionImage
    document: InstitutionDocument
    body: list[dict[str, Any]]

    @property
    def shared(self) -> dict[str, Any]:
        """The fields that all types have."""
        words = {"lead_photo_alt": "Un cerro", "lead_photo_caption": "El cerro", "lead_photo_credit": "Archivo"}
        places = {"unit": self.unit, "district": self.district, "locality": "Plaza de Armas"}
        return words | places | {"lead_photo": self.image, "body": self.body, "topics": [topic("Obras")]}


def full_portal() -> None:
    """Make it. Of two notes related to each other, the newest is part of the campaign and of the work."""
    around = _around()
    campaign, work = _campaign(around), _work(around)
    gathered = {"campaign": campaign, "work": work}
    other, note = _note(around), _note(around, **gathered)
    RelatedNote.objects.bulk_create([RelatedNote(page=note, note=other), RelatedNote(page=other, note=note)])
    pieces = [campaign, work, note, other, _event(around, **gathered), _material(around, note, **gathered),
              _guidance(around)]  # fmt: skip
    for page in [*pieces, _standing(around)]:
        Correction.objects.create(page=page, made_on=DAY, text="Decía «12»; debe decir «13».")
    for piece in pieces:
        Attachment.objects.create(page=piece, document=around.document, title="Anexo")
    _alert(around, note)
    _kit(note)
    Page.objects.update(first_published_at=NOW)  # so that a list of all types mixes them


def _around() -> Around:
    site_tree()
    told = {"functions": "Obras.", "email": "obras@example.test", "phone": "043 000000"}
    unit = OrganicUnitFactory(code="GIDT", parent=OrganicUnitFactory(code="GM"), **told)
    image = _picture()
    Topic.objects.filter(pk=topic("Obras").pk).update(description="Lo que se construye.")
    document = DocumentFactory(title="Acta")
    return Around(unit, DistrictFactory(), image, document, _body(image))


def _picture() -> InstitutionImage:
    """With all its words, and one of its sizes cut."""
    image = told_image(caption="El cerro", place="Aija", taken_on=DAY, dominant_colour="#336699")
    image.get_rendition(CUTS["card"])
    return image


def _body(image: InstitutionImage) -> list[dict[str, Any]]:
    """Each kind of block; the video has its own captions. The newest pictures are those of the set, with all words."""
    blocks = every_block()
    captions = DocumentFactory(file=ContentFile(b"WEBVTT\n\n00:00.000 --> 00:01.000\nHola", name="video.vtt"))
    video = DocumentFactory(file=ContentFile(b"video", name="video.mp4"), captions=captions)
    silent = {"captions": None, "no_speech": False, "description": "Vecinas"}
    shown = {"title": "Audiencia", "file": video.pk, "poster": image.pk} | silent
    gallery = {"title": "", "photo_set": photo_set(*(_picture() for _each in range(2))).pk}
    return [*blocks, {"type": "video_file", "value": shown}, {"type": "photo_set", "value": gallery}]


def _note(around: Around, **gathered: Any) -> NewsPage:
    told = {"kicker": "Riego", "event_date": DAY, "author_credit": "OII", "press_contact": "prensa@example.test"}
    return published_note(tags=["riego"], **told, **gathered, **around.shared)


def _campaign(around: Around) -> CampaignPage:
    ended = {"starts_on": DAY, "ends_on": DAY, "reach": 10, "results_source": "Conteo", "closing_note": "Bien."}
    piece = {"format": "poster", "title": "Afiche", "text": "Un cerro"}
    parts = {
        "key_messages": [CampaignMessage(text="Separe sus residuos.")],
        "channels": [CampaignChannel(channel="radio", detail="Tres avisos")],
        "partners": [CampaignPartner(name="Posta", contribution="Brigadas", url="https://example.test/")],
        "pieces": [CampaignPiece(image=around.image, **piece), CampaignPiece(document=around.document, **piece)],
    }
    campaign = published_campaign(parts=parts, slogan="Aija limpia", **ended, **around.shared)
    DiffusionEntry.objects.create(page=campaign, channel="loudspeaker", carried_on=DAY, quantity=12)
    return campaign


def _work(around: Around) -> PublicWorkPage:
    said = {"infobras_code": "1234", "funding_source": "Canon", "resident": "Ingeniera", "supervisor": "Consorcio"}
    paid = {"viable_amount": "10.00", "updated_amount": "12.00", "contractor": "Consorcio", "contractor_ruc": RUC}
    days = dict.fromkeys(("planned_start", "planned_end", "started_on", "ended_on"), DAY)
    point = {"latitude": "-9.78028", "longitude": "-77.61056"}
    work = published_work(stage=WorkStage.EXECUTION, **said, **paid, **days, **point, **around.shared)
    ConsortiumMember.objects.create(work=work, name="Empresa", ruc=RUC, share=50)
    WorkExtension.objects.create(work=work, days=3, norm="R. 1", approved_on=DAY, new_end=DAY)
    ProgrammedPoint.objects.create(work=work, on=DAY, physical=50)
    WorkPhoto.objects.create(work=work, moment="before", image=around.image, alt="Antes")
    for month in (3, 4):
        advance(work, date(2026, month, 2), 10 * month, note="Zanjas", photos=[(around.image, "Zanja")])
    return work


def _event(around: Around, **gathered: Any) -> Any:
    told = {"contact": "OII", "partners": "UGEL", "outcome": "Vinieron.", "price": "S/ 5", "address": "Jirón 1"}
    where = {"latitude": "-9.78028", "longitude": "-77.61056", "virtual_url": "https://example.test/"}
    open_to_all = {"registration_open": True, "capacity": 30, "repeats": "WEEKLY", "repeat_count": 3}
    event = published_event(**told, **where, **open_to_all, **gathered, **around.shared)
    EventProducer.objects.create(page=event, name="Queseras", product="Queso", contact="1", contact_consent=True)
    return event


def _material(around: Around, note: NewsPage, **gathered: Any) -> MaterialPage:
    words = {"transcript": "<p>Se dice.</p>", "text_alternative": "<p>Se ve.</p>", "legal_deposit": "2026-1"}
    made = {"series": "Aija Avanza", "edition_number": 1, "print_run": 100, "printed_on": DAY, "kind": "bulletin"}
    material = draft_piece(MaterialPage, cover=around.image, **words, **made, **gathered, **around.shared)
    material.presentations = [Presentation(label="PDF", document=around.document),
                              Presentation(label="Imagen", image=around.image)]  # fmt: skip
    material.credits = [MaterialCredit(role="Diseño", name="OII")]
    material.bulletin_notes = [BulletinNote(note=note)]
    ready_to_publish(material).save_revision().publish()
    return material


def _guidance(around: Around) -> Any:
    parts = {
        "requirements": [GuidanceRequirement(text="Solicitud", condition="Si es nueva", document=around.document)],
        "channels": [GuidanceChannel(kind="in_person", place="Mesa de partes", hours="8 a 17")],
        "questions": [GuidanceQuestion(question="¿Cuánto tarda?", answer="Un día.")],
        "legal_bases": [LegalBasis(norm="Ley 27444", articles="32", url="https://example.test/")],
    }
    page = published_guidance(parts=parts, **around.shared)
    Review.objects.update_or_create(page=page, defaults={"reviewed_on": DAY, "review_on": date(2027, 3, 2)})
    return page


def _standing(around: Around) -> StandardPage:
    page = StandardPage(title="Historia", slug="historia", intro="De antes", body=around.body)
    site_tree().home.add_child(instance=page).save_revision().publish()
    return page


def _alert(around: Around, note: NewsPage) -> None:
    now = timezone.now()
    lasts = {"starts_at": now - timedelta(hours=1), "ends_at": now + timedelta(days=1)}
    told = {"title": "Lluvias", "text": "No cruce.", "source": "Defensa Civil de ejemplo", "link_page": note}
    alert = Alert(**told, **lasts)
    alert.districts = [around.district]
    alert.save()


def _kit(note: NewsPage) -> None:
    post = approved(kit_of(note, at=NOW).posts.get(network=SocialNetwork.FACEBOOK), at=NOW)
    report_metrics(post=post, day=DAY, figures=Figures(reach=10), at=FAIR_OPENS)
