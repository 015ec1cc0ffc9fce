"""The command line: its commands and options, what they read, and where their output goes."""
