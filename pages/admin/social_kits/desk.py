"""The desk of one kit: its posts to be written, approved and scheduled, with what became of them."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from pages.actions.social_kits import prepare_kit
from pages.actions.social_posts import PostRefused, approve_posts, return_post, write_post
from pages.admin.social_kits.forms import PostForm
from pages.admin.social_kits.screen import APPROVE, CHANGE, COUNTING, VIEW, screen_of, screens_of
from pages.enums.social import PostState
from pages.models import SocialKit, SocialPost
from pages.models.piece import Piece

VERBS = ("save", "approve", "return")
FRAGMENT = "fragment"  # what the script asks for: the post alone, to put where it was
UNPROCESSABLE = 422


class DeskView(WagtailAdminTemplateMixin, TemplateView):
    """Everything about one kit."""

    template_name = "backend/social/desk.html"
    page_title = gettext_lazy("Kit de redes sociales")
    header_icon = "group"

    def dispatch(self, request: HttpRequest, pk: int, bound: PostForm | None = None) -> HttpResponseBase:
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        self.kit = get_object_or_404(SocialKit.objects.select_related("page", "photo"), pk=pk)
        self.bound = bound
        return super().dispatch(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        """What was refused is told beside what was typed."""
        return self.render_to_response(self.get_context_data(), status=UNPROCESSABLE)

    def get_page_subtitle(self) -> str:
        return str(self.kit)

    def get_breadcrumbs_items(self) -> list[dict]:
        listing = {"url": reverse("redes:index"), "label": _("Redes sociales")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": str(self.kit)}]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.request.user.has_perm(CHANGE):
            return []
        label = _("Foto y cita") if self.kit.page_id else _("Editar el kit")
        return [HeaderButton(label, url=reverse("redes:edit", args=[self.kit.pk]), icon_name="edit")]

    def get_context_data(self, **kwargs) -> dict:
        screens = screens_of(self.kit, self.request.user, bound=self.bound)
        return super().get_context_data(
            kit=self.kit,
            screens=screens,
            counting=COUNTING,
            may_approve=self.request.user.has_perm(APPROVE) and any(each.post.editable for each in screens),
            **kwargs,
        )


@require_POST
def act(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Write a post and, if asked, approve it or take its approval back."""
    post = get_object_or_404(SocialPost.objects.select_related("kit__page", "kit__photo"), pk=pk)
    verb = request.POST.get("act", "")
    if verb not in VERBS:
        raise Http404
    if not request.user.has_perm(CHANGE if verb == "save" else APPROVE):
        raise PermissionDenied
    form = PostForm(post, request.POST)
    told = _carry_out(verb, post, form, request)
    fresh = SocialPost.objects.select_related("kit__page", "kit__photo").get(pk=pk)
    if FRAGMENT in request.headers.get("Accept", ""):
        return _fragment(request, fresh, form, told)
    if form.errors:
        return DeskView.as_view()(request, pk=post.kit_id, bound=form)
    messages.success(request, told)
    return redirect(reverse("redes:desk", args=[post.kit_id]) + f"#post-{pk}-box")


def _carry_out(verb: str, post: SocialPost, form: PostForm, request: HttpRequest) -> str:
    """What was done, in words; what stood in the way is told by the form."""
    named, now = post.get_network_display(), timezone.now()
    if not form.is_valid():
        return ""
    try:
        if verb == "return":
            return_post(post=post, by=request.user, at=now)
            return _("%(network)s vuelve a borrador.") % {"network": named}
        written = write_post(post=post, by=request.user, at=now, **form.words())
        if verb == "approve":
            when = form.cleaned_data["scheduled_for"]
            approve_posts(posts=[written], by=request.user, at=now, scheduled_for=when)
            return (_("%(network)s: programada.") if when else _("%(network)s: aprobada.")) % {"network": named}
    except PostRefused as refusal:
        form.tell(refusal.message_dict if hasattr(refusal, "error_dict") else {"text": refusal.messages})
        return ""
    return _("%(network)s: guardada.") % {"network": named}


def _fragment(request: HttpRequest, post: SocialPost, form: PostForm, told: str) -> HttpResponse:
    screen = screen_of(post, request.user, bound=form if form.errors else None)
    status = UNPROCESSABLE if form.errors else 200
    context = {"screen": screen, "told": told}
    return render(request, "backend/social/post.html", context, status=status)


@require_POST
def approve_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve every post of a kit that is still a draft, or none."""
    if not request.user.has_perm(APPROVE):
        raise PermissionDenied
    kit = get_object_or_404(SocialKit, pk=pk)
    drafts = kit.posts.filter(state=PostState.DRAFT)
    try:
        done = approve_posts(posts=drafts, by=request.user, at=timezone.now())
    except PostRefused as refusal:
        messages.error(request, _("No se aprobó ninguna. %(why)s") % {"why": " ".join(refusal.messages)})
    else:
        messages.success(request, _("Publicaciones aprobadas: %(number)s.") % {"number": len(done)})
    return redirect("redes:desk", pk)


class PrepareView(WagtailAdminTemplateMixin, FormView):
    """Asks before a piece that has no kit is given one; the desk of the kit when it has."""

    form_class = forms.Form
    template_name = "backend/social/prepare.html"
    page_title = gettext_lazy("Preparar el kit de redes")
    header_icon = "group"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        self.piece = get_object_or_404(Page, pk=pk).specific
        if not isinstance(self.piece, Piece):
            raise Http404
        kit = SocialKit.objects.filter(page=pk).first()
        return redirect("redes:desk", kit.pk) if kit else super().dispatch(request, pk)

    def form_valid(self, form: forms.Form) -> HttpResponse:
        draft = self.piece.get_latest_revision_as_object()
        kit = prepare_kit(piece=draft, by=self.request.user, at=timezone.now())
        return redirect("redes:desk", kit.pk)

    def get_page_subtitle(self) -> str:
        return self.piece.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict]:
        piece = {"url": self._edit_address(), "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, piece, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(piece=self.piece, index_url=self._edit_address(), **kwargs)

    def _edit_address(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.piece.pk])
