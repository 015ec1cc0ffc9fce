"""Nothing is fetched: all tests run without a network, and what looks like a reason to fetch is none."""

import socket
import subprocess
import sys

import pytest

from tests.factcheck.test_cli import OFFLINE, run
from tests.reliability.commandline import factcheck

STORY = "The storm killed 12 people in Norhaven on Monday, police said. "
PAGE = f"""<!DOCTYPE html><html><head><base href="http://evil.example/"><title>Storm</title>
<link rel="stylesheet" href="//evil.example/x.css"><meta http-equiv="refresh" content="0;url=http://evil.example/">
<script src="https://evil.example/x.js"></script></head><body><img src="http://evil.example/p.png">
<iframe src="http://evil.example/"></iframe><p>{STORY * 6}</p></body></html>"""
FEED = f"""<?xml version="1.0"?><?xml-stylesheet href="http://evil.example/x.xsl"?>
<!DOCTYPE rss SYSTEM "http://evil.example/rss.dtd"><rss version="2.0"><channel><title>T</title>
<link>http://evil.example/</link><item><title>Storm</title><description>{STORY}</description>
<enclosure url="http://evil.example/a.mp3"/><comments>http://evil.example/c</comments></item></channel></rss>"""
NITF = f"""<?xml version="1.0"?><!DOCTYPE nitf PUBLIC "x" "http://evil.example/nitf.dtd"><nitf><body><body.content>
<media><media-reference source="http://evil.example/p.jpg"/></media><p>{STORY}</p></body.content></body></nitf>"""


def test_the_tests_have_no_network():
    with socket.socket() as one, pytest.raises(PermissionError, match="no network"):
        one.connect(("192.0.2.1", 9))
    with pytest.raises(PermissionError, match="no network"):
        socket.getaddrinfo("factcheck.example", 80)
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 9))"],
        env={"PYTHONPATH": str(OFFLINE)},
        capture_output=True,
        text=True,
    )
    assert "the tests have no network" in done.stderr


@pytest.mark.parametrize(("name", "content"), [("a.html", PAGE), ("a.rss", FEED), ("a.nitf", NITF)])
def test_what_names_addresses_is_read_alone(tmp_path, name, content):
    (tmp_path / name).write_text(content)
    done = factcheck("extract", tmp_path)
    assert (done.code, done.complaints) == (0, "")
    assert "[12 people]" in done.stdout


@pytest.mark.parametrize(
    "url", ["http://evil.example/a.html", "HTTPS://evil.example/", "ftp://evil.example/a.txt"]
)
def test_an_address_is_no_path(url):
    done = factcheck("report", url)
    assert done.code == 2
    assert "nothing is fetched from the network" in done.stderr


def test_a_whole_process_needs_none():
    assert run("demo").returncode == 0
