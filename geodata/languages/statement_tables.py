"""The sections of a language file about statements: where they end, who says them, and what they claim."""

from dataclasses import dataclass, field
from typing import Annotated

from geodata.languages.shapes import Groups, Keys, Patterns, PlacePhrases, Text, Words

_Order = Annotated[Text, Keys(("as in English", "subject first", "around the verb", "after the verb"))]


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where a full stop ends no sentence, and a line's end no line. All in small letters, without the full stop.

    Attributes
    ----------
    titles : tuple of str
        Abbreviations that a name follows, so that a sentence never ends there: "mr", "gen", "st".
    abbreviations : tuple of str
        Others: a sentence ends there only where one of `starters` follows ("etc", "inc").
    ends_anyway : tuple of str
        Abbreviations that mostly end a sentence ("etc"); each stands in `abbreviations` too.
    ends_before_quote : tuple of str
        Abbreviations that end a sentence where a quotation follows ("p.m").
    before_number : tuple of str
        Abbreviations before a number only ("no", "p").
    letters : tuple of str
        Single letters that abbreviate what follows ("с." is a village in Russian).
    letters_after_number : tuple of str
        Single letters after which a sentence may end where a number stands before them ("2017 г."); elsewhere they
        abbreviate what follows ("в г. Алеппо").
    letters_before_number : tuple of str
        Single letters before a number only ("p. 5").
    goes_on : tuple of str
        Words that no line ends with but one that is wrapped ("the", "of").
    starters : tuple of str
        Words as written that begin a sentence with a capital and hardly ever carry one inside it ("The", "However").
    glued_starters : tuple of str
        Those of them that begin one even where every sign is lost.
    numbered : tuple of str
        Words that a number written as a word belongs to ("World War" Two).
    """

    titles: Words = ()
    abbreviations: Words = ()
    ends_anyway: Words = ()
    ends_before_quote: Words = ()
    before_number: Words = ()
    letters: Words = ()
    letters_after_number: Words = ()
    letters_before_number: Words = ()
    goes_on: Words = ()
    starters: Words = ()
    glued_starters: Words = ()
    numbered: Words = ()


@dataclass(frozen=True, slots=True)
class Speakers:
    r"""Who says a sentence. Entries are regular expressions: a plain word is one that finds itself.

    Attributes
    ----------
    order : {"as in English", "subject first", "around the verb", "after the verb"}
        Where the speaker stands: before the verb, and after it only where nothing is before; after it or before it, as
        in Ukrainian and French; always after it, as in Arabic. English has rules of its own.
    saying : tuple of str
        Verbs of saying in every form that a report has them in ("said", "заявив"), but for those of `saying_forms`.
    saying_forms : mapping of str to tuple of str
        Verbs by their endings: these, a space between, and the stems that take each of them. "s ed ing: [report]" are
        "reports", "reported" and "reporting".
    auxiliaries, participles : tuple of str
        Forms that say something together ("a déclaré"); up to two of `adverbs` may stand between ("n'a pas confirmé").
    citing : tuple of str
        What stands before a speaker who is cited ("according to", "за словами", "selon").
    own_words : tuple of str
        The same of one who has been named before ("by his words", "selon lui").
    saying_or_noun : tuple of str
        Words that are verbs of saying only after a name or a plural ("reports"); around a verb, such forms of verbs as
        are nouns behind one of `determiners`.
    determiners : tuple of str
        Words before a noun ("the", "l'").
    occasions : tuple of str
        On which one speaks ("statement", "interview").
    outlets : tuple of str
        Names of agencies, papers and channels, as texts leave them bare.
    outlet_kinds : tuple of str
        What they are ("news agency", "newspaper").
    named_outlets : tuple of str
        A kind with the name behind it, where no capital tells how far the name goes.
    addressees : tuple of str
        Who may stand between a verb and the speaker behind it, and is told it ("журналістам", "à la presse").
    told : tuple of str
        What stands before an outlet that was told it.
    adverbs : tuple of str
        What may stand between a speaker and the verb ("also", "on Friday's").
    openings : tuple of str
        What may stand between the beginning of a clause and a speaker ("but", "meanwhile").
    clause_words : tuple of str
        Words that a clause begins with ("that", "while").
    finite_verbs : tuple of str
        Verbs that tell a whole clause from a name ("is", "est").
    prepositions, place_words : tuple of str
        Of English, where no ending tells them.
    phrase_ends : tuple of str
        Words that end the phrase of a speaker behind the verb ("что", "lors", "dans un communiqué").
    before_days : tuple of str
        Words before a weekday ("в" четверг); with it they end such a phrase too, or stand before it.
    beginnings : tuple of str
        Words in small letters that the phrase of a speaker may begin with ("the", "le", "sources").
    before_cited : tuple of str
        What a cited speaker's phrase has in front that does not belong to it ("un communiqué de").
    glued_before : tuple of str
        What may be glued to the front of a verb ("[وف]").
    glued_behind : tuple of str
        What may be glued to the end of a verb, and stands for a speaker named before ("-t-il").
    pronouns : tuple of str
        Words that stand for a speaker named before ("he", "вона", "il").
    no_subject : tuple of str
        Words behind a verb that begin no speaker ("that", "про", "que").
    offices : tuple of str
        Prepositions of an office that speaks without a subject ("сообщили в министерстве").
    plural_endings : tuple of str
        Endings of a verb that may stand without a subject.
    roles : tuple of str
        Beginnings of words that tell an office or a body ("minist", "spokes"): what is put beside a speaker or, in
        small letters, begins the phrase of one.
    headline_speakers : tuple of str
        Who a headline names after "say" without a comma.
    no_speakers : tuple of str
        Things that are cited and say nothing ("plans", "the law").
    """

    order: _Order = "around the verb"
    saying: Patterns = ()
    saying_forms: Groups = field(default_factory=dict)
    auxiliaries: Patterns = ()
    participles: Patterns = ()
    citing: Patterns = ()
    own_words: Patterns = ()
    saying_or_noun: Patterns = ()
    determiners: Patterns = ()
    occasions: Patterns = ()
    outlets: Patterns = ()
    outlet_kinds: Patterns = ()
    named_outlets: Patterns = ()
    addressees: Patterns = ()
    told: Patterns = ()
    adverbs: Patterns = ()
    openings: Patterns = ()
    clause_words: Patterns = ()
    prepositions: Patterns = ()
    finite_verbs: Patterns = ()
    place_words: Patterns = ()
    phrase_ends: Patterns = ()
    before_days: Patterns = ()
    beginnings: Patterns = ()
    before_cited: Patterns = ()
    glued_before: Patterns = ()
    glued_behind: Patterns = ()
    pronouns: Patterns = ()
    no_subject: Patterns = ()
    offices: Patterns = ()
    plural_endings: Words = ()
    roles: Patterns = ()
    headline_speakers: Patterns = ()
    no_speakers: Patterns = ()

    @property
    def verbs(self) -> Patterns:
        """Verbs of saying in all forms: those listed, those by stem and ending, and those of two words."""
        forms = [f"(?:{'|'.join(stems)})(?:{'|'.join(ends.split())})" for ends, stems in self.saying_forms.items()]
        if self.auxiliaries and self.participles:
            between = f"(?:(?:{'|'.join(self.adverbs)}) ){{0,2}}" if self.adverbs else ""
            inverted = f"(?:{'|'.join(self.glued_behind)})?" if self.glued_behind else ""
            forms.append(f"(?:{'|'.join(self.auxiliaries)}){inverted} {between}(?:{'|'.join(self.participles)})")
        return (*self.saying, *forms)


@dataclass(frozen=True, slots=True)
class Boilerplate:
    r"""What pages put around their texts. Regular expressions over small letters; a space is any white space.

    Attributes
    ----------
    starts : tuple of str
        What a line begins with that belongs to the page ("read more:", "all rights reserved\b").
    opens_list : tuple of str
        Headings of lists of links, whole ("see also").
    menu : tuple of str
        Single entries of menus, whole ("home", "sign in").
    stamp_labels : tuple of str
        Words before the day and hour a page prints ("published").
    stamp_times : tuple of str
        Hours and days as such a line has them ("gmt", "5 hours ago").
    """

    starts: Patterns = ()
    opens_list: Patterns = ()
    menu: Patterns = ()
    stamp_labels: Patterns = ()
    stamp_times: Patterns = ()


@dataclass(frozen=True, slots=True)
class Claims:
    """What is said to have happened to a place.

    In a phrase `{place}` is the name, `…` up to three words, and `*` any ending of a word: "captur* {place}".

    Attributes
    ----------
    taken, retaken, lost, entered, besieged, attacked : tuple of str
        Phrases that claim it.
    filler : tuple of str
        Words that may stand between a phrase and the name ("the city of").
    guard : tuple of str
        Words that make a phrase no claim ("not", "if", "plans to").
    allowed : tuple of str
        Phrases that hold a guard and make none of it.
    denial : tuple of str
        Words that deny what the rest of the statement claims.
    """

    taken: PlacePhrases = ()
    retaken: PlacePhrases = ()
    lost: PlacePhrases = ()
    entered: PlacePhrases = ()
    besieged: PlacePhrases = ()
    attacked: PlacePhrases = ()
    filler: Words = ()
    guard: Words = ()
    allowed: Words = ()
    denial: Words = ()
