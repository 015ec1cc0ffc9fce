"""Findings that no longer count: decided by an editor, known to a baseline, ignored by a comment."""
