"""Bytes to text: marks, strict UTF-8, wide encodings without a mark, Windows-1252, and what is lost."""

import pytest

from corpus.encodings import decode, is_binary, with_unix_lines

SENTENCE = "Šest “Pancir” sistema za 230 miliona € — isporučeno."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SENTENCE.encode(), SENTENCE),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE),
        (b"\xff\xfe" + SENTENCE.encode("utf-16-le"), SENTENCE),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), SENTENCE),
        (b"\xff\xfe\0\0" + SENTENCE.encode("utf-32-le"), SENTENCE),
        (b"\0\0\xfe\xff" + SENTENCE.encode("utf-32-be"), SENTENCE),
        ("Six jets came on Monday.".encode("utf-16-le"), "Six jets came on Monday."),
        ("Six jets came on Monday.".encode("utf-16-be"), "Six jets came on Monday."),
        ("Six jets came on Monday.".encode("utf-32-le"), "Six jets came on Monday."),
        ("Six jets came on Monday.".encode("utf-32-be"), "Six jets came on Monday."),
        (b"", ""),
    ],
)
def test_right_without_a_word(data, text):
    assert decode(data) == (text, None)


@pytest.mark.parametrize(
    ("data", "text", "words"),
    [
        ("Caf\xe9 “5” – €6".encode("cp1252"), "Caf\xe9 “5” – €6", "not UTF-8 (byte 3); read as Windows-1252"),
        (b"40 \x81 tanks", "40 \ufffd tanks", "Windows-1252"),
        ("– “six” –".encode() + b"\xff", "– “six” –\ufffd", "not UTF-8, the first at byte"),
        (b"\xef\xbb\xbfsix\xff", "six\ufffd", "the first at byte 6"),
        (b"\xff\xfe" + "six".encode("utf-16-le") + b"\x00\xd8", "six\ufffd", "not UTF-16-LE"),
        (
            "Caf\xe9 fire kills 6".encode() + b" \xff people",
            "Caf\xe9 fire",
            "not UTF-8, the first at byte 19",
        ),
        (b"\xff\x80\xff six " + "“six”".encode(), "\ufffd\ufffd", "not UTF-8, the first at byte 0"),
        (b"six \xed\xa0\x80 people", "six \ufffd", "not UTF-8, the first at byte 4"),
        ("CAF\xc9’S OWNER SAID “SIX”".encode("cp1252"), "CAF\xc9’S", "read as Windows-1252"),
        ("NEUE MEN\xdc“ IST \xdcBER “6”".encode("cp1252"), "NEUE M", "read as Windows-1252"),
        ("– lone –".encode() + b"\xed\xa0\x80", "– lone –\ufffd\ufffd\ufffd", "U+FFFD"),
    ],
)
def test_what_is_guessed_or_lost_is_said(data, text, words):
    decoded = decode(data)
    assert decoded.text.startswith(text[:6])
    assert decoded.warning is not None
    assert words in decoded.warning
    decoded.text.encode()  # whatever came in, it can be written


def test_a_declared_encoding_comes_after_utf8():
    assert decode("Šest".encode("cp1250"), declared="cp1250").text == "Šest"
    assert decode("Šest".encode(), declared="cp1250").text == "Šest"


@pytest.mark.parametrize(
    ("data", "binary"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0", True),
        (bytes(range(256)) * 8, True),
        (b"\x7fELF\x02\x01\x01" + bytes(64), True),
        (b"Six jets\0 came.", False),
        (b"Six jets came.\x0c\x0bTwo left.\x1b[0m", False),
        ("Six jets came on Monday.".encode("utf-16"), False),
        ("Six jets came on Monday.".encode("utf-32-be"), False),
        (b"", False),
    ],
)
def test_binary(data, binary):
    assert is_binary(data) is binary


def test_every_line_end_becomes_one_line_feed():
    assert with_unix_lines("a\r\nb\rc\nd\u2028e") == "a\nb\nc\nd\u2028e"
