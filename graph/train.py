"""What a workspace teaches its linker: rarities and labels from whatever people coded, learnt once and kept.

It changes with the coded texts alone, so that a State can be linked anew by itself.
"""

import json
import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from graph.digest import digest
from graph.link import Model
from graph.link.labels import Labeller
from graph.link.learnt import Learnt, learn
from graph.link.lexicon import lexicon
from graph.link.read import read
from graph.link.sides import Known
from graph.link.wording import Background, stems
from graph.store.asking import Asker
from graph.terms import SKOS, VOCAB, rg

LEARNT_SCHEME = VOCAB + "upr-info-issue"
"""The coding that trains the labels: UPR Info's issues, the only one given to whole reviews by people."""

_CODED = f"""
SELECT ?text ?theme WHERE {{
  ?theme <{SKOS}inScheme> <{LEARNT_SCHEME}> .
  GRAPH ?source {{ ?passage <{rg("theme")}> ?theme ; <{rg("text")}> ?text }}
}}
"""
"""A text and its codes as one source gives both: what another source says of the recommendation changes nothing."""


@dataclass(frozen=True)
class Taught:
    """Coded texts, a set of codes each; the model that they teach is made, or read back, when it is first wanted."""

    folder: Path
    texts: tuple[str, ...]
    codes: tuple[frozenset[str], ...]
    thresholds: Mapping[str, float]

    @classmethod
    def of(cls, asker: Asker, folder: Path, thresholds: Mapping[str, float]) -> "Taught":
        """What a store's coded texts teach; `folder` is where models are kept between builds."""
        labels: dict[str, set[str]] = defaultdict(set)
        for text, theme in asker.select(_CODED).rows:
            if text and theme:
                labels[text.value].add(theme.value)
        coded = sorted(labels)
        return cls(folder, tuple(coded), tuple(frozenset(labels[text]) for text in coded), thresholds)

    @cached_property
    def name(self) -> str:
        """A digest of all that the model depends on."""
        return digest(list(self.texts), [sorted(one) for one in self.codes], dict(self.thresholds))

    @cached_property
    def model(self) -> Model:
        path = self.folder / f"model-{digest(list(self.texts), [sorted(one) for one in self.codes])[:16]}.npz"
        if not self.texts:
            return model((), (), self.thresholds)
        if (kept := _kept(path)) is not None:
            return Model(kept[0], Labeller(lexicon(), kept[1]), self.thresholds)
        made = model(self.texts, self.codes, self.thresholds)
        _keep(path, made)
        return made


def model(texts: Sequence[str], codes: Sequence[frozenset[str]], thresholds: Mapping[str, float]) -> Model:
    """What coded texts (one set of codes each) teach: rarities, and labels if they are enough to learn from."""
    reads = [read(text) for text in texts]
    known = Known(
        stems=Background.of(stems(one.words) for one in reads),
        concepts=Background.of(one.matters | one.persons | one.measures for one in reads),
    )
    return Model(known, Labeller(lexicon(), learn(texts, codes)), thresholds)


def _keep(path: Path, made: Model) -> None:
    """Write the model beside the builds, whole or not at all; only the newest stays."""
    known = {name: [one.texts, dict(one.frequency)] for name, one in _backgrounds(made.known).items()}
    arrays: dict[str, NDArray[Any]] = made.labeller.learnt.arrays() if made.labeller.learnt else {}
    arrays["known"] = np.frombuffer(json.dumps(known, sort_keys=True).encode(), dtype=np.uint8)
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    with aside.open("wb") as stream:
        np.savez(stream, allow_pickle=False, **arrays)
    for other in path.parent.glob("model-*.npz"):
        other.unlink(missing_ok=True)
    aside.replace(path)


def _kept(path: Path) -> tuple[Known, Learnt | None] | None:
    """A model that was kept; None if there is none, or if it cannot be read: then it is learnt again."""
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            told = json.loads(arrays["known"].tobytes())
            known = Known(*(Background(*told[name]) for name in _backgrounds(Known())))
            return known, Learnt.of(arrays) if "labels" in arrays else None
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None


def _backgrounds(known: Known) -> dict[str, Background]:
    return {"stems": known.stems, "concepts": known.concepts}
