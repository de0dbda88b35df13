"""Captions come in as WebVTT or SubRip and are kept as browsers read them."""

import pytest

from institution.rules.captions import UnreadableCaptions, as_webvtt, spoken_words

SRT = (
    "1\r\n00:00:01,000 --> 00:00:04,500\r\nBuenos días, vecinas\r\ny vecinos.\r\n\r\n"
    "2\r\n00:01:00,000 --> 00:01:02,000\r\n<i>Aplausos</i>\r\n"
)
VTT = "WEBVTT\n\n00:01.000 --> 00:04.500 align:start\nBuenos días\n"


def test_subrip_becomes_webvtt_with_its_words_untouched():
    written = as_webvtt(SRT.encode())
    assert written.startswith("WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.500\nBuenos días, vecinas\n")
    assert as_webvtt(written.encode()) == written
    assert spoken_words(written) == "Buenos días, vecinas y vecinos.\nAplausos"


@pytest.mark.parametrize("content", [VTT.encode(), b"\xef\xbb\xbf" + VTT.encode(), VTT.encode("cp1252")])
def test_webvtt_is_kept_whatever_its_encoding(content):
    assert as_webvtt(content) == VTT


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no tiene"),
        (b"WEBVTT\n\nHola", "no tiene"),
        (b"WEBVTT\n\n00:04.000 --> 00:01.000\nHola", "línea 3"),
        (b"WEBVTT\n\n00:99.000 --> 01:01.000\nHola", "línea 3"),
        (b"1\nayer --> hoy\nHola", "línea 2"),
        (b"\0\0\0\x18ftypmp42", "no es de texto"),
        (b"x" * 1_000_001, "1 MB"),
        (b"--> " * 200_000, "línea 1"),
    ],
)
def test_what_is_no_captions_is_refused_saying_where(content, told):
    with pytest.raises(UnreadableCaptions, match=told):
        as_webvtt(content)
