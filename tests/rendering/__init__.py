"""Resolutions set as the United Nations sets them: as Word file, saved web page and PDF.

`sheet` turns a tree into printed paragraphs; `word`, `web` and `press` hand these to an engine.
Nothing here uses the readers or the parser, so that what was set is a test of what is read.
"""
