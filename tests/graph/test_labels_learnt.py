"""Labels learnt from people's coding, and the goals that a theme leads to: the figures that are promised."""

from pathlib import Path

from benchmarks import themes
from graph.link.crosswalk import crosswalk, goals, hub
from graph.link.labels import Labeller
from graph.link.lexicon import lexicon
from graph.terms import SDG, VOCAB


def test_a_theme_leads_to_a_goal_and_is_still_itself() -> None:
    food = f"{VOCAB}uhri-theme/right-to-food"
    assert goals(food) == (f"{SDG}2",)
    assert hub(food) == (food,)
    assert not any(target.startswith(SDG) for targets in crosswalk().values() for target in targets)


def test_what_follows_from_another_label_is_marked_so() -> None:
    (labels,) = Labeller(lexicon(), None).label(["Dig wells"], [(f"{VOCAB}uhri-theme/right-to-food",)])
    assert labels[f"{SDG}2"].follows
    assert not labels[f"{VOCAB}uhri-theme/right-to-food"].follows


def test_issues_and_goals_are_told_as_people_tell_them(shared_data: Path) -> None:
    """Trained on sessions 1–9, judged on 10–13 and on OHCHR's goals of another cycle."""
    assert shared_data.is_dir()
    learnt, judged = themes.coded()
    trained = themes.model(learnt)
    micro, macro = themes.issues(trained, judged)
    assert micro >= 0.88
    assert macro >= 0.80
    count, micro, _ = themes.goals(trained)
    assert count == 215
    assert micro >= 0.60
