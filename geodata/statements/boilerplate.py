"""What pages put around their texts: menus, tags, related links, share buttons, credits, copyright lines.

It is recognised by its wording, in the languages the reports come in. In doubt a stretch is a statement: a lost
statement is worse than a menu on the screen.
"""

import re

from geodata.languages import month_words, weekday_words

_LONGEST = 200
_LISTED_LONGEST = 160

_STARTS = re.compile(
    r"""[\W_]*(?:
    # links and lists of links
    (?:read|see|watch|view)\s(?:more|also|next|all)\s*(?::|$|(?:about|at|on|here|from|in\sour)\b)
    | also\s(?:read|see)\b | click\shere\b
    | (?:related|similar)(?:\s(?:news|articles?|stor(?:y|ies)|topics?|content|links?|posts?|videos?))?\s*(?::|$)
    | (?:more\son\s(?:this|the)\s(?:story|topic)|you\s(?:may|might)\salso\slike|recommended\sfor\syou
      |most\s(?:read|popular|viewed)|top\sstories|latest\snews|editor['’]?s\schoice|trending)\s*(?::|$)
    | (?:previous|next)\s(?:article|post|story)\b | back\sto\stop\b
    | (?:skip|jump)\sto\s(?:main\s)?(?:content|navigation)
    # sharing, following, paying
    | get\sshort\surl | short\s(?:url|link)\b
    | share(?:\s*$|\s*:|\s(?:this|on|via|with|article|story)\b)
    | (?:e-?mail|print|save|tweet|pin)(?:\s(?:this|article|page)\b|\s*$)
    | (?:be\ssure\sto\s|please\s|don['’]t\sforget\sto\s)?(?:follow|like|join|find|watch)\s.{0,60}?\bon\s
      (?:our\s|social\b|twitter\b|facebook\b|telegram\b|youtube\b|instagram\b|whatsapp\b|vk\b)
    | (?:subscribe|sign\sup|register\snow)\b
      (?=.{0,80}\b(?:newsletters?|alerts?|updates|e-?mail|channel|inbox|us|now)\b|\s*[.!]?$|\sto\s)
    | (?:get|receive)\s.{0,40}\b(?:newsletter|in\syour\sinbox)\b | download\s(?:our|the)\s.{0,30}\bapp\b
    | (?:post|leave|write|add)\sa\s(?:comment|reply)\b | \d*\s?(?:comments?|shares|views|likes|retweets)\s*\d*$
    | advertisement\s*$ | sponsored(?:\scontent)?\s*$ | support\s(?:our|independent)\sjournalism\b
    | (?:this\s(?:web)?site|we)\suses?\scookies\b
    # labels of the page
    | (?:tags?|topics?|keywords?|categor(?:y|ies)|filed\sunder|posted\sin|hashtags?|sections?)\s*:
    | (?:published|posted|updated|last\supdated|date|time|views|source)\s*:\s.{0,60}$
    # rights and pictures
    | ©|\(c\)\s\d{4}\b|copyright\b(?!\slaw) | all\srights\sreserved\b
    | this\smaterial\smay\snot\sbe\spublished | reproduction\s.{0,60}\bprohibited\b
    | (?:file\s|illustrative\s|ap\s|afp\s|reuters\s)?(?:photo|image|picture)s?
      (?:\s(?:credit|by|courtesy)\b|\s*[:/©]).{0,90}$
    | (?:reuters|afp|ap|getty\simages|epa|sputnik|tass|ria\snovosti|xinhua|sana)\s?/\s?[\w .\-/]{2,60}\)?\s*$
    # Russian
    | читайте\s(?:также|далее|еще|ещё)\b | (?:подробнее|подробности)\s*(?::|$) | поделиться\b
    | подпи(?:сывайтесь|шитесь|саться)\b
    | (?:теги|метки|рубрика|рубрики|фото|источник|ключевые\sслова)\s*: | материалы\sпо\sтеме\b | по\sтеме\s*:
    | все\sправа\sзащищены\b | смотрите\sтакже\b | короткая\sссылка\b
    # Arabic
    | (?:[إا]قر[أا]\s(?:[أا]يضا?ً?ا?|المزيد)|شاهد\s[أا]يضا?ً?ا?|مواضيع\sذات\sصلة|[أا]خبار\sذات\sصلة|المزيد\sمن)
    | (?:شارك(?:ها|وا|نا)?|تابع(?:ونا|وا|نا))(?:\s*:|\s*$|\s(?:على|عبر)\b)
    | (?:الوسوم|وسوم|كلمات\sمفتاحية|الكلمات\sالمفتاحية|تصنيف|المصدر|صورة|تصوير)\s*:
    | جميع\sالحقوق\sمحفوظة | حقوق\sالنشر | [اإ]شترك\sفي
    )""",
    re.VERBOSE,
)
_WORDS_ONLY = re.compile(
    r"(?:home|menu|search|login|log in|sign in|news|video|photos?|gallery|sport|business|world|middle east"
    r"|contact(?: us)?|about(?: us)?|главная|новости|الرئيسية|الأخبار)\W*$",
)
# What a page prints over a text: its day and topics ("06.12.2017 Syria War"), the name of a column.
_TOPICS = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}(?: [^\W\da-zа-я]\w*){1,6}$|[A-Z]\w+(?: \w+){1,5} news$")
_MENU_SIGNS = re.compile(r"[|>»›•·]")
_MENU = re.compile(r"[^|>»›/•·.!?\n]{1,40}(?:\s[|>»›•·]\s?[^|>»›/•·.!?\n]{1,40}){2,}[|>»›•·]?\s*$")
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|(?:[@#]\w+[\s,]*)+)\s*$")
_MONTH = rf"(?:{'|'.join(map(re.escape, sorted(month_words(), reverse=True)))})\.?"
_WEEKDAY = "|".join(map(re.escape, sorted(weekday_words(), reverse=True)))
_STAMP = re.compile(
    rf"(?:(?:published|posted|updated|on|at|{_WEEKDAY})[a-z]*[\s,:.]*)?"
    rf"(?:(?:\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}|{_MONTH}\s?\d{{1,2}},?\s?\d{{4}}|\d{{1,2}}\s{_MONTH},?\s?\d{{4}}"
    r"|\d{1,2}:\d{2}(?::\d{2})?|gmt|utc|msk|a\.?m\.?|p\.?m\.?|\d+\s(?:minutes?|hours?|days?)\sago)[\s,|.\-–—/()]*){1,5}$",
)
_OPENS_LIST = re.compile(
    r"[\W_]*(?:read (?:more|also)|see also|also read|related(?: \w+)?|more on this (?:story|topic)"
    r"|most (?:read|popular)|latest news|top stories|you (?:may|might) also like"
    r"|читайте также|по теме|материалы по теме|смотрите также"
    r"|[إا]قر[أا] [أا]يض[اً]+|مواضيع ذات صلة|[أا]خبار ذات صلة)\s*:?$",
    re.IGNORECASE,
)
_COMPLETE = re.compile(r"[.!?…؟۔][\"'”’»)\]]*$")


def is_boilerplate(words: str) -> bool:
    """Tell whether a stretch of text is part of the page rather than of the report.

    Parameters
    ----------
    words : str
        One segment, without white space at its ends.

    Returns
    -------
    bool
        True for menus, tags, links, buttons, credits, rights, bare addresses, bare dates and rows of signs.
    """
    if len(words) > _LONGEST:
        return False
    if not any(map(str.isalnum, words)):
        return True
    lower = words.lower()
    # The cheap look first: most segments are sentences, and hold no sign of a menu or a stamp.
    return bool(
        _STARTS.match(lower)
        or (len(lower) <= _LISTED_LONGEST and _WORDS_ONLY.match(lower))
        or (_MENU_SIGNS.search(words) and _MENU.match(words))
        or ((words[0].isdigit() or lower.endswith(" news")) and _TOPICS.match(words))
        or _ADDRESS.match(words)
        or (len(lower) <= _LISTED_LONGEST and lower[-1] not in ".!?" and _STAMP.match(lower))
    )


def opens_list(words: str) -> bool:
    """Tell whether a segment is the heading of a list of links, such as "Related:".

    Parameters
    ----------
    words : str
        One segment.

    Returns
    -------
    bool
        True when the lines after it, as long as `is_listed`, are links.
    """
    return len(words) <= _LISTED_LONGEST and _OPENS_LIST.match(words) is not None


def is_listed(words: str) -> bool:
    """Tell whether a segment may be a link under such a heading: a short line without an end mark.

    Parameters
    ----------
    words : str
        One segment.

    Returns
    -------
    bool
        False for a whole sentence.
    """
    return len(words) <= _LISTED_LONGEST and not _COMPLETE.search(words)
