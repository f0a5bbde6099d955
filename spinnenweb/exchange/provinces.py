"""The province of a Dutch postcode, because the standard wants one with every address.

The four figures follow the map; a few villages on a border are given to their neighbours. It fills a field, and
decides nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_POSTCODE = re.compile(r"\s*([1-9][0-9]{3})\s?[A-Za-z]{0,2}\s*")
_RANGES = """
1000 Noord-Holland|1300 Flevoland|1380 Noord-Holland|1390 Utrecht|1394 Noord-Holland|1396 Utrecht
1398 Noord-Holland
1426 Utrecht|1428 Zuid-Holland|1430 Noord-Holland|2160 Zuid-Holland|2165 Noord-Holland|2166 Zuid-Holland
3400 Utrecht|3466 Zuid-Holland|3467 Utrecht|3651 Zuid-Holland|3654 Utrecht|3770 Gelderland|3800 Utrecht
3840 Gelderland|3890 Flevoland|3900 Utrecht|4000 Gelderland|4100 Utrecht|4116 Gelderland|4120 Utrecht
4147 Gelderland|4200 Zuid-Holland|4211 Gelderland|4220 Zuid-Holland|4250 Noord-Brabant|4300 Zeeland
4600 Noord-Brabant|4672 Zeeland|4680 Noord-Brabant|4797 Noord-Brabant|5300 Gelderland|5340 Noord-Brabant
5765 Limburg|5766 Noord-Brabant|5800 Limburg|5820 Noord-Brabant|5850 Limburg|6020 Noord-Brabant|6030 Limburg
6500 Gelderland|6584 Limburg|6600 Gelderland|7400 Overijssel|7200 Gelderland|7430 Overijssel|7740 Drenthe
7770 Overijssel|7800 Drenthe|7920 Drenthe|7940 Overijssel|7957 Drenthe|8000 Overijssel|8050 Gelderland
8055 Overijssel|8070 Gelderland|8100 Overijssel|8160 Gelderland|8200 Flevoland|8260 Overijssel|8300 Flevoland
8322 Overijssel|8380 Drenthe|8388 Friesland|9300 Drenthe|9350 Groningen|9400 Drenthe|9479 Groningen|9480 Drenthe
9500 Groningen|9530 Drenthe|9540 Groningen|9570 Drenthe|9580 Groningen|9760 Drenthe|9770 Groningen|9850 Friesland
9860 Groningen|9870 Friesland|9873 Groningen
"""
_STARTS = sorted((int(one[:4]), one[5:]) for one in re.split(r"[|\n]", _RANGES.strip()))


def province_of(postcode: str) -> str:
    """The province, or nothing when this is no postcode."""
    found = _POSTCODE.fullmatch(postcode)
    if found is None:
        return ""
    return _STARTS[bisect_right(_STARTS, (int(found[1]), "~")) - 1][1]
