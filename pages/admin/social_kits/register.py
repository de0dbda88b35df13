"""The register of kits, and the form of those that tell of no piece."""

from django.db.models import Prefetch, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic

from institution.admin.columns import DayColumn
from institution.admin.registers import LongIndexView, LongRegister
from institution.enums import SocialNetwork
from pages.actions.social_kits import refresh_kit
from pages.admin.menu import MATERIALS_HOOK
from pages.admin.social_kits.desk import DeskView, PrepareView, act, approve_all
from pages.admin.social_kits.forms import KitForm
from pages.admin.social_kits.screen import state_tag
from pages.enums.social import KitKind, PostState
from pages.models import SocialKit, SocialPost

PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("occasion_on")]),
    FieldPanel("title"),
    FieldPanel("text"),
    FieldPanel("link"),
    MultiFieldPanel([FieldPanel("photo"), FieldPanel("photo_alt")], heading=_("Foto")),
    MultiFieldPanel([FieldPanel("quote"), FieldPanel("quote_by")], heading=_("Cita")),
]


def posts_told(kit: SocialKit) -> SafeString:
    """How the kit's posts stand: each state with its networks; of drafts, how many."""
    posts = sorted(kit.posts.all(), key=lambda post: SocialNetwork.values.index(post.network))
    named = {state: [post.get_network_display() for post in posts if post.state == state] for state in PostState}
    rows = (
        (state_tag(state), len(names) if state == PostState.DRAFT else ", ".join(names))
        for state, names in named.items()
        if names
    )
    return format_html_join("", '<span class="kit-posts">{} {}</span>', rows)


class KitFilterSet(WagtailFilterSet):
    kind = ChoiceFilter(label=_("Clase"), choices=KitKind.choices)
    network = ChoiceFilter(label=_("Red"), choices=SocialNetwork.choices, method="on_network")
    state = ChoiceFilter(label=_("Estado"), choices=PostState.choices, method="in_state")
    created_at = DateFromToRangeFilter(label=_("Creado"), widget=DateRangePickerWidget)

    class Meta:
        model = SocialKit
        fields: list[str] = []

    def on_network(self, kits: QuerySet, name: str, network: str) -> QuerySet:
        """The network says of which posts the state is asked."""
        return kits if self.data.get("state") else kits.filter(posts__network=network).distinct()

    def in_state(self, kits: QuerySet, name: str, state: str) -> QuerySet:
        posts = SocialPost.objects.filter(state=state)
        network = self.data.get("network", "")
        return kits.filter(
            posts__in=posts.filter(network=network) if network in SocialNetwork.values else posts
        ).distinct()


class KitIndexView(LongIndexView):
    """Each row opens the desk, where a kit is worked on."""

    def get_edit_url(self, instance: SocialKit) -> str:
        return reverse("redes:desk", args=[instance.pk])


class KitCreateView(generic.CreateView):
    """A kit of its own, with its posts proposed at once."""

    def save_instance(self):
        self.form.instance.created_at, self.form.instance.created_by = timezone.now(), self.request.user
        kit = super().save_instance()
        refresh_kit(kit=kit, at=timezone.now())
        return kit

    def get_success_url(self) -> str:
        return reverse("redes:desk", args=[self.object.pk])


class KitEditView(generic.EditView):
    """What posts nobody wrote are proposed again, and cards are drawn anew."""

    def save_instance(self):
        kit = super().save_instance()
        refresh_kit(kit=kit, at=timezone.now())
        return kit

    def get_success_url(self) -> str:
        return reverse("redes:desk", args=[self.object.pk])


class SocialKits(LongRegister):
    model = SocialKit
    name = "redes"
    icon = "group"
    menu_hook = MATERIALS_HOOK
    menu_label = _("Redes sociales")
    menu_order = 250
    index_view_class = KitIndexView
    add_view_class = KitCreateView
    edit_view_class = KitEditView
    filterset_class = KitFilterSet
    list_display = [
        "__str__",
        Column("kind", label=_("Clase"), accessor="get_kind_display", sort_key="kind"),
        Column("posts", label=_("Publicaciones"), accessor=posts_told),
        DayColumn("created_at", label=_("Creado")),
    ]
    search_fields = ["title", "text", "page__title"]
    list_export = ["__str__", "get_kind_display", "created_at"]
    export_headings = {"__str__": _("Título"), "get_kind_display": _("Clase")}
    export_filename = "kits-de-redes-sociales"
    edit_handler = ObjectList(PANELS, base_form_class=KitForm)

    def get_index_view_kwargs(self, **kwargs) -> dict:
        posts = Prefetch("posts", SocialPost.objects.order_by("pk"))
        kits = SocialKit.objects.select_related("page").prefetch_related(posts)
        return super().get_index_view_kwargs(queryset=kits, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/", DeskView.as_view(), name="desk"),
            path("<int:pk>/aprobar/", approve_all, name="approve_all"),
            path("publicacion/<int:pk>/", act, name="act"),
            path("pieza/<int:pk>/", PrepareView.as_view(), name="prepare"),
        ]
