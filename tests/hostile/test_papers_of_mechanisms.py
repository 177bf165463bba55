"""Whatever a paper of a committee or an expert says, its loader reads it or refuses it, and never crashes."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.source import Refused, Source
from loaders.special_procedures.visit_report import load as visit_report
from loaders.treaty_bodies.concluding_observations import load as concluding_observations
from loaders.treaty_bodies.follow_up import load as follow_up
from tests.loaders.special_procedures import reports
from tests.loaders.treaty_bodies import follow_ups, observations
from tests.loaders.un_layout import Line, typed

LOADERS = (concluding_observations, visit_report, follow_up)
PAPERS = (*observations.ALL, *reports.ALL, follow_ups.PROGRESS_2017, follow_ups.LETTER)
LINES = sorted({line for paper in PAPERS for line in paper.lines if line[0] != "page"})
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="{}\ufffe\uffff")
    | st.sampled_from("().:;§0129abiIV "),
    max_size=60,
)

pytestmark = pytest.mark.hostile


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(LINES) | st.tuples(st.sampled_from(("p", "item", "h2", "tail")), WORDS), max_size=25),
    st.data(),
)
def test_any_mixture_of_lines_is_read_or_refused(tmp_path: Path, lines: list[Line], data: st.DataObject) -> None:
    paper = data.draw(st.sampled_from(PAPERS))
    source = typed(tmp_path / "paper", paper.symbol, paper.issued, paper.masthead, lines)
    for loader in LOADERS:
        again = Source.of(source.path)
        loader.recognise(again)
        with suppress(Refused):
            assert all(record.place for record in loader.load(again))
