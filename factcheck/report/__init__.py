"""Report writers, one file an output format."""
