"""Addresses of the content API."""

from django.urls import include, path, re_path

from headless.api import NAMESPACE, new_api
from headless.changes import add_changes
from headless.door import METHODS, UNKNOWN_ADDRESS, WRITE_METHODS, at_the_door, unknown_address, without_slash
from headless.images import cut_picture
from headless.previews import add_preview
from headless.readings import add_reading, offered_readings
from headless.resources import offered
from headless.root import add_root
from headless.serving import add_resource
from headless.watching import followed
from headless.writing import add_operation, offered_operations

api = new_api()
add_root(api, offered())
reads = {}
for resource in offered():
    reads |= add_resource(api, resource)
for reading in offered_readings():
    add_reading(api, reading)
add_changes(api, [watched.name for watched in followed()])

by_name, writes = {each.name: each for each in offered()}, {each.name: each for each in offered_operations()}
for operation in writes.values():
    add_operation(api, by_name[operation.resource], operation)

add_preview(api, [each for each in by_name.values() if each.drafts])

served, application, _namespace = api.urls
for pattern in served:
    view = reads.get(pattern.name, pattern.callback)
    pattern.callback = at_the_door(view, WRITE_METHODS if pattern.name in writes else METHODS)

urlpatterns = [
    path("", include((served, application), namespace=NAMESPACE)),
    path("renditions/<str:token>", at_the_door(cut_picture), name="api_picture"),
    re_path(r"^(?P<address>.+?)/+$", at_the_door(without_slash)),
    re_path(r"^", at_the_door(unknown_address), name=UNKNOWN_ADDRESS),
]
