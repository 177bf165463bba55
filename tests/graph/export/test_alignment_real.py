"""Alignment of three real countries: the review's report, UPR Info's rows and UN INFO, as a country team has them.

Each number of the workbook is counted again here, by a query of the test's own.
"""

import csv
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from graph.build import build
from graph.export import export_to
from graph.store.builds import Build, Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.terms import PREFIXES
from loaders.read import read

REPORTS = "un-documents/upr-working-group-reports"
COUNTRIES = {
    "VNM": ("vietnam2009.pdf", "Viet Nam"),
    "ARG": ("argentina2008.pdf", "Argentina"),
    "MOZ": ("mozambique2011.pdf", "Mozambique"),
}
PROLOGUE = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n"
CHART_PAGES = 3

Rows = list[tuple[object, ...]]
each = pytest.mark.parametrize("code", list(COUNTRIES))


@pytest.fixture(scope="module")
def countries(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("three")
    for code, (report, _) in COUNTRIES.items():
        shutil.copy(shared_data / REPORTS / report, folder)
        shutil.copy(shared_data / "un-info" / "countries" / f"{code}.json", folder)
    for table in sorted((shared_data / "upr-info").glob("recommendations-*.csv")):
        heading, *rows = table.read_bytes().splitlines(keepends=True)
        of_ours = tuple(name.encode() + b"," for _, name in COUNTRIES.values())
        if ours := [row for row in rows if row.startswith(of_ours)]:
            (folder / table.name).write_bytes(heading + b"".join(ours))
    done = read([folder])
    return build(done.loaded, Builds(folder / "builds"), lambda store: Pool(store, Limits.for_builds())).build


@pytest.fixture(scope="module")
def pool(countries: Build) -> Iterator[Pool]:
    with Pool(countries.store, Limits.for_builds()) as opened:
        yield opened


@pytest.fixture(scope="module")
def books(pool: Pool, countries: Build, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("books")
    for code in COUNTRIES:
        export_to("alignment", pool, countries, code, folder / f"{code}.xlsx")
    return {code: folder / f"{code}.xlsx" for code in COUNTRIES}


def sheet(path: Path, name: str) -> Rows:
    """The rows under the headings."""
    return list(openpyxl.load_workbook(path)[name].iter_rows(min_row=3, values_only=True))


def counted(pool: Pool, code: str, pattern: str, what: str = "DISTINCT ?ask") -> int:
    query = f'SELECT (COUNT({what}) AS ?n) WHERE {{ ?of skos:notation "{code}" . ?of a rg:State . {pattern} }}'
    return int(pool.select(PROLOGUE + query).dicts()[0]["n"])


ASK = "?ask rg:state ?of ; a rg:Recommendation ."
SERVED = f"{ASK} ?one rg:contributesTo ?ask . FILTER NOT EXISTS {{ ?one a rg:Action }}"
OWN_OR_PROJECT = "FILTER(?one = ?result || EXISTS { ?one a rg:Project })"
PAIR = 'DISTINCT CONCAT(STR(?one), " ", STR(?ask))'


@each
def test_the_summary_says_what_the_graph_says(code: str, pool: Pool, books: dict[str, Path]) -> None:
    lines = {(row[0], row[1]): row for row in sheet(books[code], "Summary")}
    whole = lines["All asks", "recommendations"]
    assert whole[2] == counted(pool, code, ASK) > 0
    assert whole[3] == counted(pool, code, SERVED) > 0
    for position in ("supported", "noted", "partlySupported"):
        told = {"partlySupported": "partly supported"}.get(position, position)
        line = lines.get(("Position (UPR recommendations)", told), (0,) * 9)
        where = f"{{}} ?ask rg:position rg:{position}"
        assert line[2] == counted(pool, code, where.format(ASK))
        assert line[3] == counted(pool, code, where.format(SERVED))
    goals = [
        row for row in lines.values() if row[0] == "Sustainable Development Goal" and str(row[1]).startswith("SDG")
    ]
    assert len(goals) > 1
    for row in goals:
        number = str(row[1]).split()[1]
        tagged = f'?ask rg:sdg ?goal FILTER(REGEX(STR(?goal), "/sdg/{number}([.].+)?$"))'
        assert row[2] == counted(pool, code, f"{ASK} {tagged}")
        assert row[3] == counted(pool, code, f"{SERVED} {tagged}")


@each
def test_agencies_carry_what_the_graph_says(code: str, pool: Pool, books: dict[str, Path]) -> None:
    rows = sheet(books[code], "Agencies")
    assert len(rows) > 5
    for agency, programmes, serving, asks, links, *_ in rows:
        theirs = f'?one rg:implementer/rdfs:label "{agency}" .'
        assert programmes == counted(pool, code, f"?one rg:state ?of ; a rg:Project . {theirs}", "DISTINCT ?one")
        assert serving == counted(pool, code, f"{SERVED} {theirs}", "DISTINCT ?one")
        assert asks == counted(pool, code, f"{SERVED} {theirs}")
        assert links == counted(pool, code, f"{SERVED} {theirs}", PAIR)


@each
def test_the_matrix_counts_the_links_of_each_result_and_theme(code: str, pool: Pool, books: dict[str, Path]) -> None:
    _, headings, *rows = openpyxl.load_workbook(books[code])["Matrix"].iter_rows(values_only=True)
    results = [row for row in rows if row[2]]
    assert len(results) == counted(pool, code, "?one a rg:Result ; rg:framework/rg:state ?of", "DISTINCT ?one")
    total = counted(pool, code, SERVED, PAIR)
    assert sum(int(str(row[3])) for row in rows if str(row[3]).isdigit()) == total > 0
    theme_of = "?ask rg:theme/skos:prefLabel ?label FILTER(STR(?label) = {!r})"
    query = "SELECT ?one ?code ?title WHERE { ?one a rg:Result ; rg:code ?code ; dcterms:title ?title }"
    named = {f"{row['code']} {row['title']}": row["one"] for row in pool.select(PROLOGUE + query).dicts()}
    busiest = max(results, key=lambda row: int(str(row[3])))
    here = f"VALUES ?result {{ <{named[str(busiest[1]).strip()]}> }} ?one rg:partOf? ?result {OWN_OR_PROJECT}"
    assert busiest[3] == counted(pool, code, f"{here} {SERVED}", PAIR)
    compared = 0
    for heading, cell in zip(headings[4:], busiest[4:], strict=True):
        if heading != "No theme":
            count = counted(pool, code, f"{here} {SERVED} {theme_of.format(heading)}", PAIR)
            assert str(cell or "0 ").split()[0] == str(count), heading
            compared += count
    assert compared > 0 or not busiest[3]


@each
def test_each_recommendation_stands_with_its_programmes_and_their_money(
    code: str, pool: Pool, books: dict[str, Path]
) -> None:
    rows = sheet(books[code], "Recommendations")
    without = [row for row in rows if row[8] == "no programme known"]
    assert len(rows) - len(without) == counted(pool, code, SERVED, PAIR)
    assert len(without) == counted(pool, code, ASK) - counted(pool, code, SERVED)
    project = next(row for row in rows if row[9] == "project" and row[12])
    query = f"""SELECT ?currency ?kind (SUM(?amount) AS ?sum) WHERE {{ {{ SELECT DISTINCT ?budget WHERE {{
      ?p dcterms:title ?title FILTER(STR(?title) = {str(project[8])!r}) ?p rg:implementer/rdfs:label ?who
      FILTER(STR(?who) = {str(project[7])!r}) ?p rg:budget ?budget }} }}
      ?budget rg:amount ?amount ; rg:currency ?currency ; rg:moneyKind ?kind }} GROUP BY ?currency ?kind"""
    told = {
        f"{row['currency']} {float(row['sum']):,.2f} {row['kind']}" for row in pool.select(PROLOGUE + query).dicts()
    }
    parts = [part.split() for part in str(project[12]).split("; ")]
    found = {f"{currency} {float(amount.replace(',', '')):,.2f} {kind}" for currency, amount, kind in parts}
    assert found == told


@each
def test_gaps_are_those_of_the_graph(code: str, pool: Pool, books: dict[str, Path]) -> None:
    kinds = [row[0] for row in sheet(books[code], "Gaps")]
    supported = "?ask rg:position rg:supported"
    expected = counted(pool, code, f"{ASK} {supported}") - counted(pool, code, f"{SERVED} {supported}")
    assert kinds.count("Supported, and no programme is known") == expected
    idle = "?one rg:state ?of ; a rg:Project . FILTER NOT EXISTS { ?one rg:contributesTo ?any }"
    assert kinds.count("A project that serves no known ask") == counted(pool, code, idle, "DISTINCT ?one")
    nothing = "FILTER NOT EXISTS { ?under rg:partOf* ?one ; rg:contributesTo ?any }"
    results = f"?one a rg:Result ; rg:framework/rg:state ?of . {nothing}"
    assert kinds.count("A result that serves no known ask") == counted(pool, code, results, "DISTINCT ?one")
    other = "?other rg:affectedGroup ?who ; rg:state ?of ; a rg:Recommendation . ?any rg:contributesTo ?other"
    persons = f"{ASK} ?ask rg:affectedGroup ?who FILTER NOT EXISTS {{ {other} }}"
    assert sum("group of persons" in str(kind) for kind in kinds) == counted(pool, code, persons, "DISTINCT ?who")


@each
def test_no_cell_is_a_formula(code: str, books: dict[str, Path]) -> None:
    cells = [cell for one in openpyxl.load_workbook(books[code]) for row in one.iter_rows() for cell in row]
    assert len(cells) > 1_000
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_the_matrix_of_argentina_has_a_row_for_each_recommendation_and_a_column_for_each_project(
    pool: Pool, countries: Build, tmp_path: Path
) -> None:
    export_to("matrix", pool, countries, "ARG", tmp_path / "m.csv")
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as stream:
        headings, *rows = csv.reader(stream)
    assert len(rows) == counted(pool, "ARG", ASK)
    projects = counted(pool, "ARG", "?one rg:state ?of ; a rg:Project", "DISTINCT ?one")
    assert len(headings) - headings.index("Framework results") - 1 == projects
    marks = [cell for row in rows for cell in row[-projects:]]
    of_projects = f"{SERVED} ?one a rg:Project"
    assert sum(bool(cell) for cell in marks) == counted(pool, "ARG", of_projects, PAIR) > 0
    assert any(not any(row[-projects:]) for row in rows)
    assert {row[headings.index("Position")] for row in rows} == {"supported"}


@pytest.fixture(scope="module")
def as_pdf(need: Callable[[str], None], tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """A document as LibreOffice prints it."""
    office = shutil.which("soffice")
    if office is None:
        need("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("office")

    def convert(path: Path) -> Path:
        own = f"-env:UserInstallation={profile.as_uri()}"
        told = [str(office), own, "--headless", "--convert-to", "pdf", "--outdir", str(profile), str(path)]
        done = subprocess.run(told, capture_output=True, text=True, timeout=240, check=True)
        made = profile / f"{path.stem}.pdf"
        assert made.is_file(), done.stderr
        return made

    return convert


def test_libreoffice_opens_the_workbook_and_prints_every_sheet(
    books: dict[str, Path], as_pdf: Callable[[Path], Path]
) -> None:
    printed = pypdfium2.PdfDocument(as_pdf(books["ARG"]))
    pages = [page.get_textpage().get_text_range() for page in printed]
    for name in openpyxl.load_workbook(books["ARG"]).sheetnames:
        assert any(name in text[:200] for text in pages), name
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert sum("Charts" in text[:200] for text in pages) <= CHART_PAGES, "a chart is cut at the side"
    printed.close()


def test_libreoffice_opens_the_report_with_its_annex(
    pool: Pool, countries: Build, tmp_path: Path, as_pdf: Callable[[Path], Path]
) -> None:
    export_to("alignment", pool, countries, "MOZ", tmp_path / "moz.docx")
    paper = docx.Document(str(tmp_path / "moz.docx"))
    served, asks = counted(pool, "MOZ", SERVED), counted(pool, "MOZ", ASK)
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert f"{asks} asks addressed to Mozambique" in text
    assert f"{served} asks ({round(100 * served / asks)} %) have at least one programme" in text
    annex = [[cell.text for cell in row.cells] for row in paper.tables[-1].rows]
    outcomes = "?one a rg:Result ; rg:level rg:outcome ; rg:framework/rg:state ?of"
    assert len(annex) - 1 >= counted(pool, "MOZ", outcomes, "DISTINCT ?one")
    printed = pypdfium2.PdfDocument(as_pdf(tmp_path / "moz.docx"))
    pages = [page.get_textpage().get_text_range() for page in printed]
    assert f"page {len(pages)} of {len(pages)}" in pages[-1]
    assert "Annex" in "".join(pages)
    printed.close()
