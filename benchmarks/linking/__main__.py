"""`python -m benchmarks.linking [ranking|labelled|codes|speed|fit]`: figures; `fit` writes weights."""

import sys

from benchmarks.linking import codes, fit, labelled, ranking, speed

_KINDS = {"ranking": ranking.told, "labelled": labelled.told, "codes": codes.told, "speed": speed.told}


def main() -> None:
    if sys.argv[1:] == ["fit"]:
        print(f"wrote {fit.write()}")
        return
    for name in sys.argv[1:] or _KINDS:
        print("\n".join([*_KINDS[name](), ""]), flush=True)


if __name__ == "__main__":
    main()
