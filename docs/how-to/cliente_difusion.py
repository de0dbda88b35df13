#!/usr/bin/env python3
"""Publica en las redes lo que la municipalidad aprobó, e informa qué pasó. Solo necesita Python 3.11.

    API_URL=https://portal.ejemplo.pe API_KEY=mpa_… python3 cliente_difusion.py facebook

Cambie `publicar` por la llamada a la red que usted maneje. La clave necesita «read:kits» y «write:kit-status».
Puede correr cada minuto: lo que ya se informó no vuelve a venir.
"""

import json
import os
import sys
import urllib.request
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlencode

API = os.environ.get("API_URL", "http://127.0.0.1:8000").rstrip("/") + "/api/v1"
KEY = os.environ.get("API_KEY", "")
RED = os.environ.get("RED_URL", "http://127.0.0.1:9000/publicar")  # el sustituto de la red
SEGUNDOS = 30


def pedir(direccion: str, datos: dict | None = None, **cabeceras: str) -> dict:
    """Lo que responde la dirección; con `datos`, se le envían."""
    cuerpo = json.dumps(datos).encode() if datos is not None else None
    pedido = urllib.request.Request(direccion, cuerpo, {"Content-Type": "application/json", **cabeceras})
    with urllib.request.urlopen(pedido, timeout=SEGUNDOS) as respuesta:
        return json.load(respuesta)


def por_publicar(red: str) -> Iterator[dict]:
    """Lo aprobado para la red que aún no está en ella, de lo más antiguo a lo más nuevo."""
    filtros = {"network": red, "status": "approved", "not_posted": 1, "order": "approved_at", "limit": 100}
    while True:
        pagina = pedir(f"{API}/social-kits?{urlencode(filtros)}", **con_clave())
        yield from pagina["items"]
        if pagina["next"] is None:
            return
        filtros["cursor"] = pagina["next"]


def publicar(kit: dict) -> str:
    """Publica en la red y devuelve dónde quedó."""
    imagen = kit["cards"][0] if kit["cards"] else None
    datos = {"texto": kit["full_text"], "imagen": imagen and imagen["url"], "alternativo": imagen and imagen["alt"]}
    return pedir(RED, datos)["url"]


def informar(kit: dict, **que_paso: str) -> None:
    """Cuenta qué pasó; la misma clave de idempotencia evita contarlo dos veces si la respuesta se pierde."""
    cuando = datetime.now().astimezone().isoformat()
    cabeceras = con_clave() | {"Idempotency-Key": f"kit-{kit['id']}-{que_paso['status']}-{cuando}"}
    pedir(f"{API}/social-kits/{kit['id']}/status", {"at": cuando, **que_paso}, **cabeceras)


def con_clave() -> dict[str, str]:
    return {"Authorization": f"Bearer {KEY}"}


for kit in por_publicar(sys.argv[1]):
    try:
        donde = publicar(kit)
    except (OSError, KeyError, ValueError) as falla:
        informar(kit, status="failed", reason=f"{type(falla).__name__}: {falla}"[:500])
    else:
        informar(kit, status="posted", url=donde)
    print(kit["network"], kit["id"], kit["full_text"].splitlines()[0])
