"""What a workspace teaches its linker: word weights from every text, labels from whatever people coded."""

from collections import defaultdict

from graph.link import Model
from graph.link.labels import Labeller
from graph.link.learnt import learn
from graph.link.lexicon import lexicon
from graph.link.wording import Wording
from graph.store.asking import Asker
from graph.terms import DCTERMS, VOCAB, rg

LEARNT_SCHEME = VOCAB + "upr-info-issue"
"""The coding that trains the labels: UPR Info's issues, the only one given to whole reviews by people."""

_CODED = f"""
SELECT ?passage ?text ?theme WHERE {{
  ?theme <http://www.w3.org/2004/02/skos/core#inScheme> <{LEARNT_SCHEME}> .
  ?passage <{rg("theme")}> ?theme ; <{rg("text")}> ?text
}}
"""

_TEXTS = f"""
SELECT ?thing ?text WHERE {{
  VALUES ?property {{ <{rg("text")}> <{rg("summary")}> <{DCTERMS}title> <{rg("description")}> }}
  ?thing ?property ?text
}}
"""


def train(asker: Asker) -> Model | None:
    """The model of a workspace; None if it holds no text at all."""
    texts = sorted({row[1].value for row in asker.select(_TEXTS).rows if row[1]})
    wording = Wording.of(texts)
    if wording is None:
        return None
    labels: dict[str, set[str]] = defaultdict(set)
    for _, text, theme in asker.select(_CODED).rows:
        if text and theme:
            labels[text.value].add(theme.value)
    coded = sorted(labels)
    return Model(wording, Labeller(lexicon(), learn(coded, [frozenset(labels[text]) for text in coded])))
