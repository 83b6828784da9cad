"""Who says a sentence: the speaker, and the outlet that passes it on."""

import re
from dataclasses import dataclass

from geodata.languages import LANGUAGES, gather
from geodata.statements.patterns import alternatives
from geodata.statements.speakers import read_english
from geodata.statements.verb_first import read_around_verb

_AS_IN_ENGLISH = "as in English"
_NAMES = alternatives(gather(lambda language: language.speakers.outlets))
_KINDS = alternatives(gather(lambda language: language.speakers.outlet_kinds))
_NAMED = alternatives(gather(lambda language: language.speakers.named_outlets))
_OUTLET_NAME = rf"(?:(?:the )?(?:[a-z]+ ){{0,2}}(?:{_KINDS}) (?:{_NAMES})|(?:{_NAMES})(?: (?:{_KINDS}))?)(?!\w)"
_OUTLET = re.compile(
    rf"(?:{_OUTLET_NAME}"
    rf"|(?:[Tt]he )?(?:[A-Z][\w'.-]+ ){{1,4}}(?:{_KINDS}|News|TV|Agency|Press|Daily|Herald|Tribune|Journal)"
    rf"|(?:[Tt]he )?(?:[a-z]+ ){{0,2}}(?:{_KINDS}) [\"«]?[A-Z][\w.-]*[\"»]?(?: [A-Z][\w.-]*){{0,3}}|agencies"
    rf"|{_NAMED})(?!\w)"
)
_OUTLET_AT_END = re.compile(rf"(?<=\w)[ ,]+(?:to )?({_OUTLET_NAME})$")
_OUTLET_AT_START = re.compile(rf"({_OUTLET_NAME})")
_PRONOUN = re.compile(rf"(?:{alternatives(gather(lambda language: language.speakers.pronouns))})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it.

    Attributes
    ----------
    speaker : str
        The noun phrase that names the speaker; empty where there is none.
    outlet : str
        The agency, paper or channel that quotes the speaker.
    by_pronoun : bool
        The speaker is only called "he", "she", "they", or not named again.
    """

    speaker: str = ""
    outlet: str = ""
    by_pronoun: bool = False

    @property
    def named(self) -> str:
        """The speaker, with the outlet in parentheses where there are both; empty where nobody is named."""
        return f"{self.speaker} ({self.outlet})" if self.speaker and self.outlet else self.speaker or self.outlet


_NOBODY = Attribution()


def find_attribution(words: str, language: str) -> Attribution:
    """Find who says a sentence.

    Parameters
    ----------
    words : str
        One segment; what it quotes may be blanked with U+0001.
    language : str
        ISO 639-1; what there is no file for is read as English, which finds nothing in it.

    Returns
    -------
    Attribution
        Empty where the sentence does not say. An attribution that closes the sentence ("..., X said.") is of
        all of it and wins; else the first speaker and the first outlet do.
    """
    speaker = outlet = ""
    by_pronoun = False
    known = LANGUAGES.get(language)
    is_english = known is None or known.speakers.order == _AS_IN_ENGLISH
    for phrase in read_english(words) if is_english else read_around_verb(words, language):
        if not phrase or _PRONOUN.match(phrase):
            by_pronoun = by_pronoun or not speaker
            continue
        named, through = _part_outlet(phrase)
        outlet = outlet or through
        speaker = speaker or named
        if speaker and outlet:
            break
    if not speaker and not outlet and not by_pronoun:
        return _NOBODY
    return Attribution(speaker, outlet, by_pronoun and not speaker)


def _part_outlet(phrase: str) -> tuple[str, str]:
    """Part "the chief of the General Staff Interfax" into speaker and outlet."""
    if _OUTLET.fullmatch(phrase):
        return "", phrase
    at_start = _OUTLET_AT_START.match(phrase)
    if at_start and re.match(r" (?:the |an? )", phrase[at_start.end() :]):
        return phrase[at_start.end() :].strip(), at_start.group(1)
    at_end = _OUTLET_AT_END.search(phrase)
    if at_end and not re.search(r"\b(?:of|for|the|from|and)$", phrase[: at_end.start()]):
        return phrase[: at_end.start()].strip(" ,"), at_end.group(1)
    return phrase, ""
