"""Which claims may speak of one fact: found without listing all pairs, and weighed slot by slot."""
