"""What the graph knows of each UPR recommendation's implementation, in lines to stand in a cell: told, never judged."""

from collections import defaultdict
from typing import Final

from graph.export.alignment_asking import Reader
from graph.export.alignment_read import read
from graph.export.facts import Ask, Facts, best
from graph.export.letter_counterparts import Pairs, counterparts
from graph.store.asking import Asker

_REPORTS: Final = """{ SELECT DISTINCT ?thing ?by WHERE { VALUES ?of { UNDEF }
  ?thing rg:state ?of ; a rg:Recommendation . ?link rdf:object ?thing ; rdf:predicate rg:reportsOn ; rdf:subject ?by
  FILTER NOT EXISTS { ?link rg:linkStatus rg:rejected } } }"""
_ASSESSED: Final = """{ SELECT DISTINCT ?thing ?by WHERE { VALUES ?of { UNDEF }
  ?thing rg:state ?of ; a rg:Recommendation . ?by rg:about ?thing ; a rg:Assessment } }"""
_MOST: Final = 3
_LETTERS: Final = 220


def said(asker: Asker, state: str) -> dict[tuple[str, str], list[str]]:
    """(Symbol, paragraph) → what is said and done, surest first. Raises Unwritable for an unknown State; Refusal."""
    facts = read(asker, state)
    by_ask = reported(Reader(asker, state))
    others = counterparts(facts)
    found: dict[tuple[str, str], list[str]] = {}
    for ask in facts.asks.values():
        if ask.mechanism == "UPR" and ask.symbol and ask.paragraph:
            lines = [*by_ask.get(ask.iri, [])[:_MOST], *_programmes(facts, ask), *_repeated(others.get(ask.iri, []))]
            if lines:
                found[ask.symbol, ask.paragraph] = lines
    return found


def reported(reader: Reader) -> dict[str, list[str]]:
    """Recommendation → assessments of it, then the passages of reports that speak of it, each cited."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    query = f"""SELECT DISTINCT ?thing ?voice ?grade ?quote WHERE {{ {_ASSESSED} OPTIONAL {{ ?by rg:assessedBy ?voice }}
      OPTIONAL {{ ?by rg:grade ?grade }} OPTIONAL {{ ?by rg:quote ?quote }} }} ORDER BY ?thing ?voice ?grade ?quote"""
    for row in reader.rows(query).dicts():
        told = ": ".join(row[name] for name in ("grade", "quote") if row.get(name))
        found[row["thing"]].append(f"{row.get('voice', 'Assessor not named')}: {_short(told)}")
    query = f"""SELECT DISTINCT ?thing ?symbol ?paragraph ?words WHERE {{ {_REPORTS}
      ?by rg:document/rg:symbol ?symbol ; rg:paragraph ?paragraph OPTIONAL {{ ?by rg:text ?words }} }}
      ORDER BY ?thing DESC(?symbol) ?paragraph ?words"""
    for row in reader.rows(query).dicts():
        found[row["thing"]].append(f"{row['symbol']}, para. {row['paragraph']}: {_short(row.get('words', ''))}")
    return {thing: list(dict.fromkeys(lines)) for thing, lines in found.items()}


def _programmes(facts: Facts, ask: Ask) -> list[str]:
    links = sorted(facts.serving.get(ask.iri, {}).items(), key=lambda pair: pair[1].rank)
    told = [f"UN programme: {facts.named(iri)} ({link.grade} link)" for iri, link in links[:_MOST]]
    return [*told, f"and {len(links) - _MOST} more programmes"] if len(links) > _MOST else told


def _repeated(pairs: Pairs) -> list[str]:
    told = [f"{other.citation} ({one.grade} link)" for other, links in pairs[:_MOST] if (one := best(links))]
    return [f"Asked by other mechanisms too: {'; '.join(told)}"] if told else []


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LETTERS else plain[:_LETTERS].rpartition(" ")[0] + " […]"
