"""How the tables came to be, step by step, for Alembic. ``env`` runs the steps, ``versions`` holds them.

A step only ever adds: while a new version is rolled out, and when it is taken back, the old one works on the new tables.
"""
