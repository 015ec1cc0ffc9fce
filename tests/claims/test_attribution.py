"""Attribution: who says so, and where nobody but the publisher does."""

import pytest

from claims.attribution import find_attribution
from claims.name_index import article_names
from claims.reading import Reading
from claims.sentences import split_sentences


def attribution_of(text, mention):
    sentences = split_sentences(text)
    start = text.index(mention)
    sentence = next(span for span in sentences if span.start <= start < span.end)
    return find_attribution(Reading(text, sentence), start, article_names(text, sentences))


@pytest.mark.parametrize(
    ("text", "mention", "speaker"),
    [
        ("The fire killed 12 people, police said.", "12", "police"),
        ("Police said the fire killed 12 people.", "12", "police"),
        ("At least 12 people died, according to the U.S. Geological Survey.", "12", "U.S. Geological Survey"),
        ("According to the Ruritanian Red Cross, 12 people died.", "12", "Ruritanian Red Cross"),
        ("Mayor Jane Roe told reporters on Monday that 12 homes burned.", "12", "Jane Roe"),
        ("“We lost 12 homes,” said Jane Roe, the mayor.", "12", "Jane Roe"),
        ("“We lost 12 homes,” Roe said. Mayor Jane Roe spoke.", "12", "Jane Roe"),
        ("Last week, Matthew Palmer, the U.S. envoy, said 40 men had left.", "40", "Matthew Palmer"),
        ("Russian state TASS news agency reported on November 6 that six systems had left.", "six", "TASS"),
        (
            "Six systems had left, the Russian Defense Ministry stated at the time.",
            "Six",
            "Russian Defense Ministry",
        ),
        ("A spokesman for Acme Widgets said profit rose 4 percent.", "4 percent", "Acme Widgets"),
        (
            "The government of Ruritania and its bank are poor. The government of Serbia said 90 voted.",
            "90",
            "Serbia",
        ),
        ("Analysts expect that earnings will be 50 cents a share.", "50 cents", "analysts"),
        ("Turnout reached 88 percent, officials said.", "88 percent", "officials"),
        ("Navy officials in Kiev confirmed that 30 ships left.", "30", "navy officials"),
        ("Serbian media reported that 30 tanks came.", "30", "Serbian media"),
        ("Turnout was low, Coach Ann Poe said, but 300 fans came.", "300", "Ann Poe"),
        ("She spoke of 12 cases, as reported by the BBC.", "12", "BBC"),
        ("Putin spoke. Vucic quoted Putin as saying six systems came.", "six", "Putin"),
        ("President Ann Poe spoke. “It is hard. We lost 12 men,” she said.", "12", "Ann Poe"),
        ("“It is hard,” Judge Ann Poe said. “He got 12 years.”", "12", "Ann Poe"),
        ("“We lost 12 men. It is hard,” Captain Ann Poe said.", "12", "Ann Poe"),
        ("Records show 40 houses were sold, US Geological Survey data show.", "40", "US Geological Survey"),
        ("According to the unions 500,000 people were there.", "500,000", "unions"),
        ("Sadly, Acme will cut 40 jobs, it said on Monday.", "40", "Acme"),
        ('"We lost 12 homes," said mayor Ute Kern.', "12", "Ute Kern"),
        ("Varro will go. Emil Varro's lawyer said he had paid 40 euros.", "40", "Emil Varro's lawyer"),
        ("Baroness Ruth Amory said nurses had warned managers on 23 occasions.", "23", "Ruth Amory"),
        ("The chief medical officer, Dr Sofie Rask, said 131 were ill.", "131", "Sofie Rask"),
        ("The police and prosecutors said 12 men had fled.", "12", "police and prosecutors"),
        ("Reed International PLC said that profit fell 5%.", "5%", "Reed International"),
        ("But the company said it lost $4 million.", "$4 million", "company"),
        ("India said it sank 12 boats.", "12", "India"),
        ("Indian authorities said 12 boats sank.", "12", "India"),
    ],
)
def test_speaker(text, mention, speaker):
    assert attribution_of(text, mention) == speaker


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Serbia took delivery of thirty T-72MS tanks.", "thirty"),
        ("TWELVE DEAD AS BRIDGE COLLAPSES", "TWELVE"),
        ("Rovers beat City 3-1 on Saturday.", "3-1"),
        ("Profit rose to $4 million.", "$4 million"),
        ("The fire claimed 12 lives.", "12"),
        ("The company added 500 jobs.", "500"),
        ("Police found 40 bodies.", "40"),
        ("There is a skull in Rome, and a 60,000 year-old skull found in Oslo.", "60,000"),
        ("A unit launched an offer of 10 euros, and said it would sell.", "10"),
        ("The maker of hair oil and other products said it lost $4 million.", "$4 million"),
        ("RIVER OF DEATH CLAIMS 32", "32"),
        ("Floods in the north have claimed 32 lives.", "32"),
        ("The number of confirmed dead was 15.", "15"),
        ('"It hurts," said Siv Berg, 52, who has 31 years of service.', "31"),
        ("The court ruled in 12 cases.", "12"),
        ("The United States sent 40 jets.", "40"),
        ("Its report has 40 pages.", "40"),
        ("The state-run firm sold 40 cars.", "40"),
        ("The maker recalled 40,000 cars.", "40,000"),
        ("Smith, who said he was tired, scored 30 points.", "30"),
        ("Some 1,500 people were told to leave.", "1,500"),
        ("He was said to own 40 cars.", "40"),
        ("“Thirty years,” the sign in the hall. The hall holds 300.", "300"),
    ],
)
def test_nobody(text, mention):
    assert attribution_of(text, mention) is None
