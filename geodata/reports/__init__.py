"""Report files of many formats -> reports."""

from geodata.reports.files import list_report_files, read_reports

__all__ = [
    "list_report_files",
    "read_reports",
]
