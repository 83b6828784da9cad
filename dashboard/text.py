"""Text of reports and gazetteers made fit for the screen."""

# Control characters but tab and line ends get their pictures. Overrides turn round the letters of a name and of
# what stands beside it; other direction marks are needed in Arabic and are held in by the element they stand in.
_VISIBLE = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)}
_VISIBLE |= {0x7F: 0x2421, 0x202D: 0xFFFD, 0x202E: 0xFFFD}


def show_controls(text: str) -> str:
    """Make what is invisible in a text visible: control characters as their pictures, direction overrides as U+FFFD.

    Letters of any script and their ordinary marks stay. The length stays too, so offsets still fit.
    """
    return text.translate(_VISIBLE)
