"""A report's text -> segments: sentences or short quotations, with who says them; boilerplate marked.

Our own rules, because the texts arrive translated and scraped: full stops without a space after them, headlines
and buttons glued to sentences, abbreviations of every language there is a file for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geodata.languages import is_read
from geodata.model import Segment, SpeakerBasis, because
from geodata.statements.attribution import Attribution, find_attribution
from geodata.statements.boilerplate import is_boilerplate, is_listed, opens_list
from geodata.statements.sentence_ends import LINE, PARAGRAPH, SENTENCE, find_breaks

_NAMED = because(SpeakerBasis.NAMED)
_NOT_NAMED = because(SpeakerBasis.NOT_NAMED)
_BOILERPLATE = because(SpeakerBasis.BOILERPLATE)

_MAX_QUOTED_SENTENCES = 3
_MAX_QUOTED_CHARS = 1200


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    after: int  # the break before it: SENTENCE, LINE or PARAGRAPH


def split_statements(text: str, language: str) -> list[Segment]:
    """Split a report into the things it says.

    Parameters
    ----------
    text : str
        Any text whatever; the report's own, since offsets count in it.
    language : str
        ISO 639-1; decides how speakers are looked for. In a language without rules none is; a text whose language
        cannot be told is read as English.

    Returns
    -------
    list of Segment
        In order, not overlapping, no white space at the ends; every other character is in exactly one of them.
        A quotation of up to three sentences is one segment with its attribution; the sentences of a longer one
        are segments that share its speaker. A speaker whom an outlet quotes is written "speaker (outlet)";
        a pronoun stands for the speaker last named.
    """
    quotations = _find_quotations(text)
    pieces = _cut(text, _drop_quoted_breaks(text, find_breaks(text), quotations))
    kinds = _tell_boilerplate(text, pieces)
    is_judged = is_read(language)
    speakers = _attribute(text, language, pieces, kinds, quotations) if is_judged else [""] * len(pieces)
    nobody = _NOT_NAMED if is_judged else because(SpeakerBasis.NOT_JUDGED, language=language)
    return [
        Segment(piece.start, piece.end, kind="boilerplate", speaker_because=_BOILERPLATE)
        if boilerplate
        else Segment(piece.start, piece.end, speaker, speaker_because=_NAMED if speaker else nobody)
        for piece, boilerplate, speaker in zip(pieces, kinds, speakers, strict=True)
    ]


_MARK = re.compile(r'["“”„«»\n](?:(?<!\n)|\s*\n)')


def _find_quotations(text: str) -> list[tuple[int, int]]:
    """Pairs of quotation marks, by the offsets of the marks; none runs over a blank line."""
    found = []
    opened = -1
    for match in _MARK.finditer(text):
        position, sign = match.start(), text[match.start()]
        if sign == "\n":
            opened = -1
        elif opened < 0:
            opened = position if _may_open(text, position, sign) else -1
        elif sign in "”»" or (sign in '"“' and not text[position - 1].isspace()):
            found.append((opened, position))
            opened = -1
        else:
            opened = position
    return found


def _may_open(text: str, position: int, sign: str) -> bool:
    if sign in "“„«":
        return True
    following = text[position + 1 : position + 2]
    return sign == '"' and bool(following) and not following.isspace() and not text[position - 1 : position].isalnum()


def _drop_quoted_breaks(
    text: str, breaks: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Keep a quotation of few sentences whole, and with the attribution that follows it."""
    at = 0
    for opened, closed in quotations:
        while at < len(breaks) and breaks[at][0] <= opened:
            yield breaks[at]
            at += 1
        inside = []
        while at < len(breaks) and breaks[at][0] <= closed:
            inside.append(breaks[at])
            at += 1
        short = closed - opened <= _MAX_QUOTED_CHARS and len(inside) < _MAX_QUOTED_SENTENCES
        if not short or any(kind == PARAGRAPH for _, kind in inside):
            yield from inside
        elif at < len(breaks) and breaks[at][0] == closed + 1 and _ATTRIBUTION_ONLY.match(text, closed + 1):
            at += 1
    yield from breaks[at:]


_ATTRIBUTION_ONLY = re.compile(
    r"\s*(?:[A-Z][\w'’.-]*|the|an?)(?: [\w'’.-]+){0,6} (?:said|says|added|told|stressed|noted)\b"
    r"[^.!?\n]{0,60}(?:[.!?]|$)"
    r"|\s*[-–—,]"
)


def _cut(text: str, breaks: Iterator[tuple[int, int]]) -> list[_Piece]:
    """Trimmed stretches between breaks; one without a letter or digit joins the one before it on its line."""
    pieces: list[_Piece] = []
    start, kind = 0, PARAGRAPH
    for position, next_kind in [*breaks, (len(text), PARAGRAPH)]:
        stretch = text[start:position]
        bare = stretch.strip()
        if bare:
            left = start + len(stretch) - len(stretch.lstrip())
            piece = _Piece(left, left + len(bare), kind)
            if pieces and kind == SENTENCE and not any(map(str.isalnum, bare)):
                pieces[-1].end = piece.end
            else:
                pieces.append(piece)
            kind = next_kind
        else:
            kind = max(kind, next_kind)
        start = position
    return pieces


def _tell_boilerplate(text: str, pieces: Sequence[_Piece]) -> list[bool]:
    kinds = []
    listing = False
    for piece in pieces:
        words = text[piece.start : min(piece.end, piece.start + 500)]
        listed = listing and piece.after >= LINE and is_listed(words)
        kinds.append(listed or is_boilerplate(words))
        listing = opens_list(words) or listed
    return kinds


def _attribute(
    text: str, language: str, pieces: Sequence[_Piece], kinds: Sequence[bool], quotations: Sequence[tuple[int, int]]
) -> list[str]:
    """The speaker of each piece: its own attribution, that of its quotation, or that of the line before it."""
    masked = _mask_quotations(text, quotations)
    speakers: list[str] = []
    last_named = ""
    introduced = ""
    for piece, boilerplate in zip(pieces, kinds, strict=True):
        if boilerplate:
            speakers.append("")
            continue
        words = masked[piece.start : piece.end]
        found = find_attribution(words, language)
        speaker = _name_speaker(found, last_named)
        if not speaker and (introduced or _is_quotation_alone(text, piece, words)):
            speaker = introduced or last_named
        if found.named:
            last_named = speaker
        # "The minister said:" speaks for the paragraph after it.
        introduced = speaker if speaker and words.endswith(":") else ""
        speakers.append(speaker)
    _share_over_quotations(pieces, speakers, kinds, quotations)
    return speakers


def _name_speaker(found: Attribution, last_named: str) -> str:
    return (found.named if found.speaker else "") or (last_named if found.by_pronoun else "") or found.outlet


def _is_quotation_alone(text: str, piece: _Piece, masked: str) -> bool:
    return text[piece.start] in '"“«„' and masked.count("\x01") >= 0.8 * len(masked)


def _mask_quotations(text: str, quotations: Sequence[tuple[int, int]]) -> str:
    """Blank what is quoted, so that only the reporter's own words are searched; names in marks are left."""
    parts = []
    at = 0
    for opened, closed in quotations:
        if closed - opened > 30:
            parts += [text[at : opened + 1], "\x01" * (closed - opened - 1)]
            at = closed
    return "".join([*parts, text[at:]])


def _share_over_quotations(
    pieces: Sequence[_Piece], speakers: list[str], kinds: Sequence[bool], quotations: Sequence[tuple[int, int]]
) -> None:
    """Give the sentences of a long quotation the speaker named at its end or its beginning."""
    at = 0
    for opened, closed in quotations:
        while at < len(pieces) and pieces[at].end <= opened:
            at += 1
        last = at
        while last + 1 < len(pieces) and pieces[last + 1].start <= closed:
            last += 1
        if last > at:
            speaker = speakers[last] or speakers[at]
            for index in range(at, last + 1):
                if not kinds[index]:
                    speakers[index] = speakers[index] or speaker
        at = last
