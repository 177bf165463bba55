"""How the cells and bars of a workbook look: a few formats, legible in print without colours."""

from typing import Any, Final

_HEAD: Final = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "border": 1}
_BASE: Final[dict[str, dict[str, Any]]] = {
    "text": {"text_wrap": True, "valign": "top", "font_size": 10},
    "strong": {"text_wrap": True, "valign": "top", "font_size": 10, "bold": True, "bg_color": "#EEF3FA"},
    "label": {"text_wrap": True, "valign": "top", "font_size": 10, "bold": True},
    "section": {"text_wrap": True, "valign": "bottom", "font_size": 12, "bold": True, "font_color": "#1F3864"},
    "note": {"text_wrap": True, "valign": "vcenter", "font_size": 10, "italic": True},
    "heading": _HEAD | {"font_size": 10},
    "upright": _HEAD | {"font_size": 9, "rotation": 90, "valign": "bottom", "align": "center"},
    "title": {"bold": True, "font_size": 18, "font_color": "#1F3864"},
    "figure": {"text_wrap": True, "valign": "top", "align": "left", "font_size": 10, "num_format": "#,##0"},
    "count": {"valign": "top", "font_size": 10, "num_format": "#,##0"},
    "share": {"valign": "top", "font_size": 10, "num_format": "0%"},
    "score": {"valign": "top", "font_size": 10, "num_format": "0.00"},
}
_NO_MARK: Final = {"bg_color": "#F7F7F7", "border": 1, "border_color": "#DDDDDD"}
_SERIES: Final[tuple[dict[str, Any], ...]] = (
    {"fill": {"color": "#1F3864"}, "border": {"color": "#1F3864"}},
    {"fill": {"color": "#5B8DC9"}, "border": {"color": "#1F3864"}},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#5B8DC9", "bg_color": "#FFFFFF"},
     "border": {"color": "#1F3864"}},
    {"fill": {"color": "#FFFFFF"}, "border": {"color": "#7F7F7F"}},
)  # fmt: skip
"""The surest first: dark, medium, hatched, and white for what is missing."""
_LABELS: Final = ({"color": "#FFFFFF"}, {"color": "#000000"}, {"color": "#000000", "bold": True}, {"color": "#000000"})


class Shapes:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._book.add_format(_BASE[name])
        return self._made[name]

    def mark(self, shade: str | None) -> Any:
        """A cell of a matrix; None for a blank one."""
        name = f"mark {shade}"
        if name not in self._made:
            told: dict[str, Any] = {"align": "center", "valign": "vcenter", "bg_color": shade or "#E2F0D9"}
            told |= {"border": 1, "border_color": "#A6A6A6", "font_size": 9}
            self._made[name] = self._book.add_format(_NO_MARK if shade is None else told)
        return self._made[name]

    @property
    def axis(self) -> dict[str, Any]:
        """The axis of numbers of a chart of bars."""
        lines = {"visible": True, "line": {"color": "#D9D9D9"}}
        return {"num_font": {"size": 9}, "num_format": "0", "crossing": "max", "major_gridlines": lines}

    def series(self, number: int) -> dict[str, Any]:
        """The fill of a chart's series, its number written in it unless it is 0."""
        label = {"value": True, "num_format": "0;;;", "font": {"size": 8, **_LABELS[number]}}
        return {**_SERIES[number], "data_labels": label}


def shapes(book: Any) -> Shapes:
    return Shapes(book)
