"""Expressions of time, from tokens over phrases to TIMEX3 values: the steps behind `claims.dates`.

    vocabulary -> tokens -> phrases -> grammar, which asks the readers: absolute, ranges, weekdays, relative,
    periods, clock, durations, offsets, sets, unusual; context holds what they lean on

A run of neighbouring words of time becomes a string of one character a word, a phrase rule a regular
expression over such strings. Where words alone do not decide, these conventions do:

- Spans take in "the", "early" and "last", and approximators ("about two years"), not "in", "on" or "since".
- A bare weekday is the latest, the day of publication included; a bare month or day the nearest. The verb
  beside it overrules that. In a history both belong to the year told of.
- "last week" is the calendar week before; "two years ago" that year, no finer; "a year earlier" in a
  company's report the same quarter of last year; "the third quarter" the last finished one.
- A four-digit number is a year unless something beside it says that it counts or names: "2000 people",
  "room 1812". Glued to a name it is part of the name ("Slavic Shield 2019"); before one it is a year ("the
  2026 Cup").
- A range is an ISO 8601 interval. The days of a fiscal year reach from April of the year before to June of
  the year after, since nobody says whose it is; those of a part ("early 2020") are generous.
- What the text does not fix is written with X ("XXXX-11", "XXXX-WXX-5") and has no days.
"""
