"""Every English sentence of the reading: what is told of a day, a speaker, a name and its place, by its kind.

Nothing decides by a sentence. The values of `model` carry kinds and parts, and here both become words; another
language is another mapping like `TEMPLATES`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

TEMPLATES: Mapping[str, str] = {
    # Where a report's own day is from.
    "front_matter": "front matter",
    "field": "field '{field}'",
    "feed": "the feed",
    "meta_tag": "meta tag",
    "file_name": "file name",
    "printed": "printed at the head: '{words}'",
    "printed_file_differs": "printed at the head: '{words}'; the file says {told.day} {told:%B %Y}",
    "printed_name_differs": "printed at the head: '{words}'; the file name says {told.day} {told:%B %Y}",
    "given_for_all": "given for all reports",
    "published_not_told": "no date in the file, its text or its name",
    # How the days of an event were found.
    "explicit": "explicit: '{words}'",
    "relative": "relative: '{words}', from publication {day}",
    "relative_to_unknown": "relative: '{words}', from publication",
    "relative_to_told": "relative: '{words}', from the day told before, {day}",
    "relative_to_spoken": "relative: '{words}', from the day of the quotation, {day}",
    "and_more": "and {n} more",
    "carried": "carried on: {words}",
    "carried_of_more": "carried on: {words}, and {n} more",
    "publication": "publication: no date in the text",
    "publication_unclear": "publication: '{words}' counts from a day not told",
    "not_judged": "publication; not judged: no rules for {language}",
    "undated": "undated: no date in the text, and the report's own day is unknown",
    "undated_unclear": "undated: '{words}' counts from a day not told, and the report's own day is unknown",
    "undated_unanchored": "undated: '{words}' counts from a day that is unknown",
    "undated_not_judged": "undated; not judged: no rules for {language}, and the report's own day is unknown",
    "boilerplate": "not judged: boilerplate",
    # Where a speaker is from.
    "speaker_named": "named in the text",
    "speaker_not_named": "nobody named in the text",
    "speaker_not_judged": "not judged: no rules for {language}",
    "speaker_boilerplate": "not judged: boilerplate",
    # What made a stretch of text a mention.
    "gazetteer_name": "a name of the gazetteer",
    "gazetteer_spelling": "a spelling of a name of the gazetteer",
    "apostrophe_lost": "a name of the gazetteer, its apostrophe lost",
    "gazetteer_form": "a form of a name of the gazetteer",
    "region_of_name": "a region named after a place of the gazetteer",
    "people": "a word for its people",
    "after": "after '{word}'",
    "before": "before '{word}'",
    "after_like": "after '{word}', like a name of the gazetteer",
    "like": "like a name of the gazetteer",
    "listed": "in a list of places",
    "spacy": "{label} by spaCy",
    # How a name matched, and what spoke for a place.
    "same_name": "same name",
    "same_alias": "alias '{name}'",
    "same_spelling": "same but for article, signs, doubled letters or the spelling of a common word: '{name}'",
    "named_after": "a region named after '{name}'",
    "spelt_nearly": "spelt nearly alike: '{name}' ({percent} %)",
    "whole_name": "whole name '{name}'",
    "asked_fits": "a {kind}, as the text says",
    "asked_missed": "a {kind}, though the text speaks of another kind",
    "population": "{people:,} people",
    "near_others": "{km} km from {place}, named too",
    "same_region": "in the same province as most places named around it",
    "suburb": "{km} km from {place}, whose suburb the text tells of",
    "one_place": "weighed together with {n} of the name that are {name} too: divisions around it or doubles",
    "same_sense": "so named before in the report",
    "confirmed": "confirmed by a maintainer",
    "confirmed_note": "confirmed by a maintainer ({note})",
    "confirmed_in": "confirmed by a maintainer in {region}",
    "confirmed_in_note": "confirmed by a maintainer in {region} ({note})",
    "named_elsewhere": "not in {region}, named with it",
    "named_with_it": "in {region}, named with it",
    "named_beside": "in {region}, named beside it",
    "named_in_sentence": "in {region}, named in the sentence",
    "named_in_report": "in {region}, named in the report",
    "people_of": "the people of {place}",
    # Why a mention is unresolved.
    "no_country": "The country of this people is not in the gazetteer.",
    "no_name": "No name in the gazetteer is like it.",
    "not_alike": "The likest name in the gazetteer, '{name}', is not like enough ({percent}%).",
    "text_against": "Only '{name}' comes near, and the text speaks against it.",
    "several": "{n} places bear such a name and nothing in the report decides: {places}.",
    "several_of_more": "{n} places bear such a name and nothing in the report decides: {places} and {more} more.",
    "place": "{name}",
    "place_in": "{name} in {region}",
    # Kinds of place, within a reason.
    "province": "province",
    "district": "district",
    "settlement": "settlement",
    "site": "site",
    "region": "region",
    "country": "country",
    "river": "river",
    "area": "area",
    # Why a search cannot be read.
    "search_too_long": "A search may have {most} characters; this one has {n:,}. Shorten it.",
    "search_no_letter": "The search has no letter or digit; type words, “words in a row” or a beginning, buk*.",
    "search_only_leaves_out": "The search only says what to leave out; add a word to look for.",
    "search_too_many_words": "A search may have {most} words; this one has {n}. Leave some out.",
    "search_short_beginning": "A beginning needs {least} letters before the star; “{word}*” has fewer.",
    # How a build counts what is unresolved.
    "counted_no_name": "no name in the gazetteer is like it",
    "counted_several": "several places bear the name",
    "counted_text_against": "the text speaks against the only place of the name",
    "counted_no_country": "the country of the people is not in the gazetteer",
}
"""By kind; `{name}` is a part of the reason."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_day(day: date) -> str:
    """Say a day: "6 Dec 2017"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


UNKNOWN = "mis"
"""ISO 639-2 code of a language that has no other: a text's that is none of those there are rules for."""
UNKNOWN_LANGUAGE = "the language of this text"


def name_language(code: str, locale: str = "en", unknown: str = UNKNOWN_LANGUAGE) -> str:
    """Name a language with its code: "Polish (pl)"; the code alone where CLDR knows no name.

    Parameters
    ----------
    code : str
        ISO 639-1 or 639-2.
    locale : str, default "en"
        Language of the name.
    unknown : str
        What is said of `UNKNOWN`.
    """
    if code == UNKNOWN:
        return unknown
    # Babel takes a while to be imported, and only a language without rules needs its name.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        name = Locale.parse(locale).languages.get(code)
    except (UnknownLocaleError, ValueError):
        name = None
    return f"{name} ({code})" if name else code


def say(
    because: Sequence[tuple[str, Mapping[str, Any]]],
    templates: Mapping[str, str] | None = None,
    *,
    day: Callable[[date], str] = say_day,
    language: Callable[[str], str] = name_language,
) -> str:
    """Say reasons one after the other.

    Parameters
    ----------
    because : sequence of (str, mapping)
        The `model.Reason`s: each a kind and its parts.
    templates : mapping of str to str, optional
        A template for each kind; `TEMPLATES` where not given.
    day, language : callable
        How a day and a language by its code are said.

    Returns
    -------
    str
        Empty where there is no reason.

    Raises
    ------
    KeyError
        When a kind has no template, or a template names a part that its kind has not.
    """
    known = TEMPLATES if templates is None else templates

    def write(name: str, part: Any) -> Any:
        if name == "day":
            return day(part)
        if isinstance(part, tuple):
            if part and isinstance(part[0], str):
                return ", ".join(f"'{words}'" for words in part)
            return say(part, known, day=day, language=language)
        return language(part) if name == "language" else part

    return "; ".join(
        [known[kind].format(**{name: write(name, part) for name, part in parts.items()}) for kind, parts in because]
    )
