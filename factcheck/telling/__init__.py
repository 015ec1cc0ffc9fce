"""Findings and claims in words: for a terminal, for records that programs read, and the words themselves."""
