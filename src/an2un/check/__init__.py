"""Judging Akoma Ntoso files: schema, naming convention, AKN4UN profile."""
