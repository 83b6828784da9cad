"""Names, places, dates and statements out of reports."""
