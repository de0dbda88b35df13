"""The library's report: files that nothing uses, photos without words or consent; deleted at once by who may."""

from functools import cached_property
from typing import Any

import django_filters
from django.db.models import CharField, Exists, OuterRef, QuerySet, TextChoices
from django.db.models.functions import Cast
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.documents.wagtail_hooks import DocumentsMenuItem
from wagtail.images.wagtail_hooks import ImagesMenuItem
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from institution.admin.columns import DayColumn
from institution.admin.registers import ReadOnlyIndexView
from institution.admin.tags import Tone, tag
from institution.models import InstitutionDocument, InstitutionImage
from institution.rules.consent import BLOCKING

REPORTS = "register_reports_menu_item"


class PictureProblem(TextChoices):
    """What may ask for somebody's attention in a photo of the library."""

    UNUSED = "unused", _("Nada la usa")
    WITHOUT_TEXT = "without_text", _("Sin texto alternativo o crédito")
    CONSENT = "consent", _("Consentimiento pendiente o retirado")
    PEOPLE = "people", _("Falta decir a quién muestra")


class DocumentProblem(TextChoices):
    UNUSED = "unused", _("Nada lo usa")


def with_use(files: QuerySet) -> QuerySet:
    """The files, each with whether something saved refers to it as `used`; decided by the database."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(files.model),
        to_object_id=Cast(OuterRef("pk"), output_field=CharField()),
    )
    return files.annotate(used=Exists(references))


class FileFilterSet(WagtailFilterSet):
    """What both reports are filtered by."""

    created_at = django_filters.DateFromToRangeFilter(label=_("Subido"), widget=DateRangePickerWidget)

    def with_problem(self, files: QuerySet, name: str, problem: str) -> QuerySet:
        conditions = {
            PictureProblem.UNUSED: lambda: files.filter(used=False),
            PictureProblem.WITHOUT_TEXT: lambda: files.without_text(),
            PictureProblem.CONSENT: lambda: files.awaiting_consent(),
            PictureProblem.PEOPLE: lambda: files.without_people_told(),
        }
        return conditions[PictureProblem(problem)]()


class PictureFilterSet(FileFilterSet):
    problem = django_filters.ChoiceFilter(label=_("Situación"), choices=PictureProblem.choices, method="with_problem")

    class Meta:
        model = InstitutionImage
        fields = ["licence"]


class DocumentFilterSet(FileFilterSet):
    problem = django_filters.ChoiceFilter(label=_("Situación"), choices=DocumentProblem.choices, method="with_problem")

    class Meta:
        model = InstitutionDocument
        fields = ["language"]


def state_tags(file: InstitutionImage | InstitutionDocument) -> SafeString:
    """What asks for attention in the file, most serious first; that it is in use when nothing does."""
    if getattr(file, "consent", "") in BLOCKING:
        return tag(_("Sin consentimiento"), Tone.STOPPED)
    if isinstance(file, InstitutionImage) and not (file.description and file.credit):
        return tag(_("Sin texto o crédito"), Tone.WAITING)
    return tag(_("En uso"), Tone.GOOD) if file.used else tag(_("Sin uso"), Tone.QUIET)


def size_of(file: InstitutionImage | InstitutionDocument) -> str:
    """The file's size as it was noted when it came in; a dash when it wasn't."""
    return filesizeformat(file.file_size) if file.file_size else "—"


class FilesIndexView(ReadOnlyIndexView):
    """Files of one kind, with their size, their age, who uploaded them and what asks for attention."""

    template_name = "backend/library_report.html"
    results_template_name = "wagtailadmin/generic/index_results.html"
    any_permission_required = ["add", "change", "delete"]
    paginate_by = 50
    default_ordering = "-created_at"
    search_fields = ["title"]
    search_backend_name = None
    kind = ""
    app = ""
    item_type = ""
    other: tuple[Any, str] = (_("Documentos"), "")

    @cached_property
    def columns(self) -> list:
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type=self.kind),
            FileTitleColumn("title", label=_("Título"), sort_key="title", get_url=self.get_edit_url, kind=self.kind),
            Column("size", label=_("Tamaño"), accessor=size_of, sort_key="file_size"),
            DayColumn("created_at", label=_("Subido")),
            Column("uploaded_by_user", label=_("Por")),
            Column("state", label=_("Estado"), accessor=state_tags),
        ]

    def get_base_queryset(self) -> QuerySet:
        policy = policy_registry.get_by_type(self.model)
        mine = policy.instances_user_has_permission_for(self.request.user, "change")
        return with_use(mine.select_related("uploaded_by_user"))

    def get_edit_url(self, instance) -> str:
        return reverse(f"{self.app}:edit", args=[instance.pk])

    def get_index_url(self) -> str:
        return reverse(f"library_{self.kind}s")

    def get_index_results_url(self) -> str:
        return reverse(f"library_{self.kind}s_results")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        label, address = self.other
        return [HeaderButton(label, url=reverse(address) + "?problem=unused", icon_name="folder-open-inverse")]

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(item_type=self.item_type, **kwargs)


class FileTitleColumn(TitleColumn):
    """A title with the id that tells screen readers which file a checkbox is of."""

    def __init__(self, *args, kind: str, **kwargs):
        super().__init__(*args, get_title_id=lambda file: f"{kind}_{file.pk}_title", **kwargs)


class PicturesView(FilesIndexView):
    model = InstitutionImage
    kind = "image"
    app = "wagtailimages"
    item_type = "IMAGE"
    header_icon = "image"
    page_title = _("Fotos por revisar")
    filterset_class = PictureFilterSet
    search_fields = ["title", "description", "credit", "place"]
    list_export = [
        "title", "description", "credit", "get_licence_display", "get_people_shown_display", "get_consent_display",
        "file_size", "created_at", "uploaded_by_user", "used",
    ]  # fmt: skip
    export_headings = {
        "get_licence_display": _("Licencia"),
        "get_people_shown_display": _("A quién muestra"),
        "get_consent_display": _("Consentimiento"),
        "file_size": _("Bytes"),
        "used": _("En uso"),
    }
    export_filename = "fotos-por-revisar"
    other = (_("Documentos sin uso"), "library_documents")


class DocumentsView(FilesIndexView):
    model = InstitutionDocument
    kind = "document"
    app = "wagtaildocs"
    item_type = "DOCUMENT"
    header_icon = "doc-full"
    page_title = _("Documentos sin uso")
    filterset_class = DocumentFilterSet
    list_export = ["title", "filename", "language", "file_size", "created_at", "uploaded_by_user", "used"]
    export_headings = {"filename": _("Archivo"), "file_size": _("Bytes"), "used": _("En uso")}
    export_filename = "documentos-sin-uso"
    other = (_("Fotos sin uso"), "library_images")


@hooks.register(REPORTS)
def pictures_entry() -> MenuItem:
    address = reverse("library_images")
    return ImagesMenuItem(_("Fotos por revisar"), address, name="library-images", icon_name="image", order=160)


@hooks.register(REPORTS)
def documents_entry() -> MenuItem:
    address = reverse("library_documents") + "?problem=unused"
    label = _("Documentos sin uso")
    return DocumentsMenuItem(label, address, name="library-documents", icon_name="doc-full", order=170)


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    return [
        path("biblioteca/fotos/", PicturesView.as_view(), name="library_images"),
        path("biblioteca/fotos/results/", PicturesView.as_view(results_only=True), name="library_images_results"),
        path("biblioteca/documentos/", DocumentsView.as_view(), name="library_documents"),
        path("biblioteca/documentos/results/", DocumentsView.as_view(results_only=True),
             name="library_documents_results"),
    ]  # fmt: skip
