"""Values, times and facts in words for people."""
