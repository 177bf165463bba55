"""A small build with an index of words, made of records without a store."""

from datetime import date
from pathlib import Path

import pytest

from graph.build import _positions
from graph.records import (
    Document,
    DocumentKind,
    Framework,
    Level,
    Passage,
    PassageKey,
    PassageKind,
    Position,
    PositionStated,
    Project,
    Record,
    Result,
    ResultKey,
)
from graph.resolve import resolve
from graph.source import Loaded, Loader
from graph.store.builds import Build, Workshop
from graph.text import index
from graph.write import meaning, quads

REPORT = "A/HRC/90/1"
CERD = "CERD/C/VNM/CO/90"

ASKS = (
    ("10.1", "VNM", "Stop torture in prisons and train the guards", "en", Position.SUPPORTED),
    ("10.2", "VNM", "Abolish the death penalty for good", "en", Position.NOTED),
    (
        "10.3",
        "VNM",
        "Teach girls in minority languages, and give women's schools more teachers",
        "en",
        Position.SUPPORTED,
    ),
    ("10.10", "SVN", "Educate judges on trafficking in women", "en", Position.NOTED),
    ("11", "SVN", "Reforzar la educación de los niños y de las niñas", "es", Position.PENDING),
    ("12", "SVN", "Protéger les réfugiés et l’éducation des filles", "fr", Position.PENDING),
)


def loaded(name: str, publisher: str, *records: Record) -> Loaded:
    loader = Loader(name, name, publisher, "see the publisher", lambda _: True, lambda _: ())
    return Loaded(name, name.encode().hex().ljust(64, "0"), date(2026, 1, 1), loader, records)


def sources() -> list[Loaded]:
    report: list[Record] = [
        Document(
            symbol=REPORT,
            kind=DocumentKind.WORKING_GROUP_REPORT,
            title="Report of the Working Group",
            state="VNM",
            issued=date(2030, 5, 1),
            place="page 1",
        )
    ]
    for paragraph, state, text, language, position in ASKS:
        report.append(
            Passage(
                symbol=REPORT,
                paragraph=paragraph,
                kind=PassageKind.RECOMMENDATION,
                mechanism="UPR",
                state=state,
                text=text,
                language=language,
                place="page 2",
            )
        )
        report.append(
            PositionStated(
                about=PassageKey(REPORT, paragraph), position=position, document=REPORT, paragraph="9", place="page 3"
            )
        )
    observation = Passage(
        symbol=CERD,
        paragraph="12 (b)",
        kind=PassageKind.OBSERVATION,
        mechanism="CERD",
        state="VNM",
        summary="The Committee asked for lessons in the languages of minorities (see A/HRC/90/1, para. 10.3).",
        section="Right to education",
        place="row 1",
    )
    programmes = (
        Framework(identifier="VNM/2031", states=("VNM",), title="One Plan", start=date(2031, 1, 1), place="row 1"),
        Result(
            key=ResultKey("VNM/2031", "2"), level=Level.OUTCOME, title="Girls stay in school", code="2", place="row 2"
        ),
        Project(
            identifier="XX-1",
            title="Schools for girls",
            description="Lessons in many languages; "
            + "a long tale of the project goes on and on, " * 7
            + "then prisons.",
            states=("SVN", "VNM"),
            implementers=("UNICEF",),
            start=date(2031, 1, 1),
            end=date(2033, 1, 1),
            place="row 3",
        ),
    )
    return [
        loaded("report.pdf", "United Nations", *report),
        loaded("list.json", "A Publisher", observation),
        loaded("programmes.csv", "An Agency", *programmes),
    ]


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return made(tmp_path_factory.mktemp("indexed"))


def made(folder: Path) -> Build:
    """The quads and the index of the small story in a folder."""
    workshop = Workshop(folder)
    resolved = resolve(sources())
    for one in resolved.loaded:
        workshop.write(one.name, quads(one))
    workshop.write("ontology", meaning.quads())
    workshop.write("derived", _positions(resolved))
    workshop.tell({"text": index.make(workshop.as_build())})
    return workshop.as_build()


@pytest.fixture
def copied(indexed: Build, tmp_path: Path) -> Build:
    """A build whose index may be damaged."""
    for name in (index.NAME, "report.json"):
        (tmp_path / name).write_bytes((indexed.path / name).read_bytes())
    return Build(tmp_path)
