"""Which files were read anew, changed, came and went, from the reports of two builds."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from graph.diff.change import Change, Kind, What
from graph.store.builds import Build

_TOLD: Final = {"sha256": "contents", "recognised_as": "recognised as", "read_on": "read on"}


def files(old: Build, new: Build) -> Iterator[Change]:
    """A file that changed its contents counts as read anew; so does one of another day or another loader."""
    before, after = ({one["file"]: one for one in build.report().get("files", [])} for build in (old, new))
    for name in sorted(before.keys() | after.keys()):
        one, other = before.get(name), after.get(name)
        if one is None and other is not None:
            yield Change("", Kind.FILE, What.CAME, name, after=_read(other))
        elif other is None and one is not None:
            yield Change("", Kind.FILE, What.GONE, name, before=_read(one))
        elif one and other and (told := [key for key in _TOLD if one.get(key) != other.get(key)]):
            for key in told:
                yield Change(
                    "", Kind.FILE, What.CHANGED, name, _TOLD[key], _shown(key, one), _shown(key, other), "read anew"
                )


def _read(told: Mapping[str, Any]) -> str:
    return f"{told.get('title', '')}, {sum(told.get('records', {}).values()):,} records"


def _shown(key: str, told: Mapping[str, Any]) -> str:
    if key == "sha256":
        return f"{sum(told.get('records', {}).values()):,} records (checksum {str(told[key])[:8]})"
    return str(told.get(key, ""))
