"""Rows of a country sheet as sentences of the checklist."""

from webui.state.noted import Noted


def post(one: Noted) -> str:
    """Who holds a function, for whom, how to reach the office, since when."""
    words = one.one("personName"), one.one("function"), one.one("organization"), one.one("contact")
    since = f" since {one.one('startDate')}" if one.one("startDate") else ""
    return f"{', '.join(word for word in words if word)}{since}."


def task(one: Noted) -> str:
    """What is to be done: how far it is, who does it, by when."""
    who = ", ".join(one.all("responsible")) or "nobody is named"
    by = f", by {one.one('deadline')}" if one.one("deadline") else ""
    return f"{one.one('title')}: {one.one('taskStatus') or 'no status'}; {who}{by}."


def event(one: Noted) -> str:
    return f"{one.one('title')}, {one.one('eventKind')}, {one.one('startDate')}."


def paper_told(one: Noted) -> str:
    """Who writes a paper, how far it is, by when it is due, what help is needed."""
    who = ", ".join(one.all("creator")) or "nobody named yet"
    due = f", due {one.one('deadline')}" if one.one("deadline") else ""
    need = f"help needed: {one.one('need')}" if one.one("need") else "no help is asked for"
    return f"{one.one('title')}, by {who}: {one.one('paperStatus') or 'no status'}{due}; {need}."


def capacity(one: Noted) -> str:
    """What a national mechanism has of one of the four capacities, and what is missing."""
    needed = f"; needed: {one.one('need')}" if one.one("need") else ""
    return f"{one.one('institution')}, {one.one('followUpCapacity')}: {one.one('description')}{needed}."
