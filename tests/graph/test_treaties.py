"""Treaties by notation, title and short name."""

import pytest

from graph import treaties
from graph.clean import Unclear
from graph.treaties import named_in, treaty


@pytest.mark.parametrize(
    ("told", "notation"),
    [
        ("ICCPR", "ICCPR"),
        ("iccpr-op 1", "ICCPR-OP1"),
        ("ICCPR-OP2-DP", "ICCPR-OP2"),
        ("OPCAT", "CAT-OP"),
        ("OP-CRC-AC", "CRC-OP-AC"),
        ("CMW", "ICRMW"),
        ("CPED", "ICPPED"),
        ("Convention relative aux droits de l'enfant", "CRC"),
        ("Pacto Internacional de Derechos Civiles y Políticos", "ICCPR"),
    ],
)
def test_a_treaty_is_known_by_each_of_its_names(told: str, notation: str) -> None:
    assert treaty(told) == notation


@pytest.mark.parametrize("told", ["", "Geneva Convention", "Covenant", "OP", "CRC-OP"])
def test_what_is_no_core_treaty_or_could_be_several_is_unclear(told: str) -> None:
    with pytest.raises(Unclear):
        treaty(told)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4. International Covenant on Civil and Political Rights", ("ICCPR",)),
        ("5. Optional Protocol to the International Covenant on Civil and Political Rights", ("ICCPR-OP1",)),
        ("hr_status_crc-op-ac (2022)", ("CRC-OP-AC",)),
        ("CEDAW and CRC", ("CEDAW", "CRC")),
        ("status of ratification", ()),
    ],
)
def test_a_protocols_name_is_not_its_treatys(text: str, found: tuple[str, ...]) -> None:
    assert named_in(text) == found


def test_no_name_is_two_treaties() -> None:
    names = treaties._names()
    for name, notation in names.items():
        assert treaty(name) == notation
    assert len(set(names.values())) == 18
