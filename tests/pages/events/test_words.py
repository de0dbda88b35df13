"""When something takes place, told as people here write it."""

from datetime import datetime

import pytest

from institution.rules.lima import LIMA
from pages.rules.event_words import span_words

JANUARY_5 = datetime(2027, 1, 5, 0, 0, tzinfo=LIMA)


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (datetime(2027, 1, 6, tzinfo=LIMA), "martes 5 de enero de 2027"),
        (datetime(2027, 1, 8, tzinfo=LIMA), "del martes 5 al jueves 7 de enero de 2027"),
        (datetime(2027, 2, 2, tzinfo=LIMA), "del martes 5 de enero al lunes 1 de febrero de 2027"),
        (datetime(2028, 1, 2, tzinfo=LIMA), "del martes 5 de enero de 2027 al sábado 1 de enero de 2028"),
    ],
)
def test_days_in_a_row_say_their_month_and_their_year_once(ends, told):
    assert span_words(JANUARY_5, ends, all_day=True) == told
