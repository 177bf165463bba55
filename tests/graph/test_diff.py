"""Two builds are told apart in words: what came, went, moved; the same build twice says nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import terms
from graph.build import build
from graph.diff.change import COLUMNS, Change, Kind, What, sentence
from graph.diff.compare import changes
from graph.diff.draft import Draft
from graph.diff.facts import things, value
from graph.diff.kept import NoChanges, kept
from graph.diff.merged import Groups
from graph.records import Document, DocumentKind, PassageKey, Position, PositionStated, Relation
from graph.review.decision import Decision
from graph.review.decisions import Decisions
from graph.source import Loaded
from graph.store.builds import Build, Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from rightsgraph import app
from tests.graph.asked_story import SECOND, asked
from tests.webui.story import REPORT, loaded, story

LATER = "A/HRC/26/6/Add.1"


def later() -> list[Loaded]:
    """The story, a second review, and an addendum in which 99.80 is supported after all; the programmes are gone."""
    addendum = loaded(
        "later.pdf",
        Document(symbol=LATER, kind=DocumentKind.ADDENDUM, state="VNM", issued=date(2014, 6, 1), place="page 1"),
        PositionStated(
            about=PassageKey(REPORT, "99.80"),
            position=Position.SUPPORTED,
            document=LATER,
            paragraph="4",
            place="page 2",
        ),
    )
    kept_files = [one for one in asked() if one.name != "programmes.csv"]
    again = [replace(one, sha256=one.sha256[::-1]) if one.name == "report.pdf" else one for one in kept_files]
    return [*again, addendum]


def rejected() -> Decisions:
    ends = terms.passage("CERD/C/VNM/CO/10-14", "12"), terms.passage(REPORT, "99.80")
    return Decisions(
        (
            Decision(
                day=date(2026, 2, 3),
                who="B. Reader",
                decision="reject",
                subject=ends[0],
                relation=Relation.REINFORCES,
                object=ends[1],
                why="another matter",
            ),
        )
    )


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """Three builds: the story, what came of it, and a decision."""
    made = Builds(tmp_path_factory.mktemp("builds"))

    def ask(store: Path) -> Pool:
        return Pool(store, Limits.for_builds())

    build(story(), made, ask)
    build(later(), made, ask)
    build(later(), made, ask, decisions=rejected())
    return made


@pytest.fixture(scope="module")
def found(builds: Builds) -> list[Change]:
    first, second, _ = builds.finished()
    return list(changes(first, second))


def told(found: list[Change], kind: Kind, what: What | None = None) -> list[Change]:
    return [one for one in found if one.kind is kind and (what is None or one.what is what)]


def test_the_same_build_says_nothing_and_the_way_back_says_the_opposite(builds: Builds, found: list[Change]) -> None:
    first, second, _ = builds.finished()
    assert list(changes(second, second)) == []
    back = list(changes(second, first))
    assert {one.thing for one in told(found, Kind.TEXT, What.CAME)} == {
        one.thing for one in told(back, Kind.TEXT, What.GONE)
    }


def test_a_moved_position_names_who_says_so(found: list[Change]) -> None:
    (moved,) = told(found, Kind.POSITION)
    assert sentence(moved) == f"{REPORT}, para. 99.80: noted → supported, says {LATER}, para. 4"
    assert moved.state == "VNM"


def test_a_new_text_brings_its_links_and_each_says_so(found: list[Change]) -> None:
    assert f"{SECOND}, para. 143.1" in {one.about for one in told(found, Kind.TEXT, What.CAME)}
    links = [one for one in told(found, Kind.LINK, What.CAME) if one.detail == "repeats"]
    assert f"{SECOND}, para. 143.1 – {REPORT}, para. 99.80" in {one.about for one in links}
    assert {(one.why, one.state) for one in links} == {(f"because of the new {SECOND}, para. 143.1", "VNM")}


def test_what_is_gone_is_told_with_its_links(found: list[Change]) -> None:
    gone = {one.about for one in told(found, Kind.PROGRAMME, What.GONE)}
    assert "Clean water in coastal towns" in gone
    links = told(found, Kind.LINK, What.GONE)
    assert links
    assert all(one.why.startswith("gone with") or one.why.startswith("computed anew") for one in links)


def test_files_are_told_as_new_gone_and_read_anew(found: list[Change]) -> None:
    files = {(one.about, one.what, one.detail) for one in told(found, Kind.FILE)}
    assert ("later.pdf", What.CAME, "") in files
    assert ("programmes.csv", What.GONE, "") in files
    assert ("report.pdf", What.CHANGED, "contents") in files
    assert not any(name == "addendum.pdf" for name, _, _ in files)


def test_a_file_read_anew_with_the_same_contents_changes_no_text(found: list[Change]) -> None:
    assert not [one for one in told(found, Kind.TEXT) if one.about == f"{REPORT}, para. 99.78" and one.detail == "text"]
    assert not told(found, Kind.DOCUMENT, What.CHANGED)


def test_a_decision_and_the_link_that_it_decides_are_told(builds: Builds) -> None:
    _, second, third = builds.finished()
    found = list(changes(second, third))
    links = [one for one in told(found, Kind.LINK, What.CHANGED) if one.before.startswith("proposed")]
    assert {one.after.split(",")[0] for one in links} == {"rejected"}
    assert {one.why for one in links} == {"decided by B. Reader on 2026-02-03: another matter"}
    (decision,) = told(found, Kind.DECISION, What.CAME)
    assert (decision.state, decision.after) == ("VNM", "B. Reader, 2026-02-03: another matter")


def test_a_build_keeps_what_it_changed_and_the_first_keeps_nothing(builds: Builds, found: list[Change]) -> None:
    first, second, _ = builds.finished()
    with pytest.raises(NoChanges):
        kept(first)
    here = kept(second)
    assert here.before == first.name
    assert list(here.all()) == found
    start, stop = here.place("VNM", "link")
    assert list(here.window("VNM", start, stop)) == [one for one in told(found, Kind.LINK) if one.state == "VNM"]


def test_with_too_many_changes_to_hold_every_fact_is_compared(
    builds: Builds, found: list[Change], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.diff.facts.MOST", 3)
    first, second, _ = builds.finished()
    assert list(changes(first, second)) == found


def test_a_fact_that_another_file_tells_too_is_not_lost(tmp_path: Path) -> None:
    def made(name: str, *files: str) -> Build:
        folder = tmp_path / name / "quads"
        folder.mkdir(parents=True)
        for file in files:
            graph = terms.graph(file)
            (folder / f"{file}.nq").write_text(f'<x:a> <x:b> "c\\"d" <{graph}> .\n', "utf-8")
        return Build(tmp_path / name)

    both, one, none = made("both", "one", "two"), made("one", "two"), made("none")
    assert list(things(both, one)) == []
    (lost,) = things(both, none)
    assert (lost.iri, lost.old, lost.new) == ("x:a", {"x:b": {'"c\\"d"'}}, {})
    assert value('"c\\"d"') == 'c"d'


def test_a_group_that_went_into_another_is_merged_and_not_lost() -> None:
    groups = Groups()
    gone = Draft(Kind.GROUP, What.GONE, "g:1", "schools", members=("a", "b", "c"))
    grown = Draft(Kind.GROUP, What.CHANGED, "g:2", "languages at school", members=("a", "b"))
    apart = Draft(Kind.GROUP, What.GONE, "g:3", "prisons", members=("x", "y"))
    for one in (gone, grown, apart):
        groups.take(one)
    assert groups.why(gone) == "merged into “languages at school”"
    assert groups.why(grown) == "with asks of “schools”"
    assert groups.why(apart) == ""


def test_the_command_tells_in_words_in_csv_and_in_json_for_one_state(builds: Builds) -> None:
    run, store = CliRunner(), ["--store", str(builds.root)]
    table = run.invoke(app, ["diff", "1", "2", "--state", "VNM", *store])
    assert f"{REPORT}, para. 99.80: noted → supported, says {LATER}, para. 4" in table.output
    assert "later.pdf" not in table.output
    csv = run.invoke(app, ["diff", "--format", "csv", *store]).stdout.splitlines()
    assert csv[0] == ",".join((*COLUMNS, "sentence"))
    assert any("B. Reader" in line for line in csv)
    assert run.invoke(app, ["diff", "2", "2", *store]).stdout.strip() == "Nothing changed."


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (["9"], "no build '9'; there are: 0001-"),
        (["--format", "xml"], "no format 'xml'"),
        (["--state", "Atlantis"], "Atlantis"),
        (["", "1"], "no build before 0001-"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_sentence(builds: Builds, told: list[str], words: str) -> None:
    done = CliRunner().invoke(app, ["diff", *told, "--store", str(builds.root)])
    assert done.exit_code == 2
    assert words in done.output
