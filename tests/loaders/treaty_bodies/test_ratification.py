"""Tables of treaty status: each layout is told by its headings, each status is dated, nothing is guessed."""

import csv
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from graph.clean import Unclear
from graph.records import TreatyStanding, TreatyStatus
from graph.source import Refused, Source
from loaders.identify import identify
from loaders.treaty_bodies import ratification, standing_cells

PARTY, SIGNATORY, NONE = TreatyStanding.STATE_PARTY, TreatyStanding.SIGNATORY, TreatyStanding.NO_ACTION
READ_ON = date(2026, 11, 24)

WORDS = """iso2,member,state party,year ratification or accession,signatory, no action,status,note
VN,Viet Nam,1,1982,0,0,state party,
US,United States of America,0,,1,0,signatory state,
TP,East Timor,0,,0,1,no action,as Timor-Leste
"""
DAYS = """STATUS AS AT : 03-09-2023 05:00:35 EDT,,
4. International Covenant on Civil and Political Rights,,
Participant,Signature,"Accession(a), Succession(d), Ratification"
China 4,5 Oct 1998,
Viet Nam,,24 Sep 1982 a
"Germany 5, 6",9 Oct 1968,17 Dec 1973
Montenegro7,,23 Oct 2006 d
European Union,,23 Dec 2010 c
"""
WIDE = """State,ICCPR,ICCPR-OP 1,CRC,Capital
Mozambique,21 Jul 1993 a,,26 Apr 1994,Maputo
Argentina,1986,signed,x,Buenos Aires
"""
OF_ONE_STATE = """Ratification status for Viet Nam,,
Treaty,Signature Date,"Ratification Date, Accession(a), Succession(d) Date"
CAT - Convention against Torture,7 Nov 2013,5 Feb 2015
CRC,26 Jan 1990,28 Feb 1990
OP-CRC-IC,,
Rome Statute,,
"CED, Art.32 - Communications of States",,
CCPR-OP2-DP - Second Optional Protocol,,
"""


def source(folder: Path, text: str, name: str = "table.csv") -> Source:
    path = folder / name
    path.write_text(text, "utf-8")
    return Source.of(path, read_on=READ_ON)


def workbook(folder: Path, text: str, sheet: str, name: str = "table.xlsx") -> Source:
    """The same table as a workbook; what looks like a number is one."""
    path = folder / name
    with xlsxwriter.Workbook(path, {"strings_to_numbers": True}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(csv.reader(text.splitlines())):
            page.write_row(number, 0, row)
    return Source.of(path, read_on=READ_ON)


def told(found: list[TreatyStatus]) -> list[tuple[str, str, TreatyStanding, int | None]]:
    return [(one.state, one.treaty, one.status, one.year) for one in found]


def reasons(read: Source) -> str:
    return "\n".join(f"{one.place}: {one.reason}" for one in read.findings)


def claimed(read: Source) -> bool:
    return [loader.name for loader in identify(read)] == ["treaty_bodies.ratification"]


def test_words_and_a_year_are_read_and_the_file_name_is_the_last_resort(tmp_path: Path) -> None:
    read = source(tmp_path, WORDS, "hr_status_iccpr.csv")
    assert claimed(read)
    found = list(ratification.load(read))
    assert told(found) == [
        ("VNM", "ICCPR", PARTY, 1982),
        ("USA", "ICCPR", SIGNATORY, None),
        ("TLS", "ICCPR", NONE, None),
    ]
    assert {one.as_of for one in found} == {READ_ON}
    said = reasons(read)
    assert "only the file name tells which treaty this is: read as ICCPR" in said
    assert "does not say which day it describes: taken as 2026-11-24" in said
    assert "row 4: no State has the code 'TP'" in said
    assert "rows with a note that is not read: 4" in said


def test_the_same_table_as_a_workbook_says_the_same_and_its_sheet_tells_the_treaty(tmp_path: Path) -> None:
    as_text = list(ratification.load(source(tmp_path, WORDS, "iccpr.csv")))
    read = workbook(tmp_path, WORDS, "hr_status_iccpr")
    assert claimed(read)
    assert list(ratification.load(read)) == as_text
    assert "the name of the sheet tells which treaty this is: ICCPR" in reasons(read)


def test_days_are_read_with_their_letter_below_a_title_that_names_the_treaty_and_the_day(tmp_path: Path) -> None:
    for read in (source(tmp_path, DAYS), workbook(tmp_path, DAYS, "Sheet1")):
        assert claimed(read)
        found = list(ratification.load(read))
        assert told(found) == [
            ("CHN", "ICCPR", SIGNATORY, None),
            ("VNM", "ICCPR", PARTY, 1982),
            ("DEU", "ICCPR", PARTY, 1973),
            ("MNE", "ICCPR", PARTY, 2006),
        ]
        assert (found[2].signed, found[2].joined) == (date(1968, 10, 9), date(1973, 12, 17))
        assert {one.as_of for one in found} == {date(2023, 9, 3)}
        assert reasons(read) == "row 8: European Union is an organisation of States: not read"


def test_a_column_for_each_treaty_says_only_what_its_cells_say(tmp_path: Path) -> None:
    read = source(tmp_path, WIDE)
    assert claimed(read)
    assert told(list(ratification.load(read))) == [
        ("MOZ", "ICCPR", PARTY, 1993),
        ("MOZ", "CRC", PARTY, 1994),
        ("ARG", "ICCPR", PARTY, 1986),
        ("ARG", "ICCPR-OP1", SIGNATORY, None),
    ]
    said = reasons(read)
    assert "columns that are not read: Capital" in said
    assert "row 3: CRC: no standing with a treaty is called 'x'" in said


def test_the_treaties_of_one_state_are_read_from_a_table_under_its_name(tmp_path: Path) -> None:
    read = source(tmp_path, OF_ONE_STATE)
    assert claimed(read)
    found = list(ratification.load(read))
    assert told(found) == [
        ("VNM", "CAT", PARTY, 2015),
        ("VNM", "CRC", PARTY, 1990),
        ("VNM", "CRC-OP-IC", NONE, None),
        ("VNM", "ICCPR-OP2", NONE, None),
    ]
    assert "row 7: no core human rights treaty is called 'CED, Art.32'" in reasons(read)
    assert "row 6: no core human rights treaty is called 'Rome Statute'" in reasons(read)


def test_a_saved_page_is_read_as_the_table_in_it(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in csv.reader(DAYS.splitlines()[2:]))
    read = source(tmp_path, f"<html><body><table>{rows}</table></body></html>", "cat.html")
    assert claimed(read)
    assert [one.treaty for one in ratification.load(read)] == ["CAT"] * 4


def test_a_label_that_disagrees_with_the_title_is_reported(tmp_path: Path) -> None:
    read = source(tmp_path, DAYS, "crc.csv")
    assert {one.treaty for one in ratification.load(read)} == {"ICCPR"}
    assert "label: the file name says CRC, the title says ICCPR: read as ICCPR" in reasons(read)


def test_a_table_of_several_days_tells_each(tmp_path: Path) -> None:
    read = source(
        tmp_path, "Country,Treaty,Ratification,As of\nFrance,CRC,,1 Jan 1990\nFrance,CRC,7 Aug 1990,1 Jan 1991\n"
    )
    assert claimed(read)
    found = list(ratification.load(read))
    assert [(one.as_of.year, one.status) for one in found] == [(1990, NONE), (1991, PARTY)]
    assert read.findings == []


def test_what_contradicts_itself_is_reported(tmp_path: Path) -> None:
    read = source(
        tmp_path,
        "iso2,member,state party,year ratification or accession,signatory,no action,status\n"
        "KP,Democratic People's Republic of Korea,1,1990,0,1,state party\n"
        "FR,Viet Nam,1,1990,0,0,state party\n"
        "AR,Argentina,0,1990,1,0,signatory\n"
        "MZ,Mozambique,1,1494,0,0,state party\n"
        "BR,Brazil,1,1990,0,0,perhaps\n"
        "KP,North Korea,1,1990,0,0,state party\n"
        ",Atlantis,1,1990,0,0,state party\n",
        "crc.csv",
    )
    assert told(list(ratification.load(read))) == [("PRK", "CRC", PARTY, 1990), ("ARG", "CRC", SIGNATORY, None)]
    said = reasons(read)
    for reason in (
        "row 2: the status is 'state party', but 'no action' is '1'",
        "row 3: the name says VNM, the code 'FR' says FRA: not read",
        "row 4: a year of ratification (1990) without a ratification: the year is not read",
        "row 5: no year of ratification or accession: '1494'",
        "row 6: no standing with a treaty is called 'perhaps'",
        "row 7: PRK and CRC stand in row 2 already: read there",
        "row 8: no State is called 'Atlantis'",
    ):
        assert reason in said


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        (WORDS, "table.csv", "nothing tells which treaty"),
        (WORDS, "crc-and-cedaw.csv", "nothing tells which treaty"),
        ("stateabb,ccode,year,ICCPR,CAT\nUSA,2,1992,1,0\n", "status.csv", "Correlates of War"),
        ("State,year,ICCPR,CAT\nUSA,1992,1,0\n", "status.csv", "one row for each year"),
        ("Treaty,Ratification\nCRC,1 Jan 1990\n", "status.csv", "nothing tells whose treaties"),
    ],
)
def test_a_table_that_does_not_say_what_it_is_about_is_refused(
    tmp_path: Path, text: str, name: str, reason: str
) -> None:
    read = source(tmp_path, text, name)
    assert claimed(read)
    with pytest.raises(Refused, match=reason):
        list(ratification.load(read))


@pytest.mark.parametrize(
    "text", ["", "State,Capital\nFrance,Paris\n", "Country,Mandate,Ratification notes\n", "To,From,Text\n", "\x00,\x00"]
)
def test_other_tables_are_not_claimed(tmp_path: Path, text: str) -> None:
    assert not ratification.recognise(source(tmp_path, text))


@pytest.mark.parametrize(
    "cell", ["31 Feb 1990", "24 Sep 1982 z", "soon", "1982?", "24 Sept", "99/99/1999", "٢٤ Sep 1982"]
)
def test_an_impossible_day_is_unclear(cell: str) -> None:
    with pytest.raises(Unclear):
        standing_cells.day(cell)


@pytest.mark.parametrize("cell", ["24 Sep 1982 a", "24 Sept 1982", "1982-09-24", "24/09/1982", "[24 Sep 1982] 3"])
def test_a_day_is_read_in_each_way_of_writing_it(cell: str) -> None:
    assert standing_cells.day(cell) == date(1982, 9, 24)


@given(st.text(max_size=40))
def test_any_cell_is_a_value_or_unclear(cell: str) -> None:
    for read in (standing_cells.day, standing_cells.anything, standing_cells.standing, standing_cells.year):
        with suppress(Unclear):
            read(cell)


def test_the_nine_tables_of_2022_are_read_whole(shared_data: Path) -> None:
    parties: Counter[str] = Counter()
    for path in sorted((shared_data / "treaties").glob("hr_status_*.csv")):
        read = Source.of(path)
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        found = list(ratification.load(read))
        assert Counter(one.status for one in found) == Counter(
            {"state party": PARTY, "signatory state": SIGNATORY, "no action": NONE}[row["status"].strip()]
            for row in rows
        )
        assert len({one.state for one in found}) == len(rows) == 193
        parties.update(one.treaty for one in found if one.status is PARTY)
    assert parties["CRC"] == 192
    assert len(parties) == 9


def test_the_table_by_war_codes_is_refused(shared_data: Path) -> None:
    read = Source.of(shared_data / "treaties" / "UN-Treaty-Status.xlsx")
    assert claimed(read)
    with pytest.raises(Refused, match=r"treaties\.un\.org"):
        list(ratification.load(read))
