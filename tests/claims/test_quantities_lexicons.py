"""Every lexicon that numbers are read with: sound, sorted where order tells nothing, its examples found."""

import unicodedata
from decimal import Decimal
from itertools import chain

import pytest

from claims import find_ordinals, find_quantities
from claims.lexicon import load_lexicon
from claims.units import conversion

TABLES = {
    "bounds", "change", "closed_classes", "currencies", "measured", "money", "number_names", "numbers",
    "ordinals", "unit_guards", "units", "word_classes", "word_classes_news",
}  # fmt: skip
KEYS = {"alone", "dimension", "examples", "factor", "forms", "measures", "offset", "source", "symbols"}
AS_WRITTEN = {
    ("money", name) for name in ("abbreviations", "after-dollar", "codes-like-words", "prefixes-with-scale")
} | {("money", name) for name in ("scaled-codes", "signs")} | {("unit_guards", "only-scaled")}  # fmt: skip


def tables():
    return [
        (lexicon, name, table) for lexicon in sorted(TABLES) for name, table in load_lexicon(lexicon).items()
    ]


def forms_of(table):
    forms = table["forms"]
    return forms.split() if isinstance(forms, str) else list(forms)


def examples():
    return [
        pytest.param(lexicon, example, id=f"{lexicon}: {example['text']}")
        for lexicon, _, table in tables()
        for example in table.get("examples", ())
    ]


@pytest.mark.parametrize(
    ("lexicon", "name", "table"), [pytest.param(*row, id="/".join(row[:2])) for row in tables()]
)
def test_a_table_is_sound(lexicon, name, table):
    assert set(table) <= KEYS
    forms = forms_of(table)
    assert forms or table["symbols"]
    assert len(forms) == len(set(forms))
    for form in chain(forms, table.get("symbols", ())):
        assert form == unicodedata.normalize("NFC", form)
        assert form == form.strip()
    if (lexicon, name) not in AS_WRITTEN:
        assert [form for form in forms if form != form.casefold()] == []


@pytest.mark.parametrize("lexicon", ["units", "currencies"])
def test_no_unit_is_claimed_twice(lexicon):
    claimed = [form for table in load_lexicon(lexicon).values() for form in forms_of(table)]
    assert len(claimed) == len(set(claimed))
    symbols = [symbol for table in load_lexicon(lexicon).values() for symbol in table.get("symbols", ())]
    assert len(symbols) == len(set(symbols))


def test_no_word_has_two_classes():
    for lexicon in ("closed_classes", "word_classes", "word_classes_news"):
        words = [word for table in load_lexicon(lexicon).values() for word in forms_of(table)]
        assert len(words) == len(set(words))


@pytest.mark.parametrize(("lexicon", "example"), examples())
def test_an_example_is_found(lexicon, example):
    finder = find_ordinals if lexicon == "ordinals" else find_quantities
    [found] = finder(example["text"])
    if "low" in example:
        assert (found.low, found.high) == (Decimal(example["low"]), Decimal(example["high"]))
    else:
        assert found.value == Decimal(example["value"])


@pytest.mark.parametrize(
    ("name", "form"),
    [
        pytest.param(name, form, id=form)
        for name, table in load_lexicon("units").items()
        for form in forms_of(table)
    ],
)
def test_a_form_of_a_unit_is_found(name, form):
    joined = form in load_lexicon("unit_guards")["only-joined"]["forms"]
    [found] = find_quantities(f"The level was 7{'-' if joined else ' '}{form}.")
    assert (found.value, found.unit) == (7, name)


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        pytest.param(name, symbol, id=symbol)
        for name, table in load_lexicon("units").items()
        for symbol in table.get("symbols", ())
    ],
)
def test_a_symbol_of_a_unit_is_found(name, symbol):
    scaled = symbol in load_lexicon("unit_guards")["only-scaled"]["forms"]
    [found] = find_quantities(f"The level was 70{' million ' if scaled else ''}{symbol}.")
    assert (found.value, found.unit) == (70_000_000 if scaled else 70, name)


@pytest.mark.parametrize(
    ("code", "form"),
    [
        pytest.param(code, form, id=form)
        for code, table in load_lexicon("currencies").items()
        for form in forms_of(table)
    ],
)
def test_a_name_of_a_currency_is_found(code, form):
    [found] = find_quantities(f"They paid 7 million {form} for it.")
    assert (found.value, found.unit) == (7_000_000, load_lexicon("money")["names"]["forms"].get(form, code))


@pytest.mark.parametrize("code", sorted(load_lexicon("currencies")))
def test_a_code_of_a_currency_is_found(code):
    [found] = find_quantities(f"They paid {code} 7.5 million for it.")
    assert (found.value, found.unit) == (7_500_000, code)


@pytest.fixture(scope="module")
def registry():
    return pytest.importorskip("pint").UnitRegistry()


@pytest.mark.parametrize("name", sorted(load_lexicon("units")))
def test_a_unit_converts_as_pint_says(name, registry):
    if name in ("percent", "basis_point", "decade"):
        return  # pint knows no basis point, and a decade only of logarithms
    unit = registry.Unit(name)
    mine = conversion(name)
    assert mine is not None
    dimension = load_lexicon("units")[name]["dimension"]
    assert dimension == ("" if unit.dimensionless else str(unit.dimensionality))
    if name == "decibel":
        return  # logarithmic
    zero = registry.Quantity(0, unit).to_base_units().magnitude
    one = registry.Quantity(1, unit).to_base_units().magnitude
    assert float(mine.offset) == pytest.approx(zero)
    assert float(mine.factor) == pytest.approx(one - zero, rel=1e-9)


def test_the_currencies_are_those_of_iso_4217():
    pycountry = pytest.importorskip("pycountry")
    from benchmarks.generate_currencies import NOT_MONEY

    current = {currency.alpha_3 for currency in pycountry.currencies} - NOT_MONEY
    assert current - set(load_lexicon("currencies")) == set()


def test_the_conversions_are_as_generated(capsys):
    pytest.importorskip("pint")
    from benchmarks import generate_units

    generate_units.main()
    assert capsys.readouterr().out == generate_units.LEXICON.read_text(encoding="utf-8")
