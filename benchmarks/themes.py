"""Labels learnt from people's coding, and the goals that they lead to.

`python -m benchmarks.themes` reads below RIGHTSGRAPH_DATA (default `../shared/data` beside the repository). Issues: the
model of the build learns UPR Info's issues from sessions 1–9 and is judged on sessions 10–13, without the texts that
it has seen. Goals: the same model, the keywords and the crosswalk from themes to goals label the recommendations of
OHCHR's thematic list of Slovenia, cycle 3; OHCHR's own goals are the answer, and nothing is trained on them.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from graph import terms
from graph.link.labels import SURE_ENOUGH, Label, Labeller
from graph.link.learnt import Learnt, learn
from graph.link.lexicon import lexicon
from graph.records import ListedRecommendation, Passage
from graph.source import Source
from graph.terms import SDG
from loaders.upr import thematic_list, upr_info

DATA = Path(os.environ.get("RIGHTSGRAPH_DATA", Path(__file__).resolve().parent.parent.parent / "shared" / "data"))
LAST_LEARNT = 9
"""Sessions up to this one teach, later ones judge."""

Coded = dict[str, set[str]]
"""Text → its labels."""


def coded() -> tuple[Coded, Coded]:
    """UPR Info's issues by text: those to learn from, and those to judge by."""
    learnt: Coded = defaultdict(set)
    judged: Coded = defaultdict(set)
    for path in sorted((DATA / "upr-info").glob("recommendations-*.csv")):
        for row in upr_info.load(Source.of(path)):
            if isinstance(row, ListedRecommendation):
                issues = {terms.concept(tag.scheme, tag.label) for tag in row.tags}
                (learnt if row.session <= LAST_LEARNT else judged)[row.text] |= issues
    seen = {_plain(text) for text in learnt}
    return learnt, {text: issues for text, issues in judged.items() if _plain(text) not in seen}


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def model(learnt: Coded) -> Learnt:
    found = learn(list(learnt), [frozenset(issues) for issues in learnt.values()])
    if found is None:
        raise SystemExit("too few coded texts to learn from")
    return found


def scores(pairs: Iterable[tuple[set[str], set[str]]]) -> tuple[float, float]:
    """Micro and macro F1 of (found, answer) pairs; macro over the labels that the answers hold."""
    right: dict[str, int] = defaultdict(int)
    found: dict[str, int] = defaultdict(int)
    wanted: dict[str, int] = defaultdict(int)
    for ours, answer in pairs:
        for label in ours | answer:
            right[label] += label in ours and label in answer
            found[label] += label in ours
            wanted[label] += label in answer
    each = [2 * right[label] / (found[label] + wanted[label]) for label in wanted if wanted[label]]
    return 2 * sum(right.values()) / (sum(found.values()) + sum(wanted.values())), sum(each) / len(each)


def issues(trained: Learnt, judged: Coded) -> tuple[float, float]:
    predicted = trained.predict(list(judged))
    sure = ({label for label, score in one.items() if score >= SURE_ENOUGH} for one in predicted)
    return scores(zip(sure, judged.values(), strict=True))


def goals(trained: Learnt) -> tuple[int, float, float]:
    """How many recommendations, micro and macro F1 of their goals."""
    path = next((DATA / "ohchr-thematic-lists").glob("UPR34*.docx"))
    wanted: Coded = defaultdict(set)
    for record in thematic_list.load(Source.of(path)):
        if isinstance(record, Passage):
            wanted[record.text] |= {code.split(".")[0] for code in record.sdgs}
    labelled = Labeller(lexicon(), trained).label(list(wanted), [()] * len(wanted))
    ours = map(_goals, labelled)
    return len(wanted), *scores(zip(ours, wanted.values(), strict=True))


def _goals(labels: dict[str, Label]) -> set[str]:
    """The goals that a build would tag."""
    sure = (concept for concept, label in labels.items() if label.weight >= SURE_ENOUGH)
    return {concept.removeprefix(SDG).split(".")[0] for concept in sure if concept.startswith(SDG)}


def main() -> None:
    learnt, judged = coded()
    trained = model(learnt)
    micro, macro = issues(trained, judged)
    print(
        f"issues: learnt from {len(learnt)} texts, judged on {len(judged)}: micro-F1 {micro:.4f}, macro-F1 {macro:.4f}"
    )
    count, micro, macro = goals(trained)
    print(f"goals, Slovenia cycle 3: {count} recommendations: micro-F1 {micro:.4f}, macro-F1 {macro:.4f}")


if __name__ == "__main__":
    main()
