"""Names: persons, places, organisations, and what is none; short forms within an article."""

import pytest

from claims.name_index import article_names
from claims.names import find_names
from claims.same_name import same_name
from claims.sentences import split_sentences


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The Bank of Ruritania raised its rate to 5.25%.", [("Bank of Ruritania", "organisation")]),
        ("Prime Minister Jane Roe met President Bush.", [("Jane Roe", "person"), ("Bush", "person")]),
        ("Striker Harry Kane scored twice for England.", [("Harry Kane", "person"), ("England", "place")]),
        ("Judge Alma Restrepo jailed him for 12 years.", [("Alma Restrepo", "person")]),
        ("Shares of Acme Widgets Inc. fell 4 percent.", [("Acme Widgets", "organisation")]),
        ("The Gulf of Aden is busy.", [("Gulf of Aden", "place")]),
        ("A quake hit off Sumatra, USGS said.",
         [("Sumatra", "other"), ("U.S. Geological Survey", "organisation")]),
        ("Police Const. Tim Fanning spoke.", [("Tim Fanning", "person")]),
        ("He joined from Bosnia and Herzegovina.", [("Bosnia and Herzegovina", "place")]),
        ("The Organisation for Security and Co-operation in Europe sent eight.",
         [("Organisation for Security and Co-operation in Europe", "organisation")]),
        ("Russian-made jets flew.", [("Russia", "nationality")]),
        ("the Russian Defense Ministry stated", [("Russian Defense Ministry", "organisation")]),
        ("U.S. Vice Adm. Bill Gortney spoke.", [("United States", "place"), ("Bill Gortney", "person")]),
        ("Secretary of State Condoleezza Rice will speak.", [("Condoleezza Rice", "person")]),
        ("Serbia’s Vucic bought T-72 tanks.", [("Serbia", "place"), ("Vucic", "other"), ("T-72", "product")]),
        ("Senator Al Franken won Minnesota.", [("Al Franken", "person"), ("Minnesota", "place")]),
        ("He flew to New York, his lawyer said.", [("New York", "place")]),
        ("It fell in May, the Ridley Museum, a spokeswoman said.", [("Ridley Museum", "organisation")]),
        ("The Transit Workers' Union said no.", [("Transit Workers' Union", "organisation")]),
        ("It was published in Global Infections.", [("Global Infections", "other")]),
        ("We spoke to TWA pilot Steven Snyder TWA.",
         [("TWA", "organisation"), ("TWA", "organisation"), ("Steven Snyder", "person")]),
        ("White House Chief of Staff John Roe left.", [("White House", "place"), ("John Roe", "person")]),
        ("Korean jets flew.", [("South Korea", "nationality")]),
        ("Doctors at St. Thomas Hospital treated 14.", [("St. Thomas Hospital", "organisation")]),
    ],
)  # fmt: skip
def test_names_of_a_sentence(sentence, names):
    assert [(name.canonical, name.kind) for name in find_names(sentence)] == names
    assert all(sentence[name.start : name.end] == name.text for name in find_names(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Armed robbers stole gems worth 85 million.",
        "Terrified workers ran on Friday, Nov. 3.",
        "On Monday, I paid $20.",
        "Six Share Prize After Record Draw",
        "TWELVE DEAD AS BRIDGE COLLAPSES",
        "“Nobody knows,” she said. ",
        "Revenue rose 12 percent in the GDP report, the CEO said.",
        "Call 555-0199 at 9 a.m. EST.",
        "GREAT ESCAPE!",
        "It costs AU $89.99 a year.",
        "A late Black Friday cost it dear.",
        "It costs 38 euros per MWh on Mondays.",
        "The town was hit last May.",
        "It sold for CHF11.4m.",
        "ARMED robbers in drag fled.",
        "R and D spending rose.",
        "The Company sold 12 plants, and the Court fined the Group.",
        "",
    ],
)
def test_no_names(sentence):
    assert find_names(sentence) == []


@pytest.mark.parametrize(
    ("text", "mention", "canonical"),
    [
        ("President Aleksandar Vucic spoke.\nVucic left.", "Vucic", "Aleksandar Vucic"),
        ("President Aleksandar Vucic spoke. Vucic left. Vuicic denied it.", "Vuicic", "Aleksandar Vucic"),
        ("A Pantsir fired. The Pantsir hit. One Panstir burned.", "Panstir", "Pantsir"),
        ("The Institute of Ruritanian Studies (IRS) counted 4. The IRS agreed.", "IRS",
         "Institute of Ruritanian Studies"),
        ("Advanced Micro Devices (AMD) fell. Analysts like AMD.", "AMD", "Advanced Micro Devices"),
        ("He runs TallGrass Distribution Ltd., a supplier. Staff at TallGrass fled.", "TallGrass",
         "TallGrass Distribution"),
        ("Analysts prefer Intel. In “Intel Sharpens its Game” they say so.", "Intel", "Intel"),
        ("Roe Wins Poll by 12 Points\nMayor Jane Roe won on Sunday.", "Roe", "Jane Roe"),
        ("ROE WINS BY 12\nMayor Jane Roe won on Sunday.", "ROE", "Jane Roe"),
        ("On Monday Moscow’s Defence Ministry spoke.", "Defence Ministry", "Russian Defence Ministry"),
        ("Coach Ann Smith and Coach Bob Smith won. Then Smith left.", "Smith", "Smith"),
        ("STADHAVEN, Feb 13 (Ledger) - A firm closed. It left Stadhaven.", "STADHAVEN", "Stadhaven"),
        ("PORT ALBEN (Ledger) - A firm closed.", "PORT ALBEN", "Port Alben"),
        ("TARVALE, Nov 28 (APA) - Patients died at Tarvale General Hospital.", "TARVALE", "Tarvale"),
        ("Acme S.p.A. owns Acme Widgets N.V. and more. Now Acme fell.", "Acme", "Acme"),
        ("Chipmaker Korvex rose. Then Korvex fell.", "Korvex", "Korvex"),
        ("Police in Havnes say 12 died.", "Havnes", "Havnes"),
        ("The Bear Gulch fire grew. Bear Gulch fire: 30% contained", "Bear Gulch", "Bear Gulch"),
        ("Two stores of Apple closed. Apple fell.", "Apple", "Apple"),
    ],
)  # fmt: skip
def test_forms_within_an_article(text, mention, canonical):
    index = article_names(text, split_sentences(text))
    last = [name for name in index.names if name.text == mention][-1]
    assert last.canonical == canonical
    assert index.at(last.start) == last
    assert last in index.between(last.start, last.end)
    assert last in index.mentions(canonical)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.N.", "United Nations"),
        ("Belgrade", "Serbia"),
        ("the Kremlin", "Moscow"),
        ("Kiev", "Kyiv"),
        ("Gaddafi", "Qaddafi"),
        ("Vučić", "Vucic"),
        ("Novak Đoković", "Novak Dokovic"),
        ("São Paulo", "Sao Paulo"),
        ("Moammar Gaddafi", "Moammar Kadafi"),
        ("Panstir", "Pantsir"),
        ("Salahuddin", "Salahaddin"),
        ("Gurbanguly Berdymukhamedov", "Kurbanguly Berdymukhamedov"),
        ("Mr. Banky", "Ben Banky"),
        ("J. Roe", "Jane Roe"),
        ("Intel", "Intel Corp."),
        ("ATI", "ATI Technologies Inc."),
        ("IISS", "International Institute of Strategic Studies"),
        ("US Geological Survey", "U.S. Geological Survey"),
        ("USGS", "US Geological Survey"),
        ("Russian Defense Ministry", "Moscow’s Defence Ministry"),
        ("Serbia", "Serbian"),
        ("Organisation for Security and Co-operation in Europe", "OSCE"),
    ],
)
def test_same(one, other):
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("Niger", "Nigeria"),
        ("Slovenia", "Slovakia"),
        ("S-300", "S-400"),
        ("MiG-29", "MiG-31"),
        ("the company", "the company"),
        ("Jane Roe", "John Roe"),
        ("Russian Defense Ministry", "Serbian Defence Ministry"),
        ("Defense Ministry", "Health Ministry"),
        ("Manchester United", "Manchester City"),
        ("Bank of England", "Bank of Ireland"),
        ("Texas", "Texas Instruments"),
        ("Houston", "United States"),
        ("England", "United Kingdom"),
        ("North Korea", "South Korea"),
        ("Eric", "Erica"),
        ("", "Serbia"),
    ],
)
def test_different(one, other):
    assert not same_name(one, other)
    assert not same_name(other, one)
