"""A text as people and networks see it: clean, in whole characters, with its links and hashtags in one piece.

Source: Unicode Standard Annex 29 (extended grapheme clusters) and Unicode Technical Standard 51 (emoji sequences).
"""

import unicodedata

import regex

# Written so that JavaScript reads it alike: the counter of the editor's screen is given this very pattern.
EMOJI = (
    r"(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3"
    r"|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:[\u{E0020}-\u{E007E}]+\u{E007F})?"
    r"(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*)"
)
COUNTRY_ENDINGS = (
    "ac|ad|ae|af|ag|ai|al|am|ao|aq|ar|as|at|au|aw|ax|az|ba|bb|bd|be|bf|bg|bh|bi|bj|bl|bm|bn|bo|bq|br|bs|bt|bv|bw|by|bz|"
    "ca|cc|cd|cf|cg|ch|ci|ck|cl|cm|cn|co|cr|cu|cv|cw|cx|cy|cz|de|dj|dk|dm|do|dz|ec|ee|eg|eh|er|es|et|eu|fi|fj|fk|fm|fo|"
    "fr|ga|gb|gd|ge|gf|gg|gh|gi|gl|gm|gn|gp|gq|gr|gs|gt|gu|gw|gy|hk|hm|hn|hr|ht|hu|id|ie|il|im|in|io|iq|ir|is|it|je|jm|"
    "jo|jp|ke|kg|kh|ki|km|kn|kp|kr|kw|ky|kz|la|lb|lc|li|lk|lr|ls|lt|lu|lv|ly|ma|mc|md|me|mf|mg|mh|mk|ml|mm|mn|mo|mp|mq|"
    "mr|ms|mt|mu|mv|mw|mx|my|mz|na|nc|ne|nf|ng|ni|nl|no|np|nr|nu|nz|om|pa|pe|pf|pg|ph|pk|pl|pm|pn|pr|ps|pt|pw|py|qa|re|"
    "ro|rs|ru|rw|sa|sb|sc|sd|se|sg|sh|si|sj|sk|sl|sm|sn|so|sr|ss|st|su|sv|sx|sy|sz|tc|td|tf|tg|th|tj|tk|tl|tm|tn|to|tr|"
    "tt|tv|tw|tz|ua|ug|uk|um|us|uy|uz|va|vc|ve|vg|vi|vn|vu|wf|ws|ye|yt|za|zm|zw"
)
COMMON_ENDINGS = (
    "com|org|net|info|edu|gov|mil|int|biz|name|pro|coop|museum|app|dev|online|site|news|blog|cloud|page|xyz"
)
_LABEL = r"[A-Za-z0-9\u00C0-\u024F](?:[A-Za-z0-9\u00C0-\u024F_\-]*[A-Za-z0-9\u00C0-\u024F])?"
_INSIDE = r"\([^\s<>\x22()]*\)"  # X takes parentheses that close
_TAIL = (
    rf"(?::[0-9]+)?(?:[\/?#](?:(?:[^\s<>\x22«»“”…()]|{_INSIDE})*(?:[A-Za-z0-9\u00C0-\u024F=_#\/+\-&%]|{_INSIDE}))?)?"
)
# Hosts that only a trial installation has: measured like the name that will take their place.
_TRIAL = r"(?:localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3})"
# A link with its protocol, or a bare name under an ending that X knows; «EE.UU.» and «RR.HH.» are neither.
LINK = (
    rf"(?:https?:\/\/(?:(?:{_LABEL}\.)+[A-Za-z]{{2,}}|{_TRIAL}){_TAIL}"
    rf"|(?<![A-Za-z0-9\u00C0-\u024F@#$_.\/\-])(?:{_LABEL}\.)+(?:{COUNTRY_ENDINGS}|{COMMON_ENDINGS})"
    rf"(?![A-Za-z0-9\u00C0-\u024F@])(?!\.[A-Za-z]){_TAIL})"
)
_emoji = regex.compile(regex.sub(r"\\u\{(\w+)\}", r"\\U000\1", EMOJI))
_link = regex.compile(LINK, regex.IGNORECASE)
_grapheme = regex.compile(r"\X")
_blank_lines = regex.compile(r"\n{3,}")
_trailing = regex.compile(r"[^\S\n]+(?=\n|$)")
KEPT_FORMATS = "\u200c\u200d"  # joiners, which emoji and some scripts need
TAGS = range(0xE0020, 0xE0080)  # of which some flags are made


def cleaned(text: str) -> str:
    """The text in NFC without control characters, marks of direction, lone surrogates or endless blank lines."""
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    kept = "".join(character for character in plain if character == "\n" or _is_kept(character))
    return _blank_lines.sub("\n\n", _trailing.sub("", kept)).strip()


def graphemes(text: str) -> list[str]:
    """The characters as people see them."""
    return _grapheme.findall(text)


def links_in(text: str) -> list[tuple[int, int]]:
    """Where each link starts and ends."""
    return [match.span() for match in _link.finditer(text)]


def emojis_in(text: str) -> list[tuple[int, int]]:
    """Where each emoji, with all that it is joined from, starts and ends."""
    return [match.span() for match in _emoji.finditer(text)]


def _is_kept(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind not in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp") or character in KEPT_FORMATS or ord(character) in TAGS
