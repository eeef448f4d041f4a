"""What of the knowledge can other systems read? FHIR definitions, generated from the declarations that the service runs on.

`making` makes every definition, and `make definitions` writes them to fhir_profiles/definitions; `published`, `find` and
`metadata` answer from the written files, `files` and `package` hand them out. What may not live here: a patient, HTTP, and any
rule; a definition says what stands in the knowledge or in our codes.
"""

from fhir_profiles.publishing.packing import PACKAGE_FILE, files, in_json, package
from fhir_profiles.publishing.serving import DEFINITIONS, find, metadata, published

__all__ = ["DEFINITIONS", "PACKAGE_FILE", "files", "find", "in_json", "metadata", "package", "published"]
