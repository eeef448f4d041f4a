"""What must whoever connects an EHR be told of this site? One sheet for each client: addresses, queries, tokens, codes, limits.

Everything on it comes from what the service runs on, nothing from a second list. ``saying`` has the order of the sheet,
``calling`` and ``coding`` its parts, ``links`` what cards lead to, ``document`` what a sheet is made of, ``writing`` its
Markdown, ``printing`` its PDF. What may not live here: anything that a request needs.
"""

from cds_hooks.sheet.document import Document
from cds_hooks.sheet.printing import NoPdf, as_pdf
from cds_hooks.sheet.saying import sheet_of
from cds_hooks.sheet.writing import as_markdown

__all__ = ["Document", "NoPdf", "as_markdown", "as_pdf", "sheet_of"]
