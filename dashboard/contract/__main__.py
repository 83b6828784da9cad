"""`python -m dashboard.contract` makes the files anew; with `--check` it only tells which are stale."""

import sys

from dashboard.contract.writing import FOLDER, find_stale, write_files


def main(arguments: list[str]) -> int:
    """Write the files that are not what the declarations make; return how many are stale if they were only checked.

    Parameters
    ----------
    arguments : list of str
        `--check` or nothing.
    """
    stale, made = find_stale(), write_files()
    if "--check" in arguments:
        for name in stale:
            print(f"dashboard/contract/{name} is not what its declarations make; run `make contract`.", file=sys.stderr)
        return len(stale)
    for name in stale:
        (FOLDER / name).write_text(made[name], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
