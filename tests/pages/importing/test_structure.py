import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.importing import limits
from pages.importing.cleaning import TEXT_TAGS, tidy
from pages.importing.flow import flow
from pages.importing.note import UnreadableNote
from pages.importing.structure import html_to_blocks, split_blocks


def only_text(html: str) -> str:
    (block,) = html_to_blocks(html)
    assert block.type == "text"
    return block.value


def test_headings_bold_and_italics_take_the_names_of_the_text_block():
    html = "<h1>Uno</h1><h2><strong>Dos</strong></h2><h6>Seis</h6><p><strong>a</strong> <em>b</em></p>"
    assert only_text(html) == "<h2>Uno</h2><h2>Dos</h2><h4>Seis</h4><p><b>a</b> <i>b</i></p>"


def test_empty_paragraphs_and_runs_of_spaces_collapse():
    html = "<p>&nbsp;</p><p> uno \n  dos&nbsp; <b>tres </b> cuatro </p><p><b></b></p><ul><li></li></ul>"
    assert only_text(html) == "<p>uno dos <b>tres</b> cuatro</p>"


def test_a_line_break_is_a_new_paragraph_that_keeps_its_bold():
    assert only_text("<p><b>uno<br>dos</b> tres</p>") == "<p><b>uno</b></p><p><b>dos</b> tres</p>"
    assert only_text("<ul><li>uno<br>dos</li></ul>") == "<ul><li>uno dos</li></ul>"
    assert only_text("<h2>uno<br>dos</h2>") == "<h2>uno dos</h2>"


def test_paragraphs_in_list_items_become_words():
    html = "<ol><li><p>uno</p><p>dos</p><ul><li>tres</li></ul></li></ol>"
    assert only_text(html) == "<ol><li>uno dos<ul><li>tres</li></ul></li></ol>"


def test_typed_bullets_become_a_list():
    html = "<p>Habrá:</p><p>- <b>agua</b> y luz</p><p>•veredas</p><p>—Señores, dijo.</p>"
    expected = "<p>Habrá:</p><ul><li><b>agua</b> y luz</li><li>veredas</li></ul><p>—Señores, dijo.</p>"
    assert only_text(html) == expected


def test_loose_words_become_paragraphs_in_their_place():
    assert only_text("uno <b>dos</b><p>tres</p>cuatro") == "<p>uno <b>dos</b></p><p>tres</p><p>cuatro</p>"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//malo.pe",
        "/etc",
        "#nota",
        "picture:1",
    ],
)
def test_a_link_that_is_not_to_the_web_or_mail_becomes_words(address):
    assert only_text(f'<p><a href="{address}">aquí</a></p>') == "<p>aquí</p>"


@pytest.mark.parametrize(
    "address", ["https://www.gob.pe/aija?a=1&amp;b=2", "mailto:imagen@example.pe", "tel:+51043000000"]
)
def test_a_link_to_the_web_mail_or_telephone_stays(address):
    assert only_text(f'<p><a href="{address}" onclick="x()">aquí</a></p>') == f'<p><a href="{address}">aquí</a></p>'


def test_scripts_styles_and_frames_leave_nothing():
    html = "<style>p{}</style><p onclick='x'>uno</p><script>alert(1)</script><iframe src='x'></iframe>"
    assert only_text(html) == "<p>uno</p>"


def test_tables_pictures_and_quotations_keep_their_place_in_the_text():
    html = (
        "<p>antes</p><table><tr><th>Obra</th><th>S/</th></tr><tr><td>Posta</td><td>100</td></tr></table><p>medio</p>"
        "<p><img src='picture:1'></p><blockquote><p>“Cumplimos.”</p>"
        "<p>— Alcaldesa de ejemplo, alcaldesa</p></blockquote><p>fin</p>"
    )
    blocks = html_to_blocks(html)
    assert [block.type for block in blocks] == ["text", "table", "text", "image", "quote", "text"]
    assert blocks[1].value == {"caption": "", "columns": ["Obra", "S/"], "rows": [["Posta", "100"]]}
    assert blocks[3].value == {"picture": "1", "caption": ""}
    assert blocks[4].value == {"text": "Cumplimos.", "speaker": "Alcaldesa de ejemplo", "position": "alcaldesa"}


def test_a_quotation_of_one_paragraph_is_all_words_even_after_a_dash():
    (block,) = html_to_blocks("<blockquote><p>— Señores, cumplimos.</p></blockquote>")
    assert block.value == {"text": "— Señores, cumplimos.", "speaker": "", "position": ""}


def test_a_picture_amid_a_sentence_does_not_break_it():
    blocks = html_to_blocks("<p>uno <img src='picture:1'> dos</p><p><img src='picture:2'>tres</p>")
    assert [block.value if block.type == "text" else block.value["picture"] for block in blocks] == [
        "<p>uno dos</p>",
        "1",
        "2",
        "<p>tres</p>",
    ]


def test_a_picture_from_the_web_is_not_a_block():
    assert only_text("<p>uno<img src='https://malo.pe/a.png'></p>") == "<p>uno</p>"


def test_merged_cells_repeat_their_text_and_rows_are_as_wide_as_the_columns():
    html = (
        "<table><tr><th colspan=2>Meta</th><th>Avance</th></tr>"
        "<tr><td rowspan=2>Vías</td><td>10</td><td>5</td></tr><tr><td>20</td></tr></table>"
    )
    (block,) = html_to_blocks(html)
    assert block.value["columns"] == ["Meta", "Meta", "Avance"]
    assert block.value["rows"] == [["Vías", "10", "5"], ["Vías", "20", ""]]


def test_a_table_without_marked_headings_keeps_figures_as_rows():
    (block,) = html_to_blocks("<table><tr><td>Posta</td><td>100</td></tr><tr><td>Vía</td><td>200</td></tr></table>")
    assert block.value == {"caption": "", "columns": ["", ""], "rows": [["Posta", "100"], ["Vía", "200"]]}


def test_the_line_that_names_a_table_is_its_caption():
    (block,) = html_to_blocks(
        "<p>Cuadro N.° 2. Obras</p><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
    )
    assert block.value["caption"] == "Cuadro N.° 2. Obras"


def test_a_table_that_only_arranges_the_page_is_opened():
    html = (
        "<table><tr><td><p>uno</p></td></tr></table>"
        "<table><tr><td><img src='picture:1'></td><td><p>dos</p></td></tr></table>"
    )
    assert [block.type for block in html_to_blocks(html)] == ["text", "image", "text"]


def test_a_table_inside_a_list_comes_after_it():
    html = "<ul><li>uno<table><tr><td>a</td><td>1</td></tr></table></li></ul>"
    assert [block.type for block in html_to_blocks(html)] == ["text", "table"]


def test_a_huge_merged_cell_cannot_widen_the_table_without_end():
    (block,) = html_to_blocks(
        "<table><tr><td colspan=99999 rowspan=99999>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    )
    assert len(block.value["columns"]) == limits.MAX_TABLE_COLUMNS
    assert len(block.value["rows"]) <= 2


def cut_warnings(html: str) -> list[str]:
    _blocks, warnings = split_blocks(flow(tidy(html)), {})
    return [warning for warning in warnings if "se recortó" in warning]


def test_a_table_too_tall_or_too_wide_is_cut_with_a_warning():
    row = "<tr><td>a</td><td>1</td></tr>"
    assert cut_warnings(f"<table>{row * limits.MAX_TABLE_ROWS}</table>") == []
    assert cut_warnings(f"<table>{row * (limits.MAX_TABLE_ROWS + 1)}</table>")
    cells = "<td>1</td>" * limits.MAX_TABLE_COLUMNS
    assert cut_warnings(f"<table><tr>{cells}</tr></table>") == []
    assert cut_warnings(f"<table><tr>{cells}<td>1</td></tr></table>")


def depth(soup: BeautifulSoup) -> int:
    return max(len(list(tag.parents)) for tag in [soup, *soup.find_all(True)])


@pytest.mark.parametrize("tags", ["<div>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<p><b>"])
def test_a_page_nested_without_end_is_flattened_and_keeps_its_words(tags):
    html = tags * 10_000 + "hola"
    assert depth(tidy(html)) < 2 * limits.MAX_HTML_DEPTH
    assert "hola" in str(html_to_blocks(html))


def test_a_text_too_long_for_a_note_is_refused():
    html_to_blocks("<p>" + "a " * 90_000 + "</p>")
    with pytest.raises(UnreadableNote, match="supera los"):
        html_to_blocks("<p>" + "a " * 110_000 + "</p>")
    with pytest.raises(UnreadableNote):
        html_to_blocks("<p></p>" * 1_000_000)


def assert_clean(html: str) -> None:
    for block in html_to_blocks(html):
        if block.type != "text":
            continue
        assert not re.search(r"<\s*(script|style|iframe|img|svg|object)", block.value, re.IGNORECASE)
        for tag in BeautifulSoup(block.value, "html.parser").find_all(True):
            assert tag.name in TEXT_TAGS
            assert set(tag.attrs) <= {"href"}
            assert str(tag.get("href", "https:")).partition(":")[0] in {"http", "https", "mailto", "tel"}


@settings(deadline=None)
@given(st.text(max_size=400))
def test_no_text_makes_cleaning_fail(text):
    assert_clean(text)


PIECES = st.sampled_from(
    [
        *("<script>", "</script>", "alert(1)", "<p>", "</p>", "<b>", "</b>", "<i>", "<ul>", "<ol>", "<li>", "</li>"),
        *(
            "</ul>",
            "<table>",
            "<tr>",
            "<td colspan=3>",
            "<td colspan=x>",
            "<td rowspan=²>",
            "<th rowspan=9>",
            "</table>",
            "<blockquote>",
            "</blockquote>",
        ),
        *("<img src='picture:1'>", "<img src=x onerror=alert(1)>", "<a href='javascript:alert(1)'>", "</a>", "<br>"),
        *("<a href='https://x.pe'>", "<hr>", "<h1>", "</h1>", "<h5>", "<svg><style>", "<math><mtext>", "<!--", "-->"),
        *("<![CDATA[", "]]>", "<p class=title>", "<span class=caps>", "&lt;script&gt;", "&#0;", "- ", "• ", "Foto: "),
        *(
            "texto ",
            "<noscript>",
            "<template>",
            "<plaintext>",
            "<textarea>",
            "</textarea>",
            "<p class=caption>",
            "<img title=x src=y>",
        ),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_script_survives_any_mixture_of_markup(html):
    assert_clean(html)
