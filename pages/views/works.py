"""The works as points of a map."""

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from institution.models import District
from pages.listing.pieces import piece_listing
from pages.listing.works import work_filters
from pages.models import PublicWorkPage

MOST_POINTS = 1_000


@require_safe
@cache_control(public=True, max_age=60)
def map_points(request: HttpRequest) -> JsonResponse:
    """The public works under the filters of the list (or the one that `obra` names), and the districts around them."""
    districts = list(District.objects.all())
    works = _asked(request).select_related("district")[:MOST_POINTS]
    return JsonResponse(
        {
            "districts": [{"name": each.name, "point": _numbers(each.latitude, each.longitude)} for each in districts],
            "works": [_told(work, request) for work in works if work.point],
        }
    )


def _asked(request: HttpRequest):
    works = PublicWorkPage.objects.visible(at=timezone.now()).with_progress().with_beginning().newest_first()
    if slug := request.GET.get("obra"):
        return works.filter(slug=slug)
    return piece_listing(request.GET, works, filters=work_filters(), days=None).found


def _told(work: PublicWorkPage, request: HttpRequest) -> dict:
    return {
        "title": work.title,
        "url": work.get_url(request),
        "stage": work.get_stage_display(),
        "stage_code": work.stage,
        "physical": None if work.physical is None else float(work.physical),
        "district": work.district.name if work.district else "",
        "point": _numbers(*work.point),
    }


def _numbers(latitude, longitude) -> list[float]:
    return [float(latitude), float(longitude)]
