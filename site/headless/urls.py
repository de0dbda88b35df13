"""Addresses of the content API."""

from django.urls import include, path, re_path

from headless.api import NAMESPACE, new_api
from headless.changes import add_changes
from headless.door import UNKNOWN_ADDRESS, at_the_door, unknown_address, without_slash
from headless.images import cut_picture
from headless.resources import offered
from headless.root import add_root
from headless.serving import add_resource
from headless.watching import followed

api = new_api()
add_root(api, offered())
for resource in offered():
    add_resource(api, resource)
add_changes(api, [watched.name for watched in followed()])

served, application, _namespace = api.urls
for pattern in served:
    pattern.callback = at_the_door(pattern.callback)

urlpatterns = [
    path("", include((served, application), namespace=NAMESPACE)),
    path("images/<str:token>", at_the_door(cut_picture), name="api_picture"),
    re_path(r"^(?P<address>.+?)/+$", at_the_door(without_slash)),
    re_path(r"^", at_the_door(unknown_address), name=UNKNOWN_ADDRESS),
]
