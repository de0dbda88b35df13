"""Addresses that nobody means well, one character for each byte."""

from itertools import product


def _each(text: str) -> list[str]:
    return text.split()


PARAMETERS = _each("""
    topic tag district unit published_at__gte published_at__lt event_date__lte q order limit cursor
    fields expand renditions total body id campaign work
""")
ELSEWHERE = _each("""
    works?state works?year events?from events?to alerts?at search?q search?type search?district search?overview
    suggest?q pages?fields units?level images?id
    documents?created_at__gte materials?kind campaigns?state guidance?situation social-kits?network
""")
UNREADABLE = _each(r"%00 %FF %ED%A0%80 %C3%28 a%00b %0D%0ASet-Cookie:x=1 %25 % %zz %5C %20 + ,")
NUMBERS = _each(f"-1 0 1e9 {10**9} {2**31} {2**63} {2**64} {'9' * 400} NaN Infinity null true [] {{}} %D9%A2%D9%A0")
INJECTIONS = _each("""
    ' %22 %22%22%22 '%20OR%201=1-- %27;DROP%20TABLE%20x;-- ../../etc/passwd <script> {{7*7}} $%7B7*7%7D * NEAR(a%20b)
    a%20AND NOT title:a - a,b %F0%9F%98%80 %E2%80%AE
""")
MOMENTS = _each("0001-01-01 9999-12-31T23:59:59-23:59 2026-02-30 2026-07-28T10:00 2026-07-28T10:00:00+99:99")
VALUES = ["", "a" * 3_000, *UNREADABLE, *NUMBERS, *INJECTIONS, *MOMENTS]

PATHS = _each(f"""
    /api/v1 /api/v1// /api/v1/../v1/news /api/v1/%2e%2e/admin /api/v1/news/%FF /api/v1/news/-1 /api/v1/news/0
    /api/v1/news/{2**63} /api/v1/news/{"9" * 300} /api/v1/news/' /api/v1/news/%22 /api/v1/news/1;a=b
    /api/v1/news/..%2f.. /api/v1/news/%0d%0aX:y /api/v1/news/{"a" * 3_000} /api/v1/news.json /api/v1/NEWS
    /api/v1/news// /api/v1/news/x/y/z /api/v1/renditions/ /api/v1/renditions/a.b.c /api/v1/renditions/WzEsImNhcmQiXQ.x
    /api/v1/problems/.. /api/v1/docs/ /api/v1/openapi.json?x=1 /api/v1/?x=1 /api/v1/news? /api/v1/news?&&&
    /api/v1/news?= /api/v1/news?limit /api/v1/news?limit=1;limit=2 /api/v1/news?limit=1&limit=2
    /api/v1/news?limit[]=1 /api/v1/news?limit=1#x /api/v1/news?q=a&q=b /api/v1/news?LIMIT=1
    /api/v1/news?published_at=2026 /api/v1/news?id=1 /api/v1/news?%00=1 /api/v1/news?%FF=1
    /api/v1//evil.example/ /api/v1/news/%2F%2Fevil.example/ /api/v1/news/%5Cevil.example/
""")
CHANGES = [f"/api/v1/changes?{name}={value}" for name, value in product(_each("since type limit order cursor"), VALUES)]
CROWDED = "/api/v1/news?" + "&".join(f"a{number}=1" for number in range(300))
ASKED = [*(f"news?{name}" for name in PARAMETERS), *ELSEWHERE]
ANSWERED = [*PATHS, CROWDED, *CHANGES, *(f"/api/v1/{asked}={value}" for asked, value in product(ASKED, VALUES))]

# What the server or the portal stops before the API sees it: bytes that no address may carry, and NUL in a path.
STOPPED = [
    "/api/v1/\xff", "/api/v1/news?\xff=\xff", "/api/v1/news?q=\xc3\xb1", "/api/v1/news/%00", "/api/v1/news/1%00",
    "/api/v1/renditions/%00", "/api/v1/problems/%00", "//evil.example/api/v1/news/", f"/api/v1/news?q={'a' * 9_000}",
]  # fmt: skip
