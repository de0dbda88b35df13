import threading

from django.core.management import call_command
from django.core.management.base import BaseCommand

from institution.recurring import keep_running


class Command(BaseCommand):
    help = "Atiende las tareas en segundo plano y, cada minuto, lo programado (publicar, despublicar, borrar)."

    def handle(self, *args, **options) -> None:
        stop = threading.Event()
        clock = threading.Thread(target=keep_running, args=(stop,), name="recurring", daemon=True)
        clock.start()
        try:
            call_command("db_worker", interval=2, reload=False)
        finally:
            stop.set()
