"""What follows for claims that are linked: agreement, discrepancy, update, or a case for a person."""
