"""Groups of a real country: the compilation and the report of one review, as a country team would drop them in."""

import shutil
from pathlib import Path

import pytest

from graph.build import build
from graph.link.groups.naming import LENGTH
from graph.questions import question
from graph.store.builds import Builds
from graph.store.limits import Limits
from graph.store.pool import Pool
from loaders.read import read

BARBADOS = ("un-documents/upr-documents-json/record_0001.json", "un-documents/barbados/A-HRC-23-11.pdf")


@pytest.fixture(scope="module")
def groups(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    folder = tmp_path_factory.mktemp("barbados")
    for name in BARBADOS:
        shutil.copy(shared_data / name, folder)
    done = read([folder])
    made = build(done.loaded, Builds(folder / "builds"), lambda store: Pool(store, Limits.for_builds()))
    with Pool(made.build.store) as pool:
        return pool.select(question("groups_at_a_glance").text).dicts()


def test_the_groups_of_barbados_have_labels_that_can_be_read_out(groups: list[dict[str, str]]) -> None:
    labels = [row["label"] for row in groups]
    assert len(set(labels)) == len(labels) >= 8
    assert max(map(len, labels)) <= LENGTH
    assert not [label for label in labels if not label[0].isupper() or set("·&/") & set(label)]


def test_the_groups_of_barbados_are_of_several_mechanisms_and_none_swallows_the_rest(
    groups: list[dict[str, str]],
) -> None:
    sizes = [int(row["asks"]) for row in groups]
    assert all(int(row["mechanisms"]) > 1 for row in groups)
    assert max(sizes) < sum(sizes) / 3
    assert any("corporal punishment" in row["label"].casefold() for row in groups)
