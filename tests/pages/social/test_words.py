"""What a post says: counted as each network counts, never over its limit, never cut inside what must stay whole."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from twitter_text import parse_tweet

from institution.enums import SocialNetwork
from pages.rules.social.counting import utf8_bytes, utf16_units, weighted
from pages.rules.social.cutting import ELLIPSIS, cut
from pages.rules.social.faults import missing_parts, post_faults
from pages.rules.social.graphemes import cleaned, graphemes, links_in
from pages.rules.social.hashtags import hashtag, hashtags, typed_hashtags
from pages.rules.social.limits import LIMITS
from pages.rules.social.links import campaign_link
from pages.rules.social.proposals import Told, composed, propose

EMOJIS = ["👍🏽", "🇵🇪", "👨‍👩‍👧‍👦", "1️⃣", "☔", "😀"]
LINKS = ["https://aija.gob.pe/noticias/canal/?a=1&b=2", "aija.gob.pe", "http://www.gob.pe/muni_(aija)"]
MARKS = ["#ObrasPúblicas", "@MuniAija", "niño", "«agua»", "S/ 1,200", "EE.UU.", "é", "\u202eal revés", "日本語"]
words = st.one_of(st.sampled_from([*EMOJIS, *LINKS, *MARKS]), st.text(alphabet="abcdeñáú", min_size=1, max_size=14))
texts = st.lists(words, max_size=60).map(" ".join)
told = st.builds(
    Told,
    title=texts,
    summary=texts,
    kicker=texts,
    place=st.text(max_size=150),
    when=st.text(max_size=60),
    hashtags=st.lists(texts.map(hashtag).filter(bool), max_size=12).map(tuple),
)
MEASURES = [utf16_units, utf8_bytes, weighted]
LINK = "https://aija.gob.pe/noticias/el-canal-de-riego/?utm_source=x&utm_medium=social&utm_campaign=el-canal"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Niño y agüita", 13),
        ("Vea https://aija.gob.pe/una/direccion/muy/larga/que/cuenta/veintitres?a=b.", 28),
        ("aija.gob.pe", 23),
        ("EE.UU. y RR.HH. a las 9 a.m.", 28),
        ("imagen@aija.gob.pe", 18),
        ("👨‍👩‍👧‍👦 👍🏽 🇵🇪 1️⃣", 11),
        ("日本", 4),
        ("“—…”", 5),
        ("cafe\u0301", 4),
    ],
)
def test_x_counts_as_its_own_library_says(text, length):
    assert weighted(text) == length == parse_tweet(text).weightedLength


@settings(max_examples=150, deadline=None)
@given(text=texts)
def test_x_counts_whatever_is_written_as_its_own_library_does(text):
    assert weighted(text) == parse_tweet(text).weightedLength


def test_a_trial_installations_link_counts_like_the_one_that_will_take_its_place():
    assert weighted("http://127.0.0.1:8000/noticias/el-canal/?utm_source=x") == 23
    assert weighted("http://localhost:8000/") == 23


def test_the_other_networks_count_their_own_units():
    assert (utf16_units("ñ👍🏽"), utf8_bytes("ñ👍🏽")) == (5, 10)
    assert (utf16_units("\ud800"), utf8_bytes("\ud800")) == (1, 3)  # a lone surrogate breaks nothing


@settings(max_examples=200, deadline=None)
@given(text=texts, room=st.integers(0, 120), measure=st.sampled_from(MEASURES))
def test_what_is_cut_fits_and_no_character_link_or_hashtag_is_broken(text, room, measure):
    short = cut(text, room, measure)
    assert measure(short) <= room
    if short == text or not short:
        return
    kept = short.removesuffix(ELLIPSIS)
    assert text.startswith(kept)
    assert "".join(graphemes(text)[: len(graphemes(kept))]) == kept
    inside = [(start, end) for start, end in [*links_in(text), *_hashtags_of(text)] if start < len(kept) < end]
    assert not [
        text[start:end] for start, end in inside if kept[start:].strip() and not _ends_in_dot(text, start, end, kept)
    ]


def _hashtags_of(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in regex.finditer(r"[#@]\w+", text)]


def _ends_in_dot(text: str, start: int, end: int, kept: str) -> bool:
    """Only loose punctuation at the end may go."""
    return not regex.search(r"\w", text[len(kept) : end])


def test_a_text_is_cut_at_the_end_of_a_word():
    assert cut("El canal llega a Succha", 14, len) == "El canal…"
    assert cut("Antes, mucho antes", 8, len) == "Antes…"
    assert cut("Extraordinariamente", 8, len) == "Extraor…"
    assert cut("https://aija.gob.pe/una-direccion-larga", 20, len) == "…"
    assert cut("hola", 0, len) == ""


@settings(max_examples=150, deadline=None)
@given(told=told, network=st.sampled_from(list(SocialNetwork)), link=st.sampled_from(["", LINK]))
def test_no_proposal_is_over_its_networks_limits(told, network, link):
    said = propose(told, network, link=link)
    whole = composed(said.text, said.hashtags, link, network)
    limits = LIMITS[network]
    assert limits.measure(whole) <= limits.most(with_picture=True)
    assert len(said.hashtags) <= (limits.hashtags or 100)
    faults = post_faults(
        network=network, title=said.title, text=said.text, hashtags=said.hashtags, link=link, with_picture=True
    )
    assert faults == {}


def test_a_proposal_says_what_the_piece_says_in_each_networks_manner():
    told = Told(
        title="El canal llega a Succha", summary="Regará 340 chacras.", kicker="Obras", place="Succha",
        when="12 de noviembre de 2026", hashtags=("#MuniAija", "#Obras", "#Succha", "#Riego"),
    )  # fmt: skip
    assert propose(told, SocialNetwork.X, link=LINK).text == (
        "El canal llega a Succha\n\nRegará 340 chacras.\n\n12 de noviembre de 2026"
    )
    assert propose(told, SocialNetwork.X, link=LINK).hashtags == ["#MuniAija", "#Obras"]
    facebook = propose(told, SocialNetwork.FACEBOOK, link=LINK)
    assert facebook.text.startswith("OBRAS\nEl canal llega a Succha")
    assert facebook.text.endswith("Succha · 12 de noviembre de 2026")
    assert propose(told, SocialNetwork.WHATSAPP, link=LINK).text.startswith("*El canal llega a Succha*")
    assert propose(told, SocialNetwork.YOUTUBE, link=LINK).title == "El canal llega a Succha"
    instagram = propose(told, SocialNetwork.INSTAGRAM, link=LINK)
    assert "enlace de nuestro perfil" in instagram.text
    assert LINK not in composed(instagram.text, instagram.hashtags, LINK, SocialNetwork.INSTAGRAM)


def test_the_summary_is_cut_before_the_title_and_hashtags_leave_the_title_whole():
    told = Told(title="t" * 200, summary="palabra " * 50, hashtags=("#" + "a" * 45, "#" + "b" * 45))
    said = propose(told, SocialNetwork.X, link=LINK)
    assert said.text == "t" * 200
    assert said.hashtags == ["#" + "a" * 45]
    short = propose(Told(title="Título", summary="palabra " * 50), SocialNetwork.X, link=LINK)
    assert short.text.startswith("Título\n\npalabra")
    assert short.text.endswith("palabra…")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("obras públicas", "#ObrasPúblicas"),
        ("Gestión del riesgo: lluvias", "#GestiónDelRiesgoLluvias"),
        ("La Merced", "#LaMerced"),
        ("N.° 2026", "#N2026"),
        ("2026", ""),
        ("👍 !!", ""),
        ("a" * 60, ""),
        ("nin\u0303o", "#Niño"),
    ],
)
def test_a_hashtag_is_made_of_the_letters_and_digits_of_a_name(name, made):
    assert hashtag(name) == made


def test_hashtags_come_once_and_typed_ones_keep_their_capitals():
    assert hashtags(["obras", "Obras", "agua", "!!"]) == ["#Obras", "#Agua"]
    assert typed_hashtags("#muniAija, agua segura #¡hola! ##") == ["#muniAija", "#agua", "#segura", "#hola"]


def test_a_text_is_cleaned_of_what_nobody_sees():
    assert cleaned("a\x00b\u202ec\u200fd\ud800 \r\n\n\n\nno\u0303 👨‍👩‍👧\t!") == "abcd\n\nnõ 👨‍👩‍👧 !"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_can_be_cleaned_counted_and_cut(text):
    clean = cleaned(text)
    assert cleaned(clean) == clean
    for measure in MEASURES:
        assert measure(cut(clean, 20, measure)) <= 20


@pytest.mark.parametrize(
    "hostile", ["😀" * 10_000, "a." * 20_000, "#" * 30_000, "https://" * 5_000, "(" * 30_000, "-" * 30_000]
)
def test_endless_text_is_counted_and_cut_in_time(hostile):
    for measure in MEASURES:
        assert measure(cut(hostile, 280, measure)) <= 280


def test_a_link_tells_from_where_a_visit_came_and_keeps_what_it_asked():
    assert campaign_link("https://aija.gob.pe/x/?p=2&utm_source=otra#a", network="x", campaign="el-canal") == (
        "https://aija.gob.pe/x/?p=2&utm_source=x&utm_medium=social&utm_campaign=el-canal#a"
    )
    assert campaign_link("", network="x", campaign="el-canal") == ""


def test_what_is_over_or_forbidden_is_told_with_how_much():
    over = {
        "network": SocialNetwork.X,
        "title": "",
        "text": "a" * 290,
        "hashtags": [],
        "link": "",
        "with_picture": True,
    }
    assert "Sobran 10 caracteres" in post_faults(**over)["text"]
    tags = [f"#a{number}" for number in range(6)]
    instagram = over | {"network": SocialNetwork.INSTAGRAM, "text": "a", "hashtags": tags}
    assert "Sobra 1 etiqueta. Instagram admite 5." in post_faults(**instagram)["hashtags"]
    youtube = over | {"network": SocialNetwork.YOUTUBE, "title": "<b>" + "t" * 100, "text": "x"}
    assert "no admite < >" in post_faults(**youtube)["title"]
    whatsapp = over | {"network": SocialNetwork.WHATSAPP, "text": "a" * 1_100}
    assert "Sobran 76" in post_faults(**whatsapp)["text"]
    assert post_faults(**whatsapp | {"with_picture": False}) == {}
    assert set(missing_parts(network=SocialNetwork.YOUTUBE, title=" ", text="")) == {"text", "title"}
