"""What is asked: always the same forty queries, by kind, and what is being typed."""

QUERIES = {
    "common": (
        "agua", "obra", "municipalidad", "plaza", "feria", "agua colegio", "obra municipalidad", "salud familias",
        "plaza mercado centro", "agua obra municipalidad plaza",
    ),
    "rare": (
        "expediente 00012-2024", "00250-2023", "divorcio ulterior", "puquiopata", "rumichaca", "trasbordar combis",
        "cisterna casa refugio", "peña colorada", "silencio administrativo", "serenazgo 043 000 118",
    ),
    "question": (
        "¿cómo saco mi partida de nacimiento?", "qué hago si no hay agua en mi casa", "dónde pago el impuesto predial",
        "a qué hora atiende la municipalidad los sábados", "cuánto cuesta casarse por civil en Aija",
        "cuándo es la fiesta patronal de este año", "qué necesito para abrir una bodega en el mercado",
        "quién puede inscribirse en el taller de quechua para niños",
        "por dónde ir a Succha si la carretera está cerrada",
        "cuántas familias tendrán agua potable con la obra de Huacllán",
    ),
    "typo": (
        "agau potable", "munisipalidad", "carretra", "vacunasion de perros", "lisencia de funcionamiento", "huacyan",
        "colejio", "mercdo", "partida de nasimiento", "seramica",
    ),
}  # fmt: skip
BEGINNINGS = ("ag", "obr", "muni", "plaza de", "feria gan", "partida de naci", "huac", "carret", "merc", "cole")
# No slower than so many times a bare query of the same words, where they are common; and so steep at most.
MOST_TIMES = 4
STEEPEST = 1.1
