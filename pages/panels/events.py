"""An event's form in tabs: when and where, who may register, who takes part with what they produce."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from pages.panels.pieces import gathered_panel, piece_edit_handler


def event_edit_handler() -> TabbedInterface:
    """The tabs of an event."""
    return piece_edit_handler(
        content=[
            FieldRowPanel([FieldPanel("kind"), FieldPanel("modality")]),
            FieldRowPanel([FieldPanel("price"), FieldPanel("contact")]),
            FieldPanel("partners"),
        ],
        tabs=[
            ObjectList([*_when(), _where()], heading=_("Fechas y lugar")),
            ObjectList(_registration(), heading=_("Inscripción")),
            ObjectList([_producers(), FieldPanel("outcome")], heading=_("Participantes y balance")),
        ],
        promotion=[gathered_panel()],
    )


def _when() -> list:
    return [
        InlinePanel(
            "dates",
            heading=_("Fechas"),
            label=_("Fecha"),
            max_num=60,
            help_text=_("Si ya hay inscritos, use «Postergar» en el menú del evento: así se les avisa con el motivo."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("repeats"), FieldPanel("repeat_every")]),
                FieldPanel("repeat_weekdays"),
                FieldRowPanel([FieldPanel("repeat_nth"), FieldPanel("repeat_month_day")]),
                FieldRowPanel([FieldPanel("repeat_until"), FieldPanel("repeat_count")]),
            ],
            heading=_("Repetición de la primera fecha"),
            classname="collapsed",
        ),
        InlinePanel(
            "date_exceptions",
            heading=_("Días que se suspenden o se mueven"),
            label=_("Día que se suspende o se mueve"),
            max_num=60,
            classname="collapsed",
        ),
    ]


def _where() -> MultiFieldPanel:
    return MultiFieldPanel(
        [
            FieldPanel("place_name"),
            FieldPanel("address"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            FieldPanel("virtual_url"),
        ],
        heading=_("Lugar"),
    )


def _registration() -> list:
    return [
        FieldPanel("registration_open"),
        FieldRowPanel([FieldPanel("registration_opens_at"), FieldPanel("registration_closes_at")]),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("registrations_kept_days")]),
        FieldPanel("registration_consent"),
    ]


def _producers() -> InlinePanel:
    help_text = _("En ferias y festividades: quién participa y con qué.")
    return InlinePanel(
        "producers",
        heading=_("Productores participantes"),
        label=_("Productor participante"),
        max_num=200,
        help_text=help_text,
    )
