"""Judging Akoma Ntoso files: schema, naming convention, AKN4UN profile.

`judge` gives the verdict on one file; `explain` and `catalogue` speak of the rules themselves.
"""
