"""What outlives a call: feedback, which cards were issued, which tokens were used. SQLite or PostgreSQL. No patient data.

What may not live here: how feedback is spelt (``wire``), and what a token is (``trust``). The only user of SQLAlchemy.
"""

from cds_hooks.ledger.ledger import Ledger
from cds_hooks.ledger.reaching import why_not_reached
from cds_hooks.ledger.report import Comment, Told

__all__ = ["Comment", "Ledger", "Told", "why_not_reached"]
