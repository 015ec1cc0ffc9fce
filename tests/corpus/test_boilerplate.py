"""What of a text is not the article: and above all what is."""

import tomllib
from importlib.resources import files
from itertools import pairwise
from textwrap import fill
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpus
from corpus.boilerplate import boilerplate_spans, without_boilerplate
from corpus.phrases import boilerplate_lexicon, judge_phrase

BODY = (
    "Six people died when a ferry capsized off the coast on Monday, the coast guard said.\n\n"
    "Rescuers pulled 34 survivors from the water before dark, a spokesman for the harbour said.\n\n"
    "The vessel was built in 1987 and had passed its last inspection in March, records show.\n\n"
    "Divers will resume the search at dawn, and two cranes are on their way from the capital.\n\n"
)


def dropped(text):
    return [text[start:end] for start, end in boilerplate_spans(text)]


@pytest.mark.parametrize(
    ("group", "example"),
    [(group, example) for group, table in boilerplate_lexicon().items() for example in table["examples"]],
)
def test_every_example_of_the_lexicon_is_found(group, example):
    verdict = judge_phrase(example)
    assert verdict is not None
    assert verdict.end == len(example)


@pytest.mark.parametrize("name", ["boilerplate.toml", "credits.toml"])
def test_the_lexicons_hold_known_keys_and_no_form_twice(name):
    known = {
        "lines",
        "starts",
        "ends",
        "labels",
        "prefixes",
        "words",
        "section",
        "longest",
        "examples",
        "forms",
        "contains",
    }
    lexicon = tomllib.loads(files(corpus).joinpath(name).read_text(encoding="utf-8"))
    for group, table in lexicon.items():
        assert table.keys() <= known, group
        for key, forms in table.items():
            if isinstance(forms, list) and key != "examples":
                assert len(set(forms)) == len(forms), (group, key)
                assert all(form == form.casefold() for form in forms), (group, key)


@pytest.mark.parametrize(
    "line",
    [
        # prompts and widgets
        "Join our Telegram channel and get the news first!",
        "Sign up for our Morning Briefing newsletter here.",
        "Follow us on Twitter, Facebook and Instagram",
        "SHARE",
        "Share on Facebook",
        "Advertisement",
        "4 min read",
        "Was this article helpful?",
        "Rate this article",
        "[Share this article](https://example.org/share?id=12)",
        "- [Subscribe now](https://example.org/subscribe)",
        # captions and credits
        "A ferry at the quay in Piraeus in 2016. (Vitaly V. Kuzmin/WikiCommons)",
        "Rescuers carry a survivor on March 3, 2020. (AP Photo/Ann Lee)",
        "A man walks past a shop in Kyiv, Ukraine, January 12, 2022. REUTERS/Ann Lee/File Photo",
        "FILE PHOTO: The logo of the bank is seen in Zurich, March 20, 2019",
        "FILE - In this May 4, 2018 file photo, a jet lands at the base. (AP Photo/Bo Berg, File)",
        "Image: Wikimedia Commons",
        "Photo by Ann Lee/Getty Images",
        "Photograph: Bo Berg/AFP/Getty Images",
        "The minister at a summit last year. Photo: AFP",
        "The minister at a summit last year [File: Ann Lee/Reuters]",
        "Flooded streets in 2014. Ann Lee/AFP via Getty Images",
        "Two MiG-29 jets are parked on a runway during the air show at Batajnica, Serbia",
        # who wrote it
        "By Ann Lee and Bo Berg",
        "By ANN LEE, Associated Press",
        "By Ann Lee, senior defence correspondent",
        "Reporting by Ann Lee in Paris and Bo Berg in Oslo; Editing by Cy Dow",
        "(Reporting by Ann Lee; Additional reporting by Bo Berg; Writing by Cy Dow; Editing by Di Eng)",
        "Edited by Ann Lee",
        "Associated Press writers Ann Lee in Oslo and Bo Berg in Paris contributed to this report.",
        "Follow Ann Lee on Twitter: @annlee https://t.co/abc123",
        "Ann Lee is a senior defence reporter for the Coast Gazette.",
        # rights, reprints, corrections, stamps
        "Copyright 2020 The Associated Press. All rights reserved.",
        "© 2021 Coast Gazette",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "This article was originally published by the Coast Gazette and is reprinted with permission.",
        "Correction: An earlier version of this story gave the toll as 40.",
        "Updated 10:45 AM ET, Tue February 25, 2020",
        "Published: 3 March 2021, 14:05 GMT",
        "Last updated on March 3, 2021 at 2:05 pm",
        "About 10 hours ago",
        # how else desks and content systems put it
        "Read 42 comments",
        "Listen · 5:32 min",
        "This article is more than 3 years old",
        "Image source, Getty Images",
        "Follow Coast Gazette on Twitter, Facebook and Instagram",
        "AP journalists Ann Lee and Bo Berg contributed.",
        "Ann Lee can be reached at alee@gazette.example",
        "Contact Ann Lee at alee@gazette.example or 555-1234.",
        "Twitter: @annlee",
        "March 4, 2021 10:30 AM GMT Updated 3 years ago",
        "Thu 4 Mar 2021 12.01 GMT",
        "Posted 5:15 PM, Mar 04, 2021 and last updated 6:15 PM, Mar 05, 2021",
        "ALSO READ | Six die in Kerala floods",
        "(With inputs from PTI)",
        "(This story has not been edited by our staff and is published from a syndicated feed.)",
        "You've read 2 of 5 free articles this month.",
        "A version of this article appears in print on March 4, 2021, Section A, Page 1.",
        "Ann Lee, Staff Writer",
        "Ann Lee covers defence for the Coast Gazette.",
        "(Image credit: NASA/JPL)",
        "Source: Office for National Statistics",
        "Rescuers at the quay on Tuesday. Ann Lee/The Coast Gazette",
        "Rescuers at the quay on Tuesday | Photo Credit: PTI",
        "Rescuers at the quay. Credit... Ann Lee for The Coast Gazette",
        "Police at the scene of the shooting on Friday (Pic: Bo Berg)",
        # posts
        "New rule may strip protections from 5 lakes https://t.co/cbTacZYnqF water… https://t.co/jcQz8cB0Gs",
        "— Coast Guard (@coastguard) March 3, 2021",
    ],
)
def test_boilerplate_after_an_article(line):
    text = BODY + line + "\n"
    assert "".join(dropped(text)).strip("-* ") in (line, line.strip("-* "), line.lstrip("- "))
    assert without_boilerplate(text).startswith(BODY)


@pytest.mark.parametrize(
    "line",
    [
        # stories about comments, voters, shares, subscriptions, newspapers
        "Comments on the draft rule are due by Oct. 3, the agency said.",
        "More than 1,200 comments were submitted, and 98 percent of them were against the dam.",
        "Rated 4.2 out of 5 by 1,300 voters, the debate drew the largest audience since 2008.",
        "The poll was based on 1,004 voters and has a margin of error of 3 points.",
        "Share prices fell 4 percent on Monday.",
        "Shares of the chipmaker rose 12%.",
        "Subscribe or leave: the union gave its 400 members until Friday to decide.",
        "Subscribers rose to 2.1 million, the company said.",
        "Follow-up surgery was needed in 12 cases, the hospital said.",
        "Join the army, the poster said; 300 did.",
        "Newsletter subscriptions brought in $3 million last year.",
        "Related charges against two men were dropped in 2019.",
        "Most read newspapers at least twice a week, the survey of 2,000 adults found.",
        "Trending upward since May, inflation reached 5.4 percent.",
        "Advertisement revenue fell by a third.",
        "“Share this with 10 friends,” the message said.",
        "“Sign up for our newsletter,” the page told its 40,000 victims, but it led to malware.",
        "Get more aid to Gaza within 48 hours, the UN urged, calling the sea channel too slow.",
        "Register for the vote by Oct. 12, officials told 3 million new voters.",
        "About 10 hours ago the river crested at 9.4 metres, officials said.",
        "Ten hours ago, two crews left.",
        "Updated figures show that 12 people died.",
        "Published figures put the cost at $4 million.",
        "Updated: 12 dead, 30 injured",
        # journalism in the news
        "Reporting by the BBC found that 12 prisoners had died.",
        "Reporting by Ann Lee led to the arrest of six officers in 2019.",
        "Editing by hand took 40 hours, the lab said.",
        "Written by 55 experts, the report puts losses at $1.2 billion.",
        "By Monday, 12 had died.",
        "By 2030 the country wants 40 percent of its power from wind.",
        "By the time crews arrived, six houses had burned.",
        "Ann Lee, a reporter for the Coast Gazette, was detained on March 29.",
        "The photo, taken in 2014, shows six soldiers.",
        "Photo evidence proved that 30 tanks were there.",
        "Images of the 12 suspects were released on Friday.",
        "Image rights brought the club 30 million euros.",
        "Pictured by satellites on May 3, the base held 14 jets.",
        "File sharing fell by 30 percent after the ruling.",
        "Credit Suisse lost 1.6 billion francs.",
        "Credit: the bank lent 3 billion euros less than in 2019, and more firms failed.",
        "Copyright law protects the song for 70 years.",
        "Copyright claims rose to 12 million.",
        "All rights groups condemned the sentence of 15 years.",
        "Correction of the market wiped out $2 trillion.",
        "The story was corrected in the 2019 edition.",
        "Follow-up tests on Twitter users found 12 fakes, the firm said, and 30 more are due in May.",
        "Source of the leak: 12 officials knew, the inquiry found.",
        "Sources: six officials said the deal was worth $3 billion.",
        "Read: 12 pages of the report were blank, the judge said.",
        "Email: the minister wrote 12 of them before noon, the inquiry heard.",
        "Story by story, the tower of 12 floors fell.",
        "Kari Moen reports 12 deaths to the police each year, she said.",
        "Kari Moen covers 300 kilometres a week for the Norwegian Post.",
        "He wrote to a@b.example 12 times.",
        "Read the full report of 12 pages, the court told the 3 men.",
        "The bars show 3 | 4 | 5 in 2019.",
        "Jens Moen, Anna Lund and 12 others were charged.",
        # brackets, slashes, captions that are none
        "The deal was signed in 2019 (see the map).",
        "Six officers were charged (police).",
        "He was born in Kyiv (1978).",
        "The index fell 3 percent (Bloomberg).",
        "Trump led by 3 points (Reuters/Ipsos).",
        "Approval fell to 41 percent in the latest poll (Washington Post/ABC News).",
        "The ratio of men/women was 3/1.",
        "The 9/11 attacks killed 2,977 people",
        "The jets are parked on a runway at Batajnica, officials said.",
        "Thousands are seen as losing their jobs by May.",
        "Smith was seen at the scene at 9 p.m., prosecutors said",
        # figures in lists, tables, scores, timelines
        "Leeds 3, Arsenal 2",
        "- 12 dead in Izmir",
        "* Revenue: $4.3 billion, up 12 percent",
        "1. Kenya 2:03:04",
        "March 3: Six die in the first attack",
        "Date: Wednesday at 3.30pm, Hall 2",
        "Date: 3 March 2021",
        "Total: 40",
        "Turnout\t61.4%",
        "FIRE KILLS SIX IN HARBOUR",
        "C-4 was found in 3 cars.",
        "More: the plan adds 300 beds, doctors were told, and 12 wards.",
    ],
)
def test_the_article_itself_is_kept(line):
    text = BODY + line + "\n\n" + BODY
    assert dropped(text) == []
    assert dropped(line + "\n\n" + BODY) == []


def test_comments_end_the_article():
    text = (
        BODY
        + "Comments (2)\n\nJoe: My uncle lost 40 boats in that storm, and nobody cared at all.\n2 likes\n"
    )
    assert dropped(text) == [text[len(BODY) : -1]]


def test_a_counter_of_comments_above_the_article_ends_nothing():
    text = "Ferry capsizes\n\nComments (2)\n\n" + BODY
    assert dropped(text) == ["Comments (2)"]


def test_a_list_of_related_stories_ends_at_the_next_sentence():
    text = BODY + "Related Stories\n\n5 takeaways from the inquiry\n12 dead in bus crash\n\n" + BODY
    assert dropped(text)[0] == "Related Stories"
    assert dropped(text)[1:] == ["5 takeaways from the inquiry", "12 dead in bus crash"]


def test_a_sidebar_of_posts():
    text = BODY + (
        "HARBOUR TIMES ON TWITTER\n\n5 Takeaways from the report https://t.co/jK45IzTlJN News… https://t.co/S3Xx6T5e4l\n"
        "About 18 hours ago\nNC By the Numbers September 28, 2020\nAbout 11 hours ago\n"
    )
    assert without_boilerplate(text).strip() == BODY.strip()


def test_a_credit_behind_the_last_sentence_goes_alone():
    credit = "(Reporting by Ann Lee; Editing by Bo Berg)"
    text = BODY.strip() + " " + credit
    assert dropped(text) == [credit]


def test_hard_wrapped_credits_go_as_a_whole():
    wrapped = "\n".join(fill(paragraph, 68) + "\n" for paragraph in BODY.split("\n\n"))
    credit = fill(
        "(Reporting by Ann Lee in Oslo and Bo Berg in Paris; Writing by Cy Dow; Editing by Di Eng)", 68
    )
    assert "\n" in credit
    assert dropped(wrapped + credit) == [credit]
    assert dropped(wrapped) == []


def test_a_long_paragraph_with_a_photo_credit_only_loses_the_credit():
    text = "Six people died on Monday. " * 30 + "(Ann Lee/Getty Images)"
    assert dropped(text) == ["(Ann Lee/Getty Images)"]


def test_an_author_whom_the_story_tells_of_is_no_author():
    last = "Evan Lee is a reporter for the Coast Gazette.\n"
    assert dropped(BODY + last) == [last.strip()]
    assert dropped("Evan Lee was jailed for 16 years on Friday.\n\n" + BODY + last) == []
    assert dropped("By Evan Lee\n\n" + BODY + last) == ["By Evan Lee", last.strip()]
    assert dropped(last + "\n" + BODY) == []


def test_markdown():
    text = (
        "---\ntitle: 12 dead\n---\n# Storm kills 12\n\n<!-- 40 words -->\n"
        "The [storm](https://example.org/2019/12) "
        "hit **12** towns ([map][1]).\n\n```\nx = 30\n```\n\n![A map of 9 towns](map9.png)\n\nSee `v1.2`.\n\n"
        '[1]: https://example.org/30\n<img width="300"> Six died at https://example.org/7.\n'
    )
    assert without_boilerplate(text).split("\n") == [
        *[
            "# Storm kills 12",
            "",
            "",
            "The [storm] hit **12** towns ([map][1]).",
            "",
            "",
            "",
            "",
            "",
            "See .",
            "",
            "",
        ],
        *[" Six died at .", ""],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "``Six jets came,'' he said. ``Two left.''",
        "`six jets' and `two tanks'",
        "` ` six",
        "Growth was <3% in 2019 and >5% in 2020.",
        "If a < b and b > 3, six jets came.",
        "He scored (3) and [2].",
        "```\nSix jets came and the fence is never closed.\n\nTwo left.",
        "<!-- Six jets came and the comment is never closed.",
        "---\n\nSix jets came.\n\n---\n\nTwo left.",
    ],
)
def test_what_only_looks_like_markup(text):
    assert dropped(text) == []


@pytest.mark.parametrize("text", ["", "\n", " \t\n", "\0", "—", "(", "/", "By", "[](", "#"])
def test_next_to_nothing(text):
    assert dropped(text) == []


@given(
    st.lists(
        st.sampled_from(
            [*BODY.split("\n\n"), "Comments (0)", "Related", "Photo: AFP", "By Ann Lee", "x", "/", "(", "@a"]
        ),
        max_size=8,
    ),
    st.text(max_size=30),
)
def test_spans_are_in_order_apart_and_inside(lines, noise):
    text = "\n".join([*lines, noise])
    spans = boilerplate_spans(text)
    assert list(spans) == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "1 ",
        "a",
        "((((",
        "](",
        "![",
        "`",
        "<!--",
        "<a ",
        "Reporting by ",
        "Photo: ",
        "A. ",
        "/",
        "http://",
        "By A ",
        "[a]: ",
        "@",
        "\n",
        "Comments (0)\n",
        "# ",
        ". ",
        "— ",
        "```\n",
        "www.",
        "(A/AP) ",
    ],
)
def test_hostile_repetition_takes_linear_time(piece):
    began = process_time()
    boilerplate_spans(piece * (200_000 // len(piece)))
    assert process_time() - began < 2  # linear takes a tenth of that, quadratic minutes


def test_a_paragraph_of_very_many_lines_is_copied_once():
    began = process_time()
    boilerplate_spans(("x" * 70 + "\n") * 50_000)
    assert process_time() - began < 4  # line by line it would be copied for half a minute
