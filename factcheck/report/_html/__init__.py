"""The parts of the page that `--format html` writes, one file a part; style.css and script.js go into it."""
