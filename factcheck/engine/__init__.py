"""Where work is done when one process is not enough."""
