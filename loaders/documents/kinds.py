"""What kind of paper a UN document is, by its symbol and the words of its first page.

Each kind has at most one loader, so that a file is claimed once.
"""

import re
from typing import Final

from graph import mechanisms
from graph.records import DocumentKind

_ADDENDUM = re.compile(r"\bViews on (?:the )?conclusions\b|\bAddendum\b.*\bstate under review\b", re.I)
_WORKING_GROUP_REPORT = re.compile(
    r"Report of the Working Group on (?:the )?Universal Periodic Review"
    r"|Rapport du Groupe de travail sur l.Examen périodique universel"
    r"|Informe del Grupo de Trabajo sobre el Examen Periódico Universal"
    r"|Previously issued under (?:the )?document (?:symbol )?A/HRC/WG\.6/",
    re.I,
)
"""A few of 2008 bear no title but "Universal Periodic Review": their footnote names the draft report."""

_REVIEW = (
    (DocumentKind.COMPILATION, re.compile(r"\bCompilation (?:on|prepared by|of information|of UN)", re.I)),
    (DocumentKind.STAKEHOLDER_SUMMARY, re.compile(r"\bSummary (?:prepared by|of stakeholders|of other)", re.I)),
    (DocumentKind.NATIONAL_REPORT, re.compile(r"\bNational report\b", re.I)),
    (DocumentKind.MIDTERM_REPORT, re.compile(r"\bMid-?term (?:implementation )?report\b", re.I)),
)

OBSERVATIONS: Final = re.compile(
    r"/(?:CO|COAR|CC)/\d|/CO/\d|^CCPR/CO/\d|^(?:CCPR/C/79|CRC/C/15|E/C\.12/1|CERD/C/304)/Add\.\d|^CAT/C/CR/\d"
)
"""Symbols of concluding observations, those before about 2003 too."""
_REPLY = re.compile(r"/(?:CO|COAR|CC)/[\d\-]+(?:/Rev\.\d+)?/Add\.\d+$")
"""A State's reply to them, or what it sent for follow-up."""
_TITLE = re.compile(r"\b(?:Concluding (?:observations|comments)|CONCLUDING (?:OBSERVATIONS|COMMENTS))\b")
_TITLE_ELSEWHERE = re.compile(r"\b(?:Observations finales|Observaciones finales)\b")
_LETTER = re.compile(
    r"\b(?:Your )?Excellency\b|\bI have the honou?r\b|\bJ.ai l.honneur\b|\bTengo el honor\b"
    r"|\bDear (?:Sir|Madam|Ambassador)",
    re.I,
)
_CONCLUDING = re.compile(r"\bconcluding observations\b|\bobservations finales\b|\bobservaciones finales\b", re.I)
_COMMITTEE = re.compile(r"\bCommittee\b|\bComité\b")
_FOLLOW_UP = re.compile(r"\bfollow-?\s?up\b|\bsuivi\b|\bseguimiento\b", re.I)
_FOLLOW_UP_REPORT = re.compile(
    r"follow-?\s?up progress report|(?:report on|evaluation of the information on) follow-?\s?up to (?:the )?concluding"
    r"|Report of the (?:Special )?Rapporteur (?:for|on) follow-?\s?up to (?:the )?concluding"
    r"|suivi des observations finales|seguimiento de las observaciones finales",
    re.I,
)
_VISIT_SYMBOL = re.compile(r"^(?:A/HRC/\d+/\d+/Add\.\d+|E/CN\.4/\d{4}/\d+(?:/Add\.\d+)?|A/HRC/\d+/\d+)(?:/Rev\.\d)?$")
VISIT: Final = re.compile(
    r"\b(?:Mission|Visit|MISSION|VISIT|Missions?|Visits?) (?:to|TO)\b"
    r"|\bon (?:his|her|its|their|the) (?:[\w\-]+ ){0,3}(?:missions?|visits?) to\b"
    r"|\b(?:Mission|Visite|MISSION|VISITE) (?:au|aux|en|à|AU|AUX|EN|À)\b"
    r"|\b(?:Misión|Visita|MISIÓN|VISITA) (?:a|al|A|AL)\b"
)
"""Where a title tells of a visit; the State follows."""
_SPECIAL = re.compile(
    r"\b(?:Special Rapporteur|Independent Expert|Working Group|Special Representative|Representative of the"
    r"|Rapporteuse? spécial|Expert(?:e)? indépendant|Groupe de travail|Representant|Relator|Expert[oa] [Ii]ndependiente"
    r"|Grupo de Trabajo)",
    re.I,
)
_STATES_OWN = re.compile(
    r"\b(?:Comments?|Observations|Responses?|Repl(?:y|ies)|Views)\b[^.]{0,40}\b(?:by|of|from) "
    r"(?:the )?(?:State|Government)\b"
    r"|\bInformation (?:provided|submitted) by the (?:State|Government)\b"
    r"|\b(?:Commentaires|Observations) (?:de|formulées par) l.État\b"
    r"|\b(?:Comentarios|Observaciones) (?:del|formulad[ao]s por el) Estado\b",
    re.I,
)


_WITHOUT_SYMBOL = (DocumentKind.MIDTERM_REPORT, DocumentKind.FOLLOW_UP_LETTER)


def kind(symbol: str, text: str) -> DocumentKind | None:
    """By symbol and title; the addendum to a Working Group report bears that report's title too.

    A paper without a symbol may talk of any of them: only a mid-term report and a letter have none of their own.
    """
    if _WORKING_GROUP_REPORT.search(text):
        addendum = "/Add." in symbol or _ADDENDUM.search(text)
        return DocumentKind.ADDENDUM if addendum else DocumentKind.WORKING_GROUP_REPORT
    found = _of_treaty_bodies(symbol, text) or of_special_procedures(symbol, text)
    found = found or next((kind for kind, words in _REVIEW if words.search(text)), None)
    return found if symbol or found in _WITHOUT_SYMBOL else None


def _of_treaty_bodies(symbol: str, text: str) -> DocumentKind | None:
    """A letter names the observations it follows up, and their symbol may be the only one on its page."""
    if _LETTER.search(text) and _FOLLOW_UP.search(text) and _CONCLUDING.search(text) and _COMMITTEE.search(text):
        return DocumentKind.FOLLOW_UP_LETTER
    body = mechanisms.from_symbol(symbol)
    if body is None or body == "SPT":
        return None
    if _REPLY.search(symbol):
        return DocumentKind.STATE_REPLY
    if OBSERVATIONS.search(symbol):
        return DocumentKind.CONCLUDING_OBSERVATIONS
    if _FOLLOW_UP_REPORT.search(text):
        return DocumentKind.FOLLOW_UP_REPORT
    if _TITLE.search(text) or _TITLE_ELSEWHERE.search(text):
        return DocumentKind.CONCLUDING_OBSERVATIONS
    return None


def of_special_procedures(symbol: str, text: str) -> DocumentKind | None:
    """A visit report or the State's comments on one, by its title: an addendum alone says nothing."""
    if not _VISIT_SYMBOL.match(symbol) or not VISIT.search(text) or not _SPECIAL.search(text):
        return None
    return DocumentKind.STATE_REPLY if _STATES_OWN.search(text) else DocumentKind.VISIT_REPORT
