"""The sections `names` and `places` of a language file: what names are made of, and the words around them.

One set of rules reads all languages; a table says what a word does to the name beside it. Words are written in small
letters, and a text may have them with a capital; a phrase is an entry with spaces in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geodata.languages.shapes import Codes, Groups, Patterns, Text, Words


def _none() -> Mapping[str, str]:
    return {}


def _no_groups() -> Mapping[str, Words]:
    return {}


@dataclass(frozen=True, slots=True)
class Names:
    """What names are made of, and what looks like a place's name and is none.

    Attributes
    ----------
    articles : tuple of str
        Articles inside and before names that the language takes over: "al", "el", "ash" of Arabic ones.
    inner_words : tuple of str
        Small words inside a name: "Isle of Man", "Rio de Janeiro".
    elisions : tuple of str
        What is written together with a name, with an apostrophe: French "d'", "l'".
    contractions : mapping of str to str
        A preposition that holds the article of the name after it, by the article: French "au Caire" is in Le Caire.
    glued_conjunctions, glued_prepositions : tuple of str
        Letters that are written together with the word after them: Arabic "and"; "in", "to". Both may stand, in this
        order.
    glued_article : tuple of str
        The article, where it is written together with its word: a glued letter may stand before it and a short name.
    melted : mapping of str to str
        How a word begins by itself -> how it begins together with such a letter: Arabic "li" melts with the article.
    endings : tuple of str
        Endings that names take in cases and in the plain form, which are off when names are compared: Russian "-om".
        In Cyrillic letters they are off everywhere, in others in texts of the language only.
    sound_changes : mapping of str to tuple of str
        What the stem of a name ends with in other cases -> in the plain form: Ukrainian "z" for "h", "ov" for "iv".
    adjectives : mapping of str to tuple of str
        What an adjective made of a name ends with, its ending off -> the end of the name: Ukrainian "Poltavsk-a oblast"
        is that of Poltava. Read only beside a kind of region. "-" is nothing.
    lands : mapping of str to tuple of str
        The same of a word that names a town's region by itself: Ukrainian "Kyivshchyna".
    given_names, common_words : tuple of str
        Before a capitalised word the first make it a person's; the second have a capital for other reasons and are
        names of small places too.
    given_names_file, common_words_file : str
        A text file of the package's data with more of them, for lists of hundreds.
    given_names_and_places : tuple of str
        Given names that are well-known places too ("Sydney"): a person's only before a word that is no office.
    titles : tuple of str
        Before a name these make it a person's: "president", "gen".
    states_follow_titles : str
        "yes" where a title is followed by the state's name, as Slavic genitives are: "ambassador Poland's".
    before_titles : tuple of str
        What stands before a title and belongs to it: "prime", "deputy".
    offices : tuple of str
        Words of offices, bodies and kinds of place with a capital ("Ministry"): a place's name before them is still the
        place's.
    not_places : tuple of str
        Words that have a capital for other reasons; alone they are never taken for a place.
    also_words : tuple of str
        Names of places that are common words, given names or bare kinds of place ("Nice", "Split"): they need a word
        before them that speaks for a place, or a place's company.
    """

    articles: Words = ()
    inner_words: Words = ()
    elisions: Words = ()
    contractions: Codes = field(default_factory=_none)
    glued_conjunctions: Words = ()
    glued_prepositions: Words = ()
    glued_article: Words = ()
    melted: Codes = field(default_factory=_none)
    endings: Words = ()
    sound_changes: Groups = field(default_factory=_no_groups)
    adjectives: Groups = field(default_factory=_no_groups)
    lands: Groups = field(default_factory=_no_groups)
    given_names: Words = ()
    given_names_file: Text = ""
    common_words: Words = ()
    common_words_file: Text = ""
    given_names_and_places: Words = ()
    titles: Words = ()
    states_follow_titles: Text = ""
    before_titles: Words = ()
    offices: Words = ()
    not_places: Words = ()
    also_words: Words = ()


@dataclass(frozen=True, slots=True)
class Kinds:
    """Words for kinds of place, by the GeoNames feature code they ask for or its beginning; by where they stand.

    A word stands in the one table that tells all its uses. Give all its cases, its plural and its abbreviations.

    Attributes
    ----------
    anywhere : mapping of str to str
        Before the name, with "of" or without, and after it: "province of Raqqa", "Raqqa province".
    beside : mapping of str to str
        Before and after it, without "of": "river Kama", "Kama river".
    before : mapping of str to str
        Only before it, with "of" or without: French "quartier".
    before_bare : mapping of str to str
        Only before it, without "of": "rural Aleppo".
    before_of : mapping of str to str
        Only before it, with "of": "republic of".
    after : mapping of str to str
        Only after it: "Raqqa countryside".
    in_lists : mapping of str to str
        Words that texts use otherwise, and lists of places for a kind: "state", "admin1".
    """

    anywhere: Codes = field(default_factory=_none)
    beside: Codes = field(default_factory=_none)
    before: Codes = field(default_factory=_none)
    before_bare: Codes = field(default_factory=_none)
    before_of: Codes = field(default_factory=_none)
    after: Codes = field(default_factory=_none)
    in_lists: Codes = field(default_factory=_none)


@dataclass(frozen=True, slots=True)
class Places:
    """Words around the name of a place.

    Attributes
    ----------
    kinds : Kinds
        Kinds of place.
    plural_endings : tuple of str
        What a word for a kind ends with when it stands for several: "villages" tells the kind of a whole list of names.
    off_names_before, off_names_after : tuple of str
        Feature codes, or their beginnings, of kinds that a gazetteer writes before or after a name and a report leaves
        off: "Raqqa Governorate" is "Raqqa". What the language counts as part of the name is left out: "Mexico City".
    kept_on_names : tuple of str
        Words of these kinds that stay: "Damascus Countryside" is not Damascus.
    kind_adjectives : tuple of str
        What may stand between a name and its kind: "oil" field, "military" base.
    parts_of_names : tuple of str
        Kinds of place that are part of the name, with a capital: "Orange County", "Coney Island".
    the : tuple of str
        The article before a name or kind.
    of : tuple of str
        What binds a kind to its name, an article included: "of", French "de", "du", "de la".
    sides : tuple of str
        "north", "north-east".
    side_adjectives : tuple of str
        "northern", "central"; they may stand between a name and its kind, or between "in" and a name.
    after_sides : tuple of str
        What follows a side before a name: "north of", "south from".
    located : tuple of str
        After them a name is hardly anything but a place's: "in", "near".
    likely : tuple of str
        After them it may well be one's: "to", "captured", "outskirts of".
    inside : tuple of str
        Between a place and what holds it: "Ramadi in Iraq".
    inside_or_to : tuple of str
        The same, where the word also says whither ("from Niamey au Mali"): not after a word of `starting`.
    inside_glued : tuple of str
        The same, written together with the name after it: Arabic "bi".
    starting : tuple of str
        After them stands where a way begins: "from", as far as the word says nothing else.
    whither : mapping of str to tuple of str
        What a name ends with in the plain form -> when it is whither one goes and not where: Russian "v Siriyu" is "to
        Syria". "-" is no vowel and no sign.
    places_within : tuple of str
        Between "in" and the name of a region, without telling its kind: "the territory of", "the north of".
    suburbs : tuple of str
        "suburb", "outskirts", which are followed by the town's name.
    compounds : tuple of str
        What makes, behind a hyphen, an adjective of a state: "led" in "US-led".
    list_words : tuple of str
        "and", "or" between the last names of a list.
    list_openings : tuple of str
        What may stand before a name in a list: "parts of", "all of".
    stating : tuple of str
        Verbs only a speaker can do: before them a capital or country stands for its government.
    before_stating : tuple of str
        What may stand between the two: "has", "also".
    saying : tuple of str
        More verbs, of what persons do: "wrote", "replied".
    acting : tuple of str
        Patterns of verbs of which a capital as subject is its government: "has", "[a-z]{2,}ed".
    not_acting : tuple of str
        Verbs among them that a town can do: "lies", "fell".
    before_acting : tuple of str
        What may stand between the two: "which", "also".
    addressed : tuple of str
        Before a capital or country: its government is spoken to: "told", "message to".
    talks : tuple of str
        Before a capital: its government is meant: "talks with".
    clause_words : tuple of str
        What a clause begins with: "but", "where".
    organisations : tuple of str
        Names of organisations that hold a place's name.
    organisation_endings : tuple of str
        What, standing right after a name, makes the whole an organisation's; patterns, in any case: "military council".
    organisation_endings_far : tuple of str
        The same after one or two more words with capitals, as written: "Homs Revolution Brigade".
    organisation_beginnings : tuple of str
        What does so right before a name, as written: "University of", "FC".
    """

    kinds: Kinds = field(default_factory=Kinds)
    plural_endings: Words = ()
    off_names_before: Words = ()
    off_names_after: Words = ()
    kept_on_names: Words = ()
    kind_adjectives: Words = ()
    parts_of_names: Words = ()
    the: Words = ()
    of: Words = ()
    sides: Words = ()
    side_adjectives: Words = ()
    after_sides: Words = ()
    located: Words = ()
    likely: Words = ()
    inside: Words = ()
    inside_or_to: Words = ()
    inside_glued: Words = ()
    starting: Words = ()
    whither: Groups = field(default_factory=_no_groups)
    places_within: Words = ()
    suburbs: Words = ()
    compounds: Words = ()
    list_words: Words = ()
    list_openings: Words = ()
    stating: Words = ()
    before_stating: Words = ()
    saying: Words = ()
    acting: Patterns = ()
    not_acting: Words = ()
    before_acting: Words = ()
    addressed: Words = ()
    talks: Words = ()
    clause_words: Words = ()
    organisations: Words = ()
    organisation_endings: Patterns = ()
    organisation_endings_far: Words = ()
    organisation_beginnings: Words = ()
