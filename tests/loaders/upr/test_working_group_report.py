"""Working Group reports from file to records: real ones with their figures, and what is refused or left alone."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from graph.records import Document, Passage, PassageKey, PassageKind, Position, PositionStated, Record, Review
from graph.source import Severity, Source
from loaders.upr.working_group import report

Placed = tuple[float, float, float, str]
Make = Callable[[Iterable[Iterable[Placed]]], Source]
REPORTS = "un-documents/upr-working-group-reports"
FIGURES = [
    (f"{REPORTS}/vietnam2009.pdf", "A/HRC/12/11", 5, {"supported": 93, "pending": 2, "noted": 50}),
    (f"{REPORTS}/argentina2008.pdf", "A/HRC/8/34", 1, {"supported": 21}),
    (f"{REPORTS}/mozambique2011.pdf", "A/HRC/17/16", 10, {"supported": 131, "pending": 28, "noted": 10}),
    (f"{REPORTS}/afghanistan2009.pdf", "A/HRC/12/9", 5, {"supported": 96, "pending": 37, "noted": 10}),
    (f"{REPORTS}/egypt2010.pdf", "A/HRC/14/17", 7, {"supported": 119, "noted": 21, "pending": 25}),
    (f"{REPORTS}/samoa2011.pdf", "A/HRC/18/14", 11, {"supported": 73, "pending": 43, "noted": 5}),
    ("un-documents/slovenia/cycle1/g1012049.pdf", "A/HRC/14/15", 7, {"pending": 97}),
    ("un-documents/slovenia/cycle2/g1423930.pdf", "A/HRC/28/15", 20, {"pending": 163}),
    ("un-documents/slovenia/cycle3/g1934994.pdf", "A/HRC/43/15", 34, {"supported": 58, "pending": 157}),
]


def asks(records: Iterable[Record]) -> dict[str, Passage]:
    return {
        one.paragraph: one for one in records if isinstance(one, Passage) and one.kind is PassageKind.RECOMMENDATION
    }


@pytest.mark.parametrize(("file", "symbol", "session", "figures"), FIGURES)
def test_real_reports_give_each_recommendation_its_position(
    shared_data: Path, file: str, symbol: str, session: int, figures: dict[str, int]
) -> None:
    source = Source.of(shared_data / file)
    assert report.recognise(source)
    records = list(report.load(source))
    found = asks(records)
    stated = Counter(one.position.value for one in records if isinstance(one, PositionStated))
    assert dict(stated) == figures
    assert len(found) == sum(figures.values())
    assert all(one.text and one.symbol == symbol and one.place.startswith("page ") for one in found.values())
    assert sum(not one.recommending_states for one in found.values()) <= 1
    (review,) = (one for one in records if isinstance(one, Review))
    assert (review.session, len(review.troika)) == (session, 3)
    assert None not in (days := [review.start, review.day, review.end])
    assert days == sorted(day for day in days if day)


def test_slovenia_is_numbered_as_the_un_cites_it(shared_data: Path) -> None:
    folder = shared_data / "un-documents" / "slovenia"
    second = asks(report.load(Source.of(folder / "cycle2" / "g1423930.pdf")))
    assert list(second) == [f"115.{number}" for number in range(1, 164)]
    third = asks(report.load(Source.of(folder / "cycle3" / "g1934994.pdf")))
    assert list(third) == [f"121.{number}" for number in range(1, 59)] + [f"122.{number}" for number in range(1, 158)]


def test_a_real_ask_named_by_reference_is_its_speakers(shared_data: Path) -> None:
    records = list(report.load(Source.of(shared_data / REPORTS / "vietnam2009.pdf")))
    found = asks(records)
    assert found["35 (a)"].recommending_states == ("CAN",)
    (stated,) = (one for one in records if isinstance(one, PositionStated) and one.about == found["35 (a)"].key)
    assert (stated.position.value, stated.document, stated.paragraph) == ("noted", "A/HRC/12/11", "102")
    assert stated.day == date(2009, 10, 5)


def test_another_real_paper_of_the_same_review_is_not_this_one(shared_data: Path) -> None:
    folder = shared_data / "un-documents" / "slovenia"
    others = [
        "cycle2/g1504261.pdf",
        "cycle2/g1414064.pdf",
        "cycle3/Letter-OHCHR-HC-Slovenia.pdf",
        "cycle2/g1510722.pdf",
    ]
    assert not any(report.recognise(Source.of(folder / name)) for name in others)


def page(*rows: str) -> list[Placed]:
    return [(100.0, 780.0 - 20 * at, 10.0, row) for at, row in enumerate(rows)]


TITLE = page(
    "A/HRC/99/7",
    "Distr.: General",
    "7 May 2030",
    "Report of the Working Group on the Universal Periodic Review",
    "Peru",
)
INTRODUCTION = page("Introduction", "1. The Working Group held its forty-first session from 4 to 15 May 2022.")
CHAPTER = page(
    "I. Summary of the proceedings of the review process",
    "2. Chile asked about trees.",
    "II. Conclusions and/or recommendations",
    "3. The recommendations below enjoy the support of Peru:",
    "3.1. Plant trees (Chile);",
    "4. All conclusions and/or recommendations reflect the position of the submitting State(s).",
)


def test_a_made_report_gives_document_review_ask_and_position(make_pdf: Make) -> None:
    source = make_pdf([TITLE, INTRODUCTION, CHAPTER])
    assert report.recognise(source)
    document, review, ask, stated = report.load(source)
    assert isinstance(document, Document)
    assert (document.symbol, document.state, document.cycle) == ("A/HRC/99/7", "PER", 4)
    assert isinstance(review, Review)
    assert (review.cycle, review.session) == (4, 41)
    assert isinstance(ask, Passage)
    assert (ask.paragraph, ask.recommending_states, ask.cycle) == ("3.1", ("CHL",), 4)
    assert isinstance(stated, PositionStated)
    assert stated.day == date(2030, 5, 7)
    assert not source.findings


def test_a_footnote_to_an_ask_stays_out_of_it_and_is_told(make_pdf: Make) -> None:
    note: list[Placed] = [(100, 90, 8, "* As read in the dialogue: plant oaks (Cuba).")]
    source = make_pdf([TITLE, INTRODUCTION, [*CHAPTER, *note]])
    assert asks(report.load(source))["3.1"].recommending_states == ("CHL",)
    (told,) = source.findings
    assert (told.severity, told.place) == (Severity.NOTE, "page 3")
    assert "plant oaks" in told.reason


def test_a_report_without_its_chapter_says_so(make_pdf: Make) -> None:
    source = make_pdf([TITLE, INTRODUCTION])
    assert [type(one) for one in report.load(source)] == [Document, Review]
    assert "Conclusions" in source.findings[0].reason


FRENCH = (
    (
        "A/HRC/99/7", "Conseil des droits de l'homme", "Pérou",
        "Rapport du Groupe de travail sur l'Examen périodique universel",
    ),
    (
        "1. L'Examen concernant le Pérou a eu lieu à la 5e séance, le 12 novembre 2019.",
        "2. Le Groupe a constitué la troïka (troïka) ci-après : Chili, Kenya et Espagne.",
        "3. Documents : A/HRC/WG.6/34/PER/1, A/HRC/WG.6/34/PER/2 et A/HRC/WG.6/34/PER/3.",
    ),
    (
        "I. Résumé des débats",
        "4. Le Pérou a parlé de puits.",
        "II. Conclusions et/ou recommandations",
        "5. Les recommandations énumérées ci-après ont recueilli l'adhésion du Pérou :",
        "5.1 Creuser des puits (Chili) ;",
        "5.2 Planter des arbres (Royaume-Uni de Grande-Bretagne et d'Irlande du Nord).",
        "6. Les recommandations ci-après seront examinées par le Pérou en temps voulu :",
        "6.1 Réparer les tuyaux (Kenya).",
        "7. Le Pérou a pris note des recommandations ci-après :",
        "7.1 Ouvrir les vannes (Espagne).",
        "8. Toutes les conclusions et/ou recommandations reflètent la position des États.",
    ),
)  # fmt: skip
SPANISH = (
    (
        "A/HRC/99/7", "Consejo de Derechos Humanos", "Perú",
        "Informe del Grupo de Trabajo sobre el Examen Periódico Universal",
    ),
    (
        "1. El examen de el Perú se llevó a cabo en la quinta sesión, el 12 de noviembre de 2019.",
        "2. Se eligió la siguiente troika (troika): Chile, España y Kenya.",
        "3. Documentos: A/HRC/WG.6/34/PER/1, A/HRC/WG.6/34/PER/2 y A/HRC/WG.6/34/PER/3.",
    ),
    (
        "I. Resumen de las deliberaciones del proceso de examen",
        "4. El Perú habló de pozos.",
        "II. Conclusiones y/o recomendaciones",
        "5. Las recomendaciones que figuran a continuación cuentan con el apoyo del Perú:",
        "5.1 Cavar pozos (Chile);",
        "5.2 Plantar árboles (Reino Unido de Gran Bretaña e Irlanda del Norte).",
        "6. Las recomendaciones siguientes serán examinadas por el Perú, que dará respuesta:",
        "6.1 Reparar los tubos (Kenya).",
        "7. El Perú toma nota de las recomendaciones siguientes:",
        "7.1 Abrir las válvulas (España).",
        "8. Todas las conclusiones y/o recomendaciones reflejan la posición de los Estados.",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("language", "pages"), [("fr", FRENCH), ("es", SPANISH)])
def test_reports_in_french_and_spanish_are_read_like_english_ones(
    make_pdf: Make, language: str, pages: tuple[tuple[str, ...], ...]
) -> None:
    source = make_pdf([page(*lines) for lines in pages])
    assert report.recognise(source)
    records = list(report.load(source))
    found = asks(records)
    assert {name: one.recommending_states for name, one in found.items()} == {
        "5.1": ("CHL",), "5.2": ("GBR",), "6.1": ("KEN",), "7.1": ("ESP",)
    }  # fmt: skip
    assert {one.language for one in found.values()} == {language}
    positions = [one for one in records if isinstance(one, PositionStated)]
    stated = {one.about.paragraph: one.position for one in positions if isinstance(one.about, PassageKey)}
    assert stated == {
        "5.1": Position.SUPPORTED, "5.2": Position.SUPPORTED, "6.1": Position.PENDING, "7.1": Position.NOTED
    }  # fmt: skip
    (review,) = (one for one in records if isinstance(one, Review))
    assert (review.session, review.day, set(review.troika)) == (34, date(2019, 11, 12), {"CHL", "ESP", "KEN"})


@pytest.mark.parametrize("content", [b"", b"not a PDF", b"%PDF-1.4 broken", b"PK\x03\x04"])
def test_recognising_never_raises(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "some.pdf"
    path.write_bytes(content)
    assert not report.recognise(Source.of(path))
