"""placeholder"""
from fhir_profiles.reading.reports.unread import unread_reports
__all__ = ["unread_reports"]
