"""A plan and two assessments of one recommendation in the graph: each statement stays with who made it."""

from collections.abc import Callable

import pyoxigraph as ox

from graph.resolve import resolve
from graph.source import Loaded, Source
from graph.terms import numbered, rg
from graph.write import quads
from loaders.follow_up import action_plan, assessments

Make = Callable[..., Source]
WHICH = {"Recommendation": "115.22", "State": "SVN", "Cycle": "2"}


def test_grades_of_several_assessors_and_the_plan_s_action_meet_on_one_recommendation(make: Make) -> None:
    says = ("Recommendation", "State", "Cycle", "Assessor", "Value")
    told = make(says, WHICH | {"Assessor": "CEDAW", "Value": "B1"}, WHICH | {"Assessor": "A coalition", "Value": "C"})
    said = Loaded("said.csv", told.sha256, told.read_on, assessments.LOADER, tuple(assessments.load(told)))
    plan = make((*says[:3], "Action", "Responsible"), WHICH | {"Action": "Train", "Responsible": "A ministry"})
    planned = Loaded("plan.csv", plan.sha256, plan.read_on, action_plan.LOADER, tuple(action_plan.load(plan)))
    store = ox.Store()
    for one in resolve([said, planned]).loaded:
        for line in quads(one):
            store.load(line.encode(), ox.RdfFormat.N_QUADS)
    ask = ox.NamedNode(numbered("SVN", 2, "115.22"))
    grades = {}
    for about in store.quads_for_pattern(None, ox.NamedNode(rg("about")), ask):
        (who,) = store.quads_for_pattern(about.subject, ox.NamedNode(rg("assessedBy")), None)
        (grade,) = store.quads_for_pattern(about.subject, ox.NamedNode(rg("grade")), None)
        grades[str(who.object)] = str(grade.object)
    assert grades == {'"CEDAW"': '"B1"', '"A coalition"': '"C"'}
    linked = list(store.quads_for_pattern(None, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#object"), ask))
    assert len(linked) == 1
