import os
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from headless.actions.sync_changes import sync_changes
from institution.secret import kept_secret
from pages.demo.load import load_demo
from pages.demo.people import USERS
from pages.demo.scale import load_many
from pages.models import NewsIndexPage


class Command(BaseCommand):
    help = "Carga el contenido de demostración una sola vez; con --scale N agrega N notas para medir."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--scale", type=int, default=0, metavar="N", help="Notas para medir, siempre las mismas.")
        parser.add_argument("--seed", type=int, default=8188, help="Semilla de --scale.")

    def handle(self, *args, **options) -> None:
        at = timezone.now()
        public = urlsplit(settings.PUBLIC_URL)
        password = os.environ.get("DEMO_PASSWORD") or kept_secret(settings.VAR_DIR / "demo-password", length=9)
        port = public.port or (443 if public.scheme == "https" else 80)
        loaded = load_demo(password=password, hostname=public.hostname or "localhost", port=port, at=at)
        self.stdout.write("Contenido de demostración cargado." if loaded else "La demostración ya estaba cargada.")
        self.stdout.write(f"Usuarios: {', '.join(USERS)}. Contraseña de todos: {password}")
        if options["scale"]:
            index = NewsIndexPage.objects.get()
            made = load_many(index, count=options["scale"], seed=options["seed"], at=at)
            self.stdout.write(f"{made} notas agregadas para medir.")
        sync_changes(at=timezone.now())
