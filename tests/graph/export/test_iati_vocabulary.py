"""The code list of recommendations: IATI's form, and codes that come back as links when a publisher uses them."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from graph import asks_list, terms
from graph.clean import Unclear
from graph.export import Unwritable, export_to
from graph.records import PassageKey, Project, StatedLink
from graph.source import Source
from graph.store.builds import Build
from graph.store.pool import Pool
from loaders.programming.iati import load as iati


@pytest.fixture(scope="module")
def pool(example: Build) -> Iterator[Pool]:
    with Pool(example.store) as opened:
        yield opened


@pytest.fixture
def items(pool: Pool, example: Build, tmp_path: Path) -> list[etree._Element]:
    export_to("iati-vocabulary", pool, example, "VNM", tmp_path / "list.xml")
    return list(etree.parse(tmp_path / "list.xml").getroot().iterfind("codelist-items/codelist-item"))


def test_every_numbered_ask_of_the_state_has_one_code(pool: Pool, items: list[etree._Element]) -> None:
    codes = [item.findtext("code") for item in items]
    assert len(codes) == len(set(codes)) > 3
    rows = pool.select(
        f"PREFIX rg: <{terms.NS}> SELECT DISTINCT ?ask WHERE {{ ?ask rg:state <{terms.state('VNM')}> ; a ?kind ; "
        "rg:document ?document ; rg:paragraph ?paragraph FILTER(?kind IN (rg:Recommendation, rg:Observation)) }"
    ).rows
    assert {item.findtext("url") for item in items} == {row[0].value for row in rows if row[0]}


def test_the_list_has_the_form_of_iatis_code_lists(pool: Pool, example: Build, tmp_path: Path) -> None:
    """The order of elements is that of IATI's `codelist.xsd`."""
    export_to("iati-vocabulary", pool, example, None, tmp_path / "list.xml")
    root = etree.parse(tmp_path / "list.xml").getroot()
    assert root.tag == "codelist"
    assert [child.tag for child in root] == ["metadata", "codelist-items"]
    assert [child.tag for child in root[0]] == ["name", "description", "url"]
    assert root.findtext("metadata/url") == asks_list.URI
    order = ["code", "name", "description", "category", "url"]
    for item in root.iterfind("codelist-items/codelist-item"):
        told = [child.tag for child in item]
        assert told == [tag for tag in order if tag in told]
        assert item.findtext("name/narrative")
        assert not item.attrib


def test_a_code_that_a_publisher_uses_comes_back_as_a_link(items: list[etree._Element], tmp_path: Path) -> None:
    tags = "".join(
        f'<tag vocabulary="99" vocabulary-uri="{asks_list.URI}" code="{item.findtext("code")}"/>' for item in items
    )
    (tmp_path / "a.xml").write_text(
        f'<iati-activities version="2.03"><iati-activity><iati-identifier>X-1</iati-identifier>{tags}</iati-activity>'
        "</iati-activities>",
        "utf-8",
    )
    found = list(iati.load(Source.of(tmp_path / "a.xml")))
    links = [one.object for one in found if isinstance(one, StatedLink)]
    asked = [terms.passage(one.symbol, one.paragraph) for one in links if isinstance(one, PassageKey)]
    assert asked == [item.findtext("url") for item in items]
    (project,) = (one for one in found if isinstance(one, Project))
    assert project.tags == ()


def test_the_csv_holds_the_same_codes(pool: Pool, example: Build, items: list[etree._Element], tmp_path: Path) -> None:
    export_to("iati-vocabulary", pool, example, "VNM", tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["code"] for row in rows] == [item.findtext("code") for item in items]
    assert {row["state"] for row in rows} == {"VNM"}
    assert {"supported"} <= {row["position"] for row in rows}


def test_a_state_without_recommendations_is_told(pool: Pool, example: Build, tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="no recommendation of NZL"):
        export_to("iati-vocabulary", pool, example, "NZL", tmp_path / "list.xml")


@pytest.mark.parametrize(
    ("symbol", "paragraph"), [("A/HRC/12/11", "99.78"), ("CRC/C/VNM/CO/3-4", "27 (b)"), ("CERD/C/VNM/CO/10-14", "12")]
)
def test_a_code_tells_its_passage_and_so_does_the_whole_identifier(symbol: str, paragraph: str) -> None:
    key = PassageKey(symbol, paragraph)
    assert asks_list.key(asks_list.code(symbol, paragraph)) == key
    assert asks_list.key(terms.passage(symbol, paragraph)) == key


@pytest.mark.parametrize("told", ["", "A/HRC/12/11", "A/HRC/12/11/para/", "99.78", "https://example.org/para/1"])
def test_what_is_no_code_is_unclear(told: str) -> None:
    with pytest.raises(Unclear):
        asks_list.key(told)
