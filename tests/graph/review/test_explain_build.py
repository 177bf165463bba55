"""Every link of a build can be explained, on the command line too, and what is said adds up."""

import json

import pytest

from graph import terms
from graph.review.explain import explained, explanation
from graph.review.explaining import as_text
from graph.review.links import Wanted, links
from graph.store.pool import Pool
from tests.graph.review.conftest import Decided
from tests.graph.review.test_review_commands import run

ASK, PARAGRAPH = terms.passage("A/HRC/12/11", "99.79"), terms.passage("A/HRC/16/45/Add.2", "85")


def test_every_link_of_a_build_is_explained_and_every_computed_one_adds_up(decided: Decided) -> None:
    with Pool(decided.finished.build.store) as pool:
        every = [one for one in links(pool, Wanted()) if one.relation != "names"]
        assert every
        for held in every:
            found = [
                one
                for one in explained(pool, held.subject, held.object)
                if (one.relation, one.basis, one.subject.iri) == (held.relation, held.basis, held.subject)
            ]
            assert [(one.score, one.status) for one in found] == [(held.score, held.status)]
            assert found[0].adds_up is not False, found[0].equation


def test_a_contested_link_tells_both_texts_both_decisions_and_that_people_disagree(decided: Decided) -> None:
    with Pool(decided.finished.build.store) as pool:
        (one,) = explained(pool, ASK, PARAGRAPH)
        assert explained(pool, PARAGRAPH, ASK) == (one,)
    assert one.contested
    assert [(made.who, made.decision) for made in one.decisions] == [("A. Person", "reject"), ("B. Reader", "confirm")]
    assert {one.subject.name, one.object.name} == {"A/HRC/12/11 99.79", "A/HRC/16/45/Add.2 85"}
    assert all(side.text and side.shared and side.origins and side.speaker for side in (one.subject, one.object))
    assert "people disagree" in as_text((one,))


def test_what_nothing_links_is_told_in_words(decided: Decided) -> None:
    with Pool(decided.finished.build.store) as pool:
        _, message = explanation(pool, ASK, terms.state("VNM"))
        assert message.startswith("no link between A/HRC/12/11 99.79 and state/VNM")
        with pytest.raises(LookupError, match="does not hold 'A/NO/1 1'"):
            explanation(pool, ASK, terms.passage("A/NO/1", "1"))


def test_the_command_explains_for_people_and_programs(decided: Decided) -> None:
    told = ("link", "explain", "A/HRC/12/11 99.79", "A/HRC/16/45/Add.2 85", "--folder", decided.folder)
    done = run(*told)
    assert done.exit_code == 0, done.output
    assert "before looking at the pair" in done.output
    assert max(map(len, done.output.splitlines())) <= 100
    (link,) = json.loads(run(*told, "--format", "json").output)["links"]
    assert link["adds_up"]
    assert link["subject"]["shared"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("A/HRC/12/11 99.79", "A/NO/1 1"), "does not hold"),
        (("A/HRC/12/11 99.79", "the first"), "write an IRI"),
        (("A/HRC/12/11 99.79", "A/HRC/16/45/Add.2 85", "--format", "csv"), "no format"),
    ],
)
def test_ends_that_nobody_knows_exit_with_two(decided: Decided, arguments: tuple[str, ...], words: str) -> None:
    done = run("link", "explain", *arguments, "--folder", decided.folder)
    assert (done.exit_code, words in done.output) == (2, True)


def test_the_command_helps_with_an_example() -> None:
    assert "rightsgraph link explain" in run("link", "explain", "--help").output.split("Example:")[1]


def test_no_text_of_a_source_commands_the_terminal() -> None:
    from graph.review.explained import Explained, Side

    side = Side("a", "a", text="\x1b[31mred [bold]not markup[/bold]")
    told = as_text((Explained(side, side, "cites", "cites"),))
    assert "\x1b[31m" not in told
    assert "[bold]not markup[/bold]" in told
