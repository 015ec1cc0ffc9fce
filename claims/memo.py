"""How much is kept of what was worked out for a word or phrase."""

MEMO = 1 << 11  # entries a function: twice as many gain no time on articles, and take 8 MB more
