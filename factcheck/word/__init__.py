"""A Word document marked up: comments go in, and every other byte stays as it was."""
