"""How alike two texts are worded: TF-IDF of words and word pairs, with the words of routine left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, TfidfVectorizer

_ROUTINE = frozenset(
    [
        "recommend",
        "recommends",
        "recommended",
        "recommendation",
        "recommendations",
        "continue",
        "continues",
        "continued",
        "take",
        "takes",
        "taking",
        "taken",
        "measure",
        "measures",
        "step",
        "steps",
        "effort",
        "efforts",
        "strengthen",
        "strengthening",
        "ensure",
        "ensuring",
        "ensures",
        "state",
        "party",
        "states",
        "committee",
        "special",
        "rapporteur",
        "independent",
        "expert",
        "working",
        "group",
        "noted",
        "notes",
        "concerned",
        "concern",
        "concerns",
        "urged",
        "urges",
        "encouraged",
        "encourages",
        "welcomed",
        "regretted",
        "expressed",
        "human",
        "rights",
        "order",
        "including",
        "view",
        "regard",
        "necessary",
        "appropriate",
        "further",
        "make",
        "making",
        "adopt",
        "adopting",
        "implement",
        "implementation",
        "implementing",
        "consider",
        "accordance",
        "effective",
        "effectively",
        "enhance",
        "promote",
        "promoting",
        "improve",
        "improving",
        "provide",
        "providing",
        "address",
        "addressing",
        "respect",
        "particular",
        "especially",
        "country",
        "countries",
        "government",
        "national",
        "united",
        "nations",
    ]
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Word weights learnt from every text of the workspace, so that rare words count for more."""

    vectoriser: Any
    terms: tuple[str, ...]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Wording | None":
        """None if the texts hold no word worth weighing."""
        vectoriser = TfidfVectorizer(
            ngram_range=(1, 2),
            sublinear_tf=True,
            strip_accents="unicode",
            stop_words=sorted(ENGLISH_STOP_WORDS | _ROUTINE),
            token_pattern=r"(?u)\b[^\W\d_]{3,}\b",  # noqa: S106 - a pattern of words, no password
        )
        try:
            vectoriser.fit(texts)
        except ValueError:  # only stop words, or no text at all
            return None
        return cls(vectoriser, tuple(vectoriser.get_feature_names_out()))

    def matrix(self, texts: Sequence[str]) -> Any:
        """One unit-length sparse row per text."""
        return self.vectoriser.transform(texts)

    def shared(self, left: Any, right: Any, most: int = 4) -> list[str]:
        """The words that two rows share, those that weigh most first."""
        product = left.multiply(right).tocoo()
        ranked = sorted(zip(product.data, product.col, strict=True), key=lambda pair: (-pair[0], pair[1]))
        return [self.terms[column] for _, column in ranked[:most]]
