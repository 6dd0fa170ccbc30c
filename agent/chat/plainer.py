"""Owns plainer ways to say a line: without what is only polite or talk, slang spelled out, wishes as imperatives.

Pure. Quoted words stay as they are. Does not know: rules, films.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planners import lemmas

Pairs = Sequence[tuple[str, str]]
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_CONTRACTED: Pairs = (
    (r"\bdont\b", "don't"), (r"\bdoesnt\b", "doesn't"), (r"\bshouldnt\b", "shouldn't"), (r"\bim\b", "I'm"),
    (r"\b(?:id|i'd) (?=like|love|prefer|rather|want)", "I would "), (r"\blets\b", "let's"), (r"\bive\b", "I've"),
    (r"\bi(?:'d| would) (?:much )?(?:rather|prefer it if)\b(?! not)", ""), (r"\bcant\b", "can't"),
    (r"\bisnt\b", "isn't"), (r"\barent\b", "aren't"), (r"\b(?:pls|plz|plis)\b", "please"),
    (r"\b(?:nite|nighttime)\b", "night"), (r"\bu\b", "you"), (r"\bthru\b", "through"), (r"\bgonna\b", "going to"),
    (r"^gotta\b", "it must"), (r"\b(?:have |has )?(?:got to|gotta)\b", "must"), (r"\bgimme\b", "give me"),
    (r"\blemme\b", "let me"), (r"\bwanna\b", "want to"), (r"\b'?bout\b", "about"), (r"\bw/\s*", "with "),
    (r"\b(shot|scene|take)s?#?(\d+)\b", r"\1 \2"), (r"\b(?:sh|sht)\.? ?#?(\d+)\b", r"shot \1"),
    (r"\bit'd\b", "it would"), (r"\b(i|we|you|they|he|she)'d\b", r"\1 would"), (r"\bvo\b", "voice-over"),
)  # fmt: skip
"""Slang and short forms -> as they are written."""
_CALLED = (
    r"ok(?:ay)?|hey|hi|hello|so|well|now|and(?! then\b)|also|plus|oh|oops|hm+|alright|all right|great|nice|good"
    r"|lovely|yes|yeah|yep|no wait|(?:no|right|wait|next|finally|first of all|one more thing)(?=[,:.!])|sorry"
    r"|terribly sorry|so sorry|excuse me|actually|anyway|honestly|basically"
    r"|maybe|perhaps|possibly|please|pretty please|kindly|just|simply|dude|man|mate|guys|buddy|folks|y'all|storyreel"
    r"|you know(?: what)?|on second thoughts?|but|if (?:at all )?possible|if it is(?: at all)? possible|if i may"
    r"|if you (?:don't mind|can|could|would|please)|i'm afraid"
    r"|(?:i )?don't like (?:it|that|this)(?=,)|i(?:'ve| have)? changed my mind|from now on(?=,? (?:call|name))"
    r"|reorder(?=:)"
)
_ASKED = (
    r"(?:could|can|would|will|might|may|should|shall) (?:you|we|i)|would it be (?:at all )?possible (?:to|for)"
    r"|is it possible (?:to|for)|do you (?:think|mind if)|(?:would|do) you mind|be so kind as to|be able to"
    r"|(?:could|can|would|will|might|may) there (?=be)|(?:could|can|would|might|may) (?=shots? \d|the |every)"
    r"|let's|let us|why (?:don't|not)(?: we| you)?|how about|what about|try to|go ahead and|make sure(?: that)?"
    r"|i (?:was|am) (?:just )?wondering (?:whether|if)|i wonder (?:whether|if)"
    r"|(?:i|we|you) (?:think|reckon|believe|guess|suppose|feel|find|do (?:feel|think))(?: that)?|i want that"
    r"|(?:i|we) (?:would|should) (?:really |rather |quite |much )?(?:like|love|prefer)(?: it if| you to| us to| to)?"
    r"|(?:i|we) (?:really )?(?:want|need|like|love|prefer)(?: it if| you to| us to| to)|i would rather"
    r"|(?:we|you|i) (?:should|could|need to|have to|must|ought to|might|can)|(?:i'll|we'll|i will|we will)"
    r"|i'm thinking(?: of| about)?"
    r"|it (?:would|might|could) be (?:really |so |just )?(?:nice|lovely|great|good|better|best|cool|fun"
    r"|wonderful|perfect|funny"
    r"|nicer|neat) (?:if|to|for)|(?:my|our) \w+ (?:would (?:like|love)|wants|says|thinks)(?: it if| that"
    r"| to see)?|i wish"
)
_LEAD = re.compile(rf"^(?:(?:{_CALLED}|{_ASKED})(?:[\s,:!.]+|$))", re.IGNORECASE)
_TAIL = re.compile(
    r"[\s,.]+(?:please|pretty please|thanks|thank you|cheers|okay|ok|right|for me|now|then|or something"
    r"|i think|you know"
    r"|would you|could you|will you|can you|if you (?:can|could|would|please|don't mind|like)|if possible"
    r"|if (?:it is|it's|that's|that is) (?:not too much trouble|okay|ok|all right|alright|possible)|maybe|perhaps"
    r"|(?:don't|wouldn't) you (?:think|agree|say)|as well|too|throughout|the whole time|all the time)\s*[.!?]*$",
    re.IGNORECASE,
)
_INVERTED: Pairs = (
    (r"^(?:could|can|would|will|might|may|should)(?:n't)? there be\b", "there should be"),
    (r"^(?:could|can|would|will|might|may|should)(?:n't)? (?P<who>(?:the|an?|my|our) \w+"
     r"|shots? \d+) (?P<deed>stop|end|fade"
     r"|dance|run|walk|jump|sit|sing|sleep|fly|wave|smile|turn|stand|move|cry|laugh|appear|leave|feel|sound"
     r"|speak|talk|shine|fall"
     r"|play|show|use|begin|do|eat|carry|hold)\b", r"\g<who> should \g<deed>"),
    (r"^(?:could|can|would|will|might|may|should)(?:n't)? (?!you\b|we\b|i\b|there\b"
     r"|it be\b)(?P<who>[^,]+?) (?P<deed>be|have"
     r"|wear|look|say|come"
     r"|go|start|last|take|happen|get)\b", r"\g<who> should \g<deed>"),
    (r"^(?:do|redo|make|remake|try) (?P<shot>shots? \d+|the [\w ]+ (?:shot|scene)) again,? (?:but|only|this time)? ?",
     r"make \g<shot> "),
    (r"^.*?(?:\.\.\.|…|,|;)\s*(?:no wait|no|i mean|rather|make that|sorry)[\s,]+(?:just |only |make that |i mean )?"
     r"(?=.*\bshots?\b)", ""),
    (r"^(?P<shot>(?:the |shots? )[^:,]{1,40}?)\s*[:,–-]\s*(?P<deed>make|set|let|have|turn) (?:it|this|that)\b",
     r"\g<deed> \g<shot>"),
    (r"^suppose(?: that)?\b|^imagine(?: that| if)?\b", "what if"),
)  # fmt: skip
_HEDGES: Pairs = (
    (r"\b(?:a|just a) (?:touch|tad|wee bit|tiny bit|little bit|smidgen?|little)\b(?= \w)", "a bit"),
    (r"[\s,]+(?:please|maybe|perhaps|possibly|really|actually|simply|rather|quite|just|kind of|sort of|somehow"
     r"|definitely"
     r"|ever so|somewhat|basically|obviously|certainly|dude|way)(?=[\s,.!?])(?! like)", ""),
    (r"\bthe (shots? (?:number )?\d+)", r"\1"), (r"\bshot number (\d+)", r"shot \1"),
    (r"\b(shots? \d+)[\s,]*(?:-|–|:)\s+(?=\w)", r"\1 "),
)  # fmt: skip
_MODALS: Pairs = (
    (r",? i (?:would|should) (?:like|love|prefer) (?P<who>[\w' ]+?) to (?=[a-z])", r", \g<who> should "),
    (r"\bthere (?:was|were|is|are|be|could be|might be|must be|has to be|needs to be)\b", "there should be"),
    (r"(?<!how it )(?<!what )\b(?:were|could be|might be|may be|would be|ought to be|needs to be|need to be"
     r"|has to be|have to be"
     r"|must be|can be|shall be|wants to be)\b", "should be"),
    (r"\b(?:could|might|may|ought to|needs to|need to|has to|must|shall|would)(?= (?:not )?[a-z]+)(?! (?:cost"
     r"|you|we|i|it)\b)",
     "should"),
    (r"\bset at\b", "at"), (r"^(?:the )?camera should ", ""),
)  # fmt: skip
_CLAUSES: Pairs = (
    (r"^instead of \w+ing(?: [^,]+?)?(?:, | (?=the |an? |[A-Z]))", ""),
    (r"^(after|before) (?!shots?\b|the (?:shot|one|first|last)|that|this)([^,]+?),? (?=add\b|insert\b|put\b"
     r"|show\b|there should)",
     r"\1 the shot where \2, "), (r"(?:,? not| instead of) \w+(?:ing)?$", ""),
    (r"^(?:when|where|while) (?!we\b|i\b|you\b)([^,]+?),? (?=(?:it|he|she|they|there) should\b|(?:make|let|have"
     r"|put|set)\b)",
     r"in the shot where \1, "),
    (r"^(?:see|show|have|watch) (?P<who>(?:the |an? )?[\w' -]+?) (?=\w+ing\b)", r"let \g<who> "),
    (r"^(?:see|watch) (?P<who>(?:the |an? )\w+|[A-Z]\w+) (?=[a-z]+)", r"let \g<who> "),
    (r"^(?P<who>[^,]+?) (?:shouldn't|should not) [^,]+? (?P<in>in shots? \d+), (?:but )?(?:he|she|it|they) should",
     r"\g<in> \g<who> should"),
    (r" instead$", ""), (r"^(shots? \d+[^,]*?) to (?=(?:come|go|be|last|have|show|take|play|start|end|happen"
                         r"|feel|look|open)\b)",
     r"\1 should "),
    (r"^(?!.*\bshots?\b)(.+?),? (?:when|while) (?!we\b|i\b|you\b)(.+)$", r"\1 in the shot where \2"),
    (r"^no need for\b", "remove"), (r"^(?:do|live|go|be) without\b", "remove"),
    (r"^there(?:'s| is| should be) no (?:need|room|reason) for ([^,]+?)(?:,.*)?$", r"remove \1"),
)  # fmt: skip
_WISH = re.compile(
    r"^(?:i would (?:like|love|prefer)|i want|i need|we need) (?P<what>.+?) to (?:be|look|feel) (?P<how>.+)$",
    re.IGNORECASE,
)
_LET = re.compile(
    r"^(?:(?:i would (?:like|love|prefer)|i want|i need|we need|for) )(?P<who>(?:the "
    r"|an? )?[\w' -]+?) to (?!shots?\b)(?P<deed>[a-z]+ ?.*)$",
    re.IGNORECASE,
)
_KEEN = re.compile(
    r"^(?:i|we) (?:want|need|(?:would|should) (?:really |rather |quite |much )?(?:like|love"
    r"|prefer)) ",
    re.IGNORECASE,
)
_REASON = re.compile(r",\s+(?:it|that|this|because|since|as it)\b[^,]*$", re.IGNORECASE)
_COUNTED = (
    r"(?:\s*-?(?:s\b|secs?\b|seconds?\b|minutes?\b|hours?\b|days?\b|weeks?\b|takes?\b|versions?\b|more\b"
    r"|times\b|steps?\b"
    r"|changes?\b|edits?\b|(?:st|nd|rd|th)\b|%|alts?\b|options?\b|variants?\b|variations?\b)|[.:/]\d|\.\w)"
)
_BARE = re.compile(
    r"(?<![\w.:/#+-])(?<!shot )(?<!shots )(?<!take )(?<!version )(?<!number )(?<!scene )(?<!line )(?<!position )"
    rf"(?<!clip )(?<!option )(\d+)(?![\d\w]){_COUNTED.join(('(?!', ')'))}",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\bshots? \d+(?:\s*(?:,\s*and|,|and|&|to|through|till|until|-|–)\s*(?:shots? )?\d+)+(?!\s*s)", re.I
)
_PAST: Pairs = (
    (r"\b(?:was|were)\b", "should be"), (r"\bhad\b", "should have"), (r"\bwore\b", "wears"), (r"^made\b", "make"),
    (r"^took\b", "take"), (r"^put\b", "put"), (r"^(\w+?)(?:pp)ed\b", r"\1p"),
    (r"^(mov|remov|delet|merg|us|chang)ed\b", r"\1e"),
    (r"^(\w+?)ed\b", r"\1"),
)  # fmt: skip


def ways(text: str) -> Iterator[str]:
    """The line as it is, then plainer ways to say it, each once."""
    seen: set[str] = set()
    first = text if re.match(r"(?:and )?then\b", text, re.IGNORECASE) else bare(text)
    for way in (first, *_told(text)):
        plain = " ".join(way.split()).strip(" ,")
        if plain and plain not in seen:
            seen.add(plain)
            yield plain


def supposed(text: str) -> Iterator[str]:
    """What a "what if" supposes, as wishes: "we moved shot 2 ..." as "move shot 2 ..."."""
    text = re.sub(r"^(?:we|i|you|it was that)\s+(?:would\s+)?", "", text.strip(" ?"), flags=re.IGNORECASE)
    yield from ways(text)
    for pattern, word in _PAST:
        told = re.sub(pattern, word, text, count=1, flags=re.IGNORECASE)
        if told != text:
            yield from ways(told)


def written(text: str) -> str:
    """The line with short forms and slang spelled out."""
    return _outside(text, _CONTRACTED)


def bare(text: str) -> str:
    """The line without what is only polite, before and behind it; never nothing at all."""
    kept = _outside(text, _INVERTED[:2])
    for _ in range(8):
        shorter = _TAIL.sub("", _LEAD.sub("", kept, count=1)).strip(" ,")
        if not shorter or shorter == kept:
            break
        kept = shorter
    return kept


def _told(text: str) -> Iterator[str]:
    plain = written(text)
    yield plain
    plain = _outside(_outside(plain, _HEDGES), _INVERTED)
    yield plain
    short = _imperative(bare(plain))
    yield short
    wished = _WISH.sub(r"make \g<what> \g<how>", plain)
    let = _LET.sub(r"let \g<who> \g<deed>", plain)
    keen = _KEEN.sub("", plain)
    for way in (wished, let, keen, _LET.sub(r"let \g<who> \g<deed>", f"for {short}") if plain != short else plain):
        if way != plain:
            yield _imperative(bare(way))
    modal = _steady(_outside(short, _MODALS))
    for way in (modal, _outside(modal, _CLAUSES)):
        yield way
        counted = numbered(way)
        yield counted
        yield re.sub(r"^(shot \d+)\s*[:,-]?\s+", r"\1 ", counted)
        yield _REASON.sub("", counted)


def _imperative(text: str) -> str:
    """Say "making shot 2 longer" as "make shot 2 longer"."""
    first, _, rest = text.partition(" ")
    base = lemmas(first.lower(), "verb") if first.lower().endswith("ing") else frozenset()
    return f"{_plainest(base)} {rest}" if base and rest else text


def _steady(text: str) -> str:
    """Say "should be flying" as "should fly"."""

    def told(match: re.Match[str]) -> str:
        base = lemmas(match.group(1).lower(), "verb")
        return f"should {_plainest(base)}" if base else match.group()

    return re.sub(r"\bshould be (\w+ing)\b(?! \w+ing)", told, text)


def _plainest(bases: frozenset[str]) -> str:
    """The shortest of several, "make" of make and mak."""
    return min(bases, key=lambda word: (len(word), word))


def numbered(text: str) -> str:
    """With "shot" before numbers that stand alone, but not inside lists of shots."""
    held = [found.span() for found in (*_LISTED.finditer(text), *_QUOTED.finditer(text))]

    def told(match: re.Match[str]) -> str:
        inside = any(low < match.start() < high for low, high in held)
        return match.group() if inside else f"shot {match.group(1)}"

    return re.sub(r"\bshot (\d+) (?=(?:and|to|through|-) \d)", r"shots \1 ", _BARE.sub(told, text))


def _outside(text: str, pairs: Pairs) -> str:
    """Replaced everywhere but in quotes."""
    kept = _QUOTED.findall(text)
    bare_text = _QUOTED.sub("\0", text)
    for pattern, word in pairs:
        bare_text = re.sub(pattern, word, bare_text, flags=re.IGNORECASE)
    for quote in kept:
        bare_text = bare_text.replace("\0", quote, 1)
    return bare_text
