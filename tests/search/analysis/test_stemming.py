import pytest

from search.analysis.folding import folded
from search.analysis.stemming import stem


def stems(words: str) -> set[str]:
    return {stem(folded(word)) for word in words.split()}


@pytest.mark.parametrize(
    "words",
    [
        "obra obras Obras",
        "niño niña niños niñas",
        "construcción construcciones construir construye construirán constructora construccion",
        "electrificar electrificación electrificaciones",
        "vacuna vacunas vacunar vacunación vacunarse",
        "luz luces",
        "lápiz lápices lapices",
        "mes meses",
        "país países paises",
        "interés intereses",
        "joven jóvenes juventud juvenil",
        "mujer mujeres",
        "autoridad autoridades",
        "camión camiones",
        "calle calles",
        "inscripción inscribir inscríbase inscripciones",
        "reciclaje reciclar reciclador recicladores",
        "recojo recoger recogida",
        "municipio municipal municipalidad municipios",
        "provincia provincial provincias",
        "agricultor agricultura agrícola",
        "turista turismo turístico",
        "nacimiento nacer nacimientos",
        "reclamo reclamos reclamar reclamaciones",
        "elección elegir elecciones",
        "atención atender",
        "limpieza limpiar",
        "productor producción producir",
    ],
)
def test_the_forms_of_a_word_have_one_stem(words):
    assert len(stems(words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "casa CAS",
        "casa caso",
        "plaza plazo",
        "vacuna vacuno",
        "acta acto",
        "posta poste",
        "mesa mes",
        "año ano",
        "campaña campana",
        "peña pena",
        "Coris coro",
        "caso casa2",
        "puente puesto",
    ],
)
def test_words_that_only_look_alike_are_kept_apart(words):
    assert len(stems(words)) == 2


def test_places_and_acronyms_are_never_cut():
    assert stem("coris") == "=coris"
    assert stem("demuna") == "=demuna"


def test_a_number_is_its_own_stem():
    assert stem("45-2026") == "45-2026"
    assert stem("2567890") == "2567890"
