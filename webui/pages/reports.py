"""What the build was made of and what limits hold here: /sources and /limits."""

from collections import Counter, defaultdict
from typing import Any

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from webui.accounts.door import door
from webui.asker import current_build, limits
from webui.downloads import Sheet, taken
from webui.paging import page

reports = Blueprint("reports", __name__)


@reports.get("/sources")
def sources() -> Response | str:
    """Files read, what each was recognised as, what it gave, and every finding; the findings are what is taken away."""
    told = _report()
    findings = told.get("findings", [])
    file = request.args.get("file", "")
    wanted = [finding for finding in findings if not file or finding["file"] == file]
    if table := taken(lambda: _sheet(wanted)):
        return table
    return render_template(
        "sources.html",
        report=told,
        kinds=_by_kind(told.get("files", [])),
        build=current_build().name,
        per_file=Counter(finding["file"] for finding in findings),
        severities=Counter(finding["severity"] for finding in findings),
        findings=page(wanted, request.args.get("page", "1")),
        file=file,
    )


@reports.get("/limits")
def limits_page() -> str:
    """Every limit by name, with its value."""
    return render_template("limits.html", limits=[*limits().described(), *door().settings.described()])


_FINDING = ("file", "place", "reason", "severity")


def _sheet(findings: list[dict[str, Any]]) -> Sheet:
    return Sheet("findings", _FINDING, [[str(one[name]) for name in _FINDING] for one in findings])


def _by_kind(files: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Files under the title of what they were recognised as."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for file in files:
        found[file.get("title") or file["recognised_as"]].append(file)
    return sorted(found.items())


def _report() -> dict[str, Any]:
    try:
        return current_build().report()
    except OSError:
        return {}
