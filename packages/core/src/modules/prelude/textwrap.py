"""Filling paragraphs, and changing how far text is indented."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_BLANKS = "\t\n\x0b\x0c\r "
_BLANK_TO_SPACE = dict.fromkeys(map(ord, _BLANKS), " ")


def _is_word(char):
    return char.isalnum() or char == "_"


def _is_letter(char):
    return (char.isalnum() and not char.isdecimal()) or char == "_"


def _is_word_or_punctuation(char):
    return _is_word(char) or char in "!\"'&.,?"


def _dashes_at(text, place):
    """The end of an em-dash of two or more hyphens before a word, or 0."""
    end = place
    while text[end : end + 1] == "-":
        end += 1
    return end if end - place >= 2 and end < len(text) and _is_word(text[end]) else 0


def _breaks_after_hyphen(text, place):
    """Whether a line may end with the hyphen at `place`: between two letters, or a letter and hyphen, on either side."""
    before, after = text[max(place - 3, 0) : place], text[place + 1 : place + 4]
    if len(before) >= 2 and _is_letter(before[-1]) and _is_letter(before[-2]):
        pass
    elif not (len(before) == 3 and _is_letter(before[0]) and before[1] == "-" and _is_letter(before[2])):
        return False
    if len(after) < 2 or not _is_letter(after[0]):
        return False
    return _is_letter(after[1]) or (after[1] == "-" and len(after) > 2 and _is_letter(after[2]))


def _end_of_blanks(text, place):
    while place < len(text) and text[place] in _BLANKS:
        place += 1
    return place


def _end_of_word(text, start, on_hyphens):
    """Where the chunk ends that begins with the word at `start`."""
    size = len(text)
    place = start + 1
    while place < size and text[place] not in _BLANKS:
        if on_hyphens and text[place] == "-":
            if _breaks_after_hyphen(text, place):
                return place + 1
            if _is_word_or_punctuation(text[place - 1]) and _dashes_at(text, place):
                return place
        place += 1
    return place


class TextWrapper:
    """Breaks text into lines, as the attributes say."""

    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
        max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        """The text with tabs expanded and other blanks turned into spaces."""
        expanded = text.expandtabs(self.tabsize) if self.expand_tabs else text
        return expanded.translate(_BLANK_TO_SPACE) if self.replace_whitespace else expanded

    def _split(self, text):
        """The text in the pieces between which lines may break: words or parts of them, and blanks."""
        chunks = []
        start, size = 0, len(text)
        while start < size:
            if text[start] in _BLANKS:
                end = _end_of_blanks(text, start)
            else:
                end = 0
                if self.break_on_hyphens and text[start] == "-" and start and _is_word_or_punctuation(text[start - 1]):
                    end = _dashes_at(text, start)
                end = end or _end_of_word(text, start, self.break_on_hyphens)
            chunks.append(text[start:end])
            start = end
        return chunks

    def _fix_sentence_endings(self, chunks):
        """Put two spaces behind the words that seem to end a sentence."""
        for index in range(len(chunks) - 1):
            if chunks[index + 1] == " " and _ends_sentence(chunks[index]):
                chunks[index + 1] = "  "

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def _take_part(self, chunks, line, used, width):
        """Put on the line what fits of a chunk that is too long for any line."""
        room = width - used if width >= 1 else 1
        if self.break_long_words:
            chunk = chunks[-1]
            end = room
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and chunk[:hyphen].strip("-"):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks = chunks[::-1]  # a stack: the next one is the last
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, used = [], 0
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._take_part(chunks, line, used, width)
                used = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line.pop())
            if not line:
                continue
            done = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if self.max_lines is None or len(lines) + 1 < self.max_lines or (done and used <= width):
                lines.append(indent + "".join(line))
            else:
                self._end_with_placeholder(lines, indent, line, used, width)
                break
        return lines

    def _end_with_placeholder(self, lines, indent, line, used, width):
        """The last line that max_lines allows, shortened until the placeholder fits behind it."""
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= width:
                lines.append(indent + "".join([*line, self.placeholder]))
                return
            used -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        """The lines of one paragraph, without line ends."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The lines of one paragraph, joined."""
        return "\n".join(self.wrap(text))


def _ends_sentence(chunk):
    if chunk[-1:] in ('"', "'"):
        chunk = chunk[:-1]
    return len(chunk) > 1 and chunk[-1] in ".!?" and "a" <= chunk[-2] <= "z"


def wrap(text, width=70, **kwargs):
    """The text in lines of at most `width` characters."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The text with line ends, so that no line has more than `width` characters."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text in one line, cut at a word so that it fits with the placeholder."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the blanks that all its lines begin with; lines of blanks alone become empty."""
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margins = [line[: len(line) - len(line.lstrip(" \t"))] for line in lines if line]
    if not margins:
        return "\n".join(lines)
    low, high = min(margins), max(margins)
    size = 0
    while size < len(low) and low[size] == high[size]:
        size += 1
    return "\n".join([line[size:] for line in lines])


def indent(text, prefix, predicate=None):
    """The text with a prefix before each line that is not blank, or that the predicate picks."""
    chosen = str.strip if predicate is None else predicate
    return "".join([prefix + line if chosen(line) else line for line in text.splitlines(True)])
