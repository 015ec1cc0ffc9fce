"""How well and how fast factcheck does its work; nothing here is installed."""
