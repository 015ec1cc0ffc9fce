"""One corpus of hostile texts, for every field and every format: what some reader would act on."""

PAYLOADS = (
    # Terminals: clear the screen, set the title, hide a link, answer, overwrite, 8-bit controls, graphics.
    "\x1b[2J\x1b]0;owned\x07",
    "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "\x9b31m\x90q\x9c\x1bP+q544e\x1b\\",
    "a\rb\bc\0d\x7fe\vf\fg\x85h",
    # Eyes: direction, nothing to see, tags, another line, what is no character at all.
    "\u202e21\u202c\u2066x\u2069\u200b\u200d\ufeff\U000e0041",
    "line\u2028para\u2029next",
    "\udcff\ud800\ufffe\uffff",
    # Logs of GitHub and others.
    "::error::forged",
    "\n::error file=x,line=1::forged\n##[error]forged\n::stop-commands::x",
    "%0A::error::forged,title=x:y",
    # Spreadsheets.
    "=HYPERLINK(1)",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "+1\r\n-2;\"x\",'y'",
    # HTML and XML.
    "<script>alert(1)</script>",
    "</script></style></title></textarea><img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    'https://coast.example/"onclick=alert(1)',
    "<!-- --> ]]> --!> <![CDATA[ <?x ?>",
    "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
    "&lt;b&gt; &#x3c;script&#x3e; &amp;amp;",
    "</bdi></q></td></tr></table></details></article></main></failure>",
    # Markdown, SARIF's links, templates, shells, paths, SQL.
    "[evil](javascript:alert(1)) ![x](http://evil.example/p) <https://evil.example>",
    "|`|```|*__~~<!-- -->$x$\n\n# h\n\n> q\n\n- l\n\n[a]: http://evil.example",
    "{0} {{7*7}} ${7*7} %s %(x)s \\u003cscript\\u003e \\",
    "$(touch owned) `touch owned`; touch owned",
    "../../../etc/passwd",
    "'); DROP TABLE claims; --",
    "x" * 3000,
)
