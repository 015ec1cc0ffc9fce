"""Expressions of time, from tokens over phrases to TIMEX3 values: the steps behind `claims.dates`."""
