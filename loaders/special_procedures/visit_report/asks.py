"""What a visit report asks: in its chapter of recommendations, by the words of asking or in the imperative."""

import re
from typing import Final

from loaders.documents import asking
from loaders.documents.paragraphs import Paragraph
from loaders.documents.un_paper import plain

_CHAPTER = re.compile(r"\brecommend(?:ation|ed)|\brecommandation|\brecomendaci", re.I)
_CONCLUSIONS = re.compile(r"\bconclu", re.I)
_LEADS = re.compile(r"\b(?:recommendations?|recommends?|following|should|must|measures|steps)\b[^.]*:\s*$", re.I)
_VERBS: Final = frozenset((
    "abolish", "accede", "accelerate", "address", "adopt", "allocate", "allow", "amend", "apply", "appoint",
    "bring", "build", "carry", "cease", "clarify", "close", "collect", "combat", "complete", "comply", "conduct",
    "consider", "consult", "continue", "cooperate", "create", "decriminalize", "define", "design", "develop",
    "disseminate", "draft", "eliminate", "empower", "enable", "enact", "encourage", "end", "enforce", "engage",
    "enhance", "ensure", "establish", "evaluate", "expand", "expedite", "extend", "facilitate", "finalize",
    "formulate", "foster", "fully", "give", "grant", "guarantee", "harmonize", "implement", "improve", "include",
    "increase", "initiate", "integrate", "intensify", "introduce", "invest", "investigate", "involve", "issue",
    "keep", "launch", "limit", "maintain", "make", "monitor", "organize", "pass", "pay", "permit", "prevent",
    "prioritize", "prohibit", "promote", "promptly", "prosecute", "protect", "provide", "publish", "pursue", "put",
    "raise", "ratify", "recognize", "reconsider", "reduce", "reform", "refrain", "regulate", "release", "remove",
    "repeal", "replace", "respect", "restore", "review", "revise", "safeguard", "set", "simplify", "speed", "step",
    "stop", "strengthen", "streamline", "support", "suspend", "tackle", "take", "train", "translate", "undertake",
    "update", "urgently", "use", "withdraw",
))  # fmt: skip
"""With which a recommendation begins in the imperative."""


def is_chapter(headings: tuple[str, ...]) -> bool:
    """Whether a paragraph stands in a chapter of recommendations."""
    return any(_CHAPTER.search(heading) for heading in headings)


def concludes(headings: tuple[str, ...]) -> bool:
    """Whether a paragraph stands in a chapter of conclusions or recommendations."""
    return any(_CHAPTER.search(heading) or _CONCLUSIONS.search(heading) for heading in headings)


def asks(paragraph: Paragraph, language: str) -> bool:
    """Whether a paragraph of that chapter asks for something."""
    text = plain(paragraph.text)
    if asking.asks(text, language) or _imperative(paragraph.listed.lead):
        return True
    items = paragraph.listed.items
    return bool(items) and (_leads(paragraph) or all(_imperative(item.text) for item in items))


def item_asks(paragraph: Paragraph, text: str, language: str) -> bool:
    """Whether one item of a paragraph asks: its lead does, or it does itself."""
    last = asking.sentences(plain(paragraph.listed.lead))[-1:]
    led = any(asking.asks_in(one, language) for one in last) or _leads(paragraph)
    return led or _imperative(text) or asking.asks(plain(text), language)


def _leads(paragraph: Paragraph) -> bool:
    """`The following recommendations are made:`, or no words at all under a heading that only recommends."""
    lead = plain(paragraph.listed.lead)
    alone = any(_CHAPTER.search(one) and not _CONCLUSIONS.search(one) for one in paragraph.headings[-1:])
    return bool(_LEADS.search(lead)) or (alone and lead.endswith(":"))


def _imperative(text: str) -> bool:
    words = plain(text).split(maxsplit=1)
    return bool(words) and words[0].strip(",").casefold() in _VERBS
