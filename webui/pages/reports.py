"""What the build was made of and what limits hold here: /sources and /limits."""

from collections import Counter
from typing import Any

from flask import Blueprint, render_template, request

from webui.asker import current_build, limits
from webui.paging import page

reports = Blueprint("reports", __name__)


@reports.get("/sources")
def sources() -> str:
    """Files read, what each was recognised as, what it gave, and every finding."""
    told = _report()
    findings = told.get("findings", [])
    file = request.args.get("file", "")
    wanted = [finding for finding in findings if not file or finding["file"] == file]
    return render_template(
        "sources.html",
        report=told,
        build=current_build().name,
        per_file=Counter(finding["file"] for finding in findings),
        severities=Counter(finding["severity"] for finding in findings),
        findings=page(wanted, request.args.get("page", "1")),
        file=file,
    )


@reports.get("/limits")
def limits_page() -> str:
    """Every limit by name, with its value."""
    return render_template("limits.html", limits=limits().described())


def _report() -> dict[str, Any]:
    try:
        return current_build().report()
    except OSError:
        return {}
