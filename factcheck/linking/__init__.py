"""Which claims may speak of one fact: found without listing all pairs, and weighed slot by slot."""

# Articles that one is compared with. Where more are like it, as in a corpus on one subject or with very many
# on one event, it is those that share most of what is rare in this corpus.
MOST_COMPARED = 16
