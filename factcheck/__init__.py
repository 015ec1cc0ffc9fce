"""From claims to findings, and the command line."""
