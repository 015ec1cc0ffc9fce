"""Judged pairs become findings: one a fact, with what all articles say of it."""
