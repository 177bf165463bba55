"""One list of things to be compared, as tables: words, label probabilities, matters, persons, measures, treaties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graph.link.labels import Label, Labeller
from graph.link.lexicon import above
from graph.link.read import Read, asks, work
from graph.link.wording import NOTHING_KNOWN, Background, Wording

PART = 0.5
"""How far a matter counts that a text only names a part of: domestic violence is violence against women."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the workspace's coded texts teach of rarity: of stems, and of matters, persons and measures."""

    stems: Background = NOTHING_KNOWN
    concepts: Background = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Table:
    """What each text holds of some vocabulary: a row a text, a column a thing, √rarity × how far it is held.

    The product of two rows is the rarity that they share; of a row with itself, the rarity that it holds.
    """

    things: tuple[str, ...]
    rows: sparse.csr_matrix

    @property
    def held(self) -> NDArray[np.float64]:
        """The rarity that each text holds."""
        total: NDArray[np.float64] = np.asarray(self.rows.multiply(self.rows).sum(axis=1)).ravel()
        return total


@dataclass(frozen=True, slots=True)
class Side:
    """Asks or programmes to be compared, by place: `iris` and `labels` are theirs. All else is of their parts, the
    several asks of one text, by place of the part; `whose` is the place of the thing that each part belongs to.

    `likely` is a unit row of label probabilities per text, without columns if nobody's coding taught any; `kin` holds
    matters with the wholes that they are parts of.
    """

    iris: tuple[str, ...]
    labels: tuple[Mapping[str, Label], ...]
    whose: NDArray[np.int64]
    reads: tuple[Read, ...]
    rows: sparse.csr_matrix
    stems: Table
    likely: NDArray[np.float64]
    matters: Table
    kin: Table
    persons: Table
    measures: Table
    heads: Table
    treaties: Table
    mandates: Table
    ends: Table
    keeps: Table

    def of(self, thing: int) -> NDArray[np.int64]:
        """The places of the parts of one thing."""
        places: NDArray[np.int64] = np.flatnonzero(self.whose == thing)
        return places


@dataclass(frozen=True, slots=True)
class Text:
    """One thing to be compared: its IRI, its words, whose they are, and the labels that a source gave.

    `whole` texts are not taken apart: they are programmes, which work on everything that they name.
    """

    iri: str
    text: str
    speaker: str = ""
    given: frozenset[str] = frozenset()
    whole: bool = False

    def parts(self) -> tuple[Read, ...]:
        return (work(self.text),) if self.whole else asks(self.text, self.speaker)


def sides(*lists: Sequence[Text], labeller: Labeller, known: Known) -> tuple[Side, ...]:
    """The lists of one State as sides over the same columns."""
    parted = [[one.parts() for one in some] for some in lists]
    reads = [part for some in parted for parts in some for part in parts]
    words = [one.words for one in reads]
    wording = Wording.of(words, known.stems)
    rows = wording.matrix(words)
    tables = _tables(reads, known)
    tables["stems"] = Table(tuple(wording.place), _binary(rows) @ sparse.diags(np.sqrt(wording.rarity)))
    likely = labeller.likely(words)
    found, start = [], 0
    for some, parts in zip(lists, parted, strict=True):
        whose = np.array([place for place, one in enumerate(parts) for _ in one], dtype=np.int64)
        cut = slice(start, start + len(whose))
        labels = labeller.label([one.text for one in some], [one.given for one in some])
        found.append(
            Side(
                iris=tuple(one.iri for one in some),
                labels=tuple(labels),
                whose=whose,
                reads=tuple(reads[cut]),
                rows=rows[cut],
                likely=likely[cut],
                **{name: Table(table.things, table.rows[cut]) for name, table in tables.items()},
            )
        )
        start += len(whose)
    return tuple(found)


def _tables(reads: Sequence[Read], known: Known) -> dict[str, Table]:
    def each(name: str, background: Background = NOTHING_KNOWN) -> Table:
        return _held([dict.fromkeys(getattr(one, name), 1.0) for one in reads], background)

    return {
        "matters": each("matters", known.concepts),
        "kin": _held([_with_wholes(one.matters) for one in reads], known.concepts),
        "persons": each("persons", known.concepts),
        "measures": each("measures", known.concepts),
        "heads": _held(
            [dict.fromkeys(one.heads, 1.0) for one in reads], known.concepts, over=[one.measures for one in reads]
        ),
        "treaties": each("treaties"),
        "mandates": each("mandates"),
        **_directions(reads),
    }


def _directions(reads: Sequence[Read]) -> dict[str, Table]:
    """What is wanted ended and kept, over the same columns, each thing counting 1."""
    things = tuple(sorted({stem for one in reads for stem in one.ends | one.keeps}))
    place = {thing: number for number, thing in enumerate(things)}

    def counted(found: Sequence[frozenset[str]]) -> Table:
        rows = [row for row, one in enumerate(found) for _ in one]
        columns = [place[stem] for one in found for stem in sorted(one)]
        return Table(things, sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(found), len(things))))

    return {"ends": counted([one.ends for one in reads]), "keeps": counted([one.keeps for one in reads])}


def _with_wholes(found: Iterable[str]) -> dict[str, float]:
    """Matters with the wholes that they are parts of."""
    levels: dict[str, float] = {}
    for matter in found:
        whole = above().get(matter)
        if whole:
            levels[whole] = max(levels.get(whole, 0.0), PART)
    return levels | dict.fromkeys(found, 1.0)


def _held(
    found: Sequence[Mapping[str, float]], known: Background, over: Iterable[Iterable[str]] | None = None
) -> Table:
    """A table of what is found; its columns and rarities are those of `over`, which holds all of it, if given."""
    own = Background.of(over or (one.keys() for one in found))
    things = sorted(own.frequency)
    place = {thing: number for number, thing in enumerate(things)}
    rows = [row for row, one in enumerate(found) for _ in one]
    columns = [place[thing] for one in found for thing in one]
    values = [level for one in found for level in one.values()]
    table = sparse.csr_matrix((values, (rows, columns)), shape=(len(found), len(things)))
    counts = np.array([own.frequency[thing] for thing in things], dtype=np.int64)
    rarity = known.rarity(things, counts, own.texts) if things else np.zeros(0)
    return Table(tuple(things), sparse.csr_matrix(table @ sparse.diags(np.sqrt(rarity))))


def _binary(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    ones = rows.copy()
    ones.data = np.ones_like(ones.data)
    return ones
