"""Addresses of the content API."""

urlpatterns: list = []
