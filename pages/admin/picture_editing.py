"""Editing a photo of the library: when its people no longer agree, where it was seen is told at once."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.images.views.images import EditView
from wagtail.models import Page, PageQuerySet

from institution.models import InstitutionImage
from institution.rules.consent import BLOCKING
from pages.references import pages_showing

MOST_NAMED = 20


class ConsentAwareEditView(EditView):
    """Wagtail's form of a photo, and the warning."""

    def save_action(self) -> HttpResponse:
        response = super().save_action()
        if "consent" in self.form.changed_data and self.object.consent in BLOCKING:
            warn_of_places(self.request, self.object)
        return response


def warn_of_places(request: HttpRequest, image: InstitutionImage) -> None:
    """Name the public pages that showed the photo, each with the way to edit it; nothing when none does."""
    places = Page.objects.live().filter(pk__in=pages_showing(image))
    if total := places.count():
        told = _(
            "La foto «%(title)s» dejó de verse en páginas públicas (%(total)d), donde quedó su lugar vacío. "
            "Cámbiela en cada una:"
        )
        intro = told % {"title": image.title, "total": total}
        usage = messages.button(reverse("wagtailimages:image_usage", args=[image.pk]), _("Ver dónde se usa"))
        messages.warning(request, format_html("{} {}", intro, _links(places[:MOST_NAMED])), buttons=[usage])


def _links(pages: PageQuerySet) -> SafeString:
    rows = ((reverse("wagtailadmin_pages:edit", args=[page.pk]), page.title) for page in pages)
    return format_html_join(", ", '<a href="{}">{}</a>', rows)


@hooks.register("register_admin_urls", order=-1)  # before Wagtail's own, whose address it takes
def edit_address() -> list[URLPattern]:
    return [path("images/<int:image_id>/", ConsentAwareEditView.as_view(), name="edit_picture")]
