"""Write claims/lexicon/units.toml again with dimensions and factors from pint; forms and examples stay.

    python -m benchmarks.generate_units > units.toml     (needs pint)

To add a unit, add a table with its forms, source and example, and run this.
"""

import re
import sys
from pathlib import Path

import pint

LEXICON = Path(__file__).resolve().parent.parent / "claims" / "lexicon" / "units.toml"
# Units that pint has not, or has in another sense: a decade of logarithms, the level of a decibel.
OWN = {"basis_point", "decade", "decibel", "percent"}
REGISTRY = pint.UnitRegistry()


def conversion_lines(name: str) -> str:
    """The lines of a unit that tell its dimension, factor and offset."""
    unit = REGISTRY.Unit(name)
    zero = REGISTRY.Quantity(0, unit).to_base_units().magnitude
    one = REGISTRY.Quantity(1, unit).to_base_units().magnitude
    dimension = "" if unit.dimensionless else str(unit.dimensionality)
    lines = f'dimension = "{dimension}"\nfactor = "{one - zero:.12g}"\n'
    return lines + (f'offset = "{zero:.12g}"\n' if zero else "")


def completed(table: str) -> str:
    """One table of the lexicon with its conversion as pint has it."""
    name = re.match(r'\["?([^"\]]+)"?\]', table)
    if name is None or name[1] in OWN:
        return table
    kept = re.sub(r"^(?:dimension|factor|offset) = .*\n", "", table, flags=re.M)
    return kept.replace("source = ", conversion_lines(name[1]) + "source = ", 1)


def main() -> None:
    """Print the lexicon."""
    tables = re.split(r"(?m)^(?=\[)", LEXICON.read_text(encoding="utf-8"))
    sys.stdout.write("".join(map(completed, tables)))


if __name__ == "__main__":
    main()
