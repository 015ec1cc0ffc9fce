"""The check of a draft inside an editor, over the Language Server Protocol."""
