"""What stays is not made again: a new document relinks its own State, and what was learnt is kept, not learnt again."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from graph.build import Finished, build
from graph.link.groups.lock import Lock
from graph.records import Relation
from graph.review.decision import Decision
from graph.review.decisions import Decisions
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from graph.terms import rg
from graph.train import Taught, _keep, _kept, model
from graph.workspace import Settings, copy_example
from loaders.read import read

STATES = ["ARG", "MOZ", "VNM"]
MORE = (
    "Project no.,Title,Agency,Start,End,State\n"
    "ARG-MORE,Legal aid for people who cannot pay a lawyer,UNDP,2010-01-01,2012-12-31,ARG\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy_example(tmp_path / "country")
    return tmp_path / "country"


def built(folder: Path, lock: Lock | None = None, decisions: Decisions | None = None) -> Finished:
    done = read([folder], Settings.read(folder).read_on)
    builds = Builds(folder / "builds")
    return build(done.loaded, builds, lambda store: Pool(store, Limits.for_builds()), lock=lock, decisions=decisions)


def anew(finished: Finished) -> list[str]:
    told: list[str] = finished.build.report()["linked_anew"]
    return told


def links_of(finished: Finished, iso3: str) -> bytes:
    return (finished.build.path / "quads" / f"linked-{iso3}.nq").read_bytes()


def test_one_more_document_of_a_state_relinks_that_state_alone(folder: Path) -> None:
    first = built(folder)
    assert anew(first) == STATES
    (folder / "sources" / "argentina" / "more.csv").write_text(MORE, "utf-8")
    second = built(folder, first.lock)
    assert anew(second) == ["ARG"]
    for iso3 in ("MOZ", "VNM"):
        assert links_of(first, iso3) == links_of(second, iso3)
    assert links_of(first, "ARG") != links_of(second, "ARG")


def test_the_same_files_again_relink_nothing_and_make_the_same_build(folder: Path) -> None:
    first = built(folder)
    second = built(folder, first.lock)
    assert anew(second) == []
    assert second.build.digest() == first.build.digest()
    assert second.counts == first.counts


def test_what_is_reused_is_what_linking_anew_would_make(folder: Path) -> None:
    first = built(folder)
    (folder / "sources" / "argentina" / "more.csv").write_text(MORE, "utf-8")
    reused = built(folder, first.lock)
    (reused.build.path / "linked.json").unlink()
    fresh = built(folder, reused.lock)
    assert anew(fresh) == STATES
    assert fresh.build.digest() == reused.build.digest()


def test_a_decision_relinks_the_state_that_it_is_about(folder: Path) -> None:
    first = built(folder)
    with Pool(first.build.store) as pool:
        (link, *_) = pool.select(
            f"SELECT ?s ?o WHERE {{ ?l <{rg('score')}> ?n ; a <{rg('Link')}> ;"
            f" <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> <{rg('reinforces')}> ;"
            " <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> ?s ;"
            " <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> ?o } ORDER BY ?s ?o"
        ).dicts()
    said = Decision(date(2026, 1, 2), "Ana", "reject", link["s"], Relation.REINFORCES, link["o"], "another matter")
    second = built(folder, first.lock, Decisions((said,)))
    assert anew(second) == ["VNM"]


def test_a_link_file_that_is_gone_is_made_again(folder: Path) -> None:
    first = built(folder)
    (first.build.path / "quads" / "linked-MOZ.nq").unlink()
    assert anew(built(folder, first.lock)) == ["MOZ"]


def coded(count: int = 400) -> tuple[list[str], list[frozenset[str]]]:
    """Texts of our own in two matters, coded."""
    told = [(f"Build wells in village {number}", "water") for number in range(count // 2)]
    told += [(f"Repair prisons in town {number}", "prisons") for number in range(count // 2)]
    return [text for text, _ in told], [frozenset((code,)) for _, code in told]


def test_what_was_learnt_is_read_back_the_same_and_holds_no_code(tmp_path: Path) -> None:
    made = model(*coded(), {})
    path = tmp_path / "model-1.npz"
    _keep(path, made)
    kept = _kept(path)
    assert kept is not None
    known, learnt = kept
    assert learnt is not None
    assert made.labeller.learnt is not None
    texts = ["Dig a well for the village", "Open the prisons to doctors", ""]
    assert np.allclose(learnt.profile(texts), made.labeller.learnt.profile(texts))
    assert learnt.predict(texts) == made.labeller.learnt.predict(texts)
    assert known == made.known
    with np.load(path, allow_pickle=False) as arrays:  # refuses anything that would have to be run
        assert {"coefficients", "known", "labels"} <= set(arrays)


@pytest.mark.parametrize("harm", [b"", b"PK\x03\x04 half a file", b"not a model at all"])
def test_a_damaged_model_is_learnt_again(tmp_path: Path, harm: bytes) -> None:
    texts, codes = coded()
    taught = Taught(tmp_path, tuple(texts), tuple(codes), {})
    assert taught.model.labeller.learnt is not None
    (path,) = tmp_path.glob("model-*.npz")
    whole = path.read_bytes()
    path.write_bytes(harm)
    again = Taught(tmp_path, tuple(texts), tuple(codes), {}).model
    assert again.labeller.learnt is not None
    assert len(path.read_bytes()) == len(whole)


def test_only_the_model_in_use_is_kept(tmp_path: Path) -> None:
    texts, codes = coded()
    assert Taught(tmp_path, tuple(texts), tuple(codes), {}).model
    assert Taught(tmp_path, tuple(texts[1:]), tuple(codes[1:]), {}).model
    assert len(list(tmp_path.glob("model-*.npz"))) == 1


def test_a_threshold_changes_what_is_made_but_not_what_is_learnt(tmp_path: Path) -> None:
    texts, codes = coded()
    usual = Taught(tmp_path, tuple(texts), tuple(codes), {})
    strict = Taught(tmp_path, tuple(texts), tuple(codes), {"reinforces": 0.9})
    assert usual.name != strict.name
    assert usual.model.labeller.learnt
    assert strict.model.weights(Relation.REINFORCES).threshold == 0.9
    assert len(list(tmp_path.glob("model-*.npz"))) == 1


def test_the_report_names_the_states_that_were_linked_anew(folder: Path) -> None:
    told = json.loads((built(folder).build.path / "report.json").read_text("utf-8"))
    assert told["linked_anew"] == STATES
