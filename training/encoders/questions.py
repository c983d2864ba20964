"""Questions with what was found for them, as question-lists.ts lays them out, and the sequences that the reader sees.

What is cut, and where, must stay alike with src/encoders/onnx-encoders.ts.
"""

import json
import pathlib

LISTS = pathlib.Path('training/work/lists')
START, END = 0, 2
MOST_QUESTION, MOST_TOPIC, MOST_CONTEXT, MOST_FACT = 32, 20, 40, 72
MOST_BEFORE = 400
MOST_EMBEDDED = 128


def load(name):
    """The questions of one file; each knows the facts of its file."""
    content = json.loads((LISTS / f'{name}.json').read_text())
    return [{**question, 'facts': content['facts'], 'set': name} for question in content['questions']]


def names(pattern):
    return sorted(path.stem for path in LISTS.glob(f'{pattern}.json'))


def passage(fact, without_heading=False):
    """A fact as the finder embeds it."""
    topic = topic_of(fact, without_heading)
    return ' '.join(part for part in ('passage:', f'{topic}.', fact['before'], fact['text']) if part)


def topic_of(fact, without_heading):
    return fact['topic'].rsplit(' > ', 1)[0] if without_heading else fact['topic']


def hides_heading(question, random):
    """Whether to leave out the heading of its answer: a list of questions and answers must be understood also where its headings are not the question."""
    return question.get('own', False) and random.random() < 0.6


class Sequences:
    """Cuts texts into pieces, those of facts once."""

    def __init__(self, tokenizer):
        self._tokenizer = tokenizer
        self._known = {}

    def question(self, text):
        return self._tokenizer.encode(text, add_special_tokens=False).ids[:MOST_QUESTION]

    def pair(self, question, fact, topic=None):
        """The pieces of a question and a fact, which of them are the fact's side, where the fact begins, and where its pieces stand in its text."""
        about, _ = self._cut(fact['topic'] if topic is None else topic, MOST_TOPIC)
        before, _ = self._cut(fact['before'], MOST_BEFORE)
        room = MOST_CONTEXT - len(about)
        pieces, places = self._cut(fact['text'], MOST_FACT)
        asked = [START, *question, END]
        head = [*asked, *about, END, *(before[-room:] if room > 0 else []), END]
        sequence = [*head, *pieces, END]
        return sequence, [0] * len(asked) + [1] * (len(sequence) - len(asked)), len(head), places

    def _cut(self, text, most):
        if (text, most) not in self._known:
            encoding = self._tokenizer.encode(text, add_special_tokens=False)
            self._known[text, most] = encoding.ids[:most], encoding.offsets[:most]
        return self._known[text, most]


KEYS = ('qwertyuiop', 'asdfghjkl', 'zxcvbnm')
SMALL_WORDS = frozenset('a an the is are do does i to of in on it my'.split())


def as_typed(text, random):
    """The question as members type it: in lower case, without marks, with slips, without small words; each now and then."""
    if random.random() < 0.3:
        text = text.lower().rstrip('?')
    elif random.random() < 0.3:
        text = text.rstrip('?')
    if random.random() < 0.15:
        words = text.split(' ')
        for _ in range(1 if len(words) < 8 else 2):
            place = random.randrange(len(words))
            words[place] = mistyped(words[place], random)
        text = ' '.join(words)
    if random.random() < 0.08:
        text = ' '.join(word for word in text.split(' ') if word.lower() not in SMALL_WORDS) or text
    return text


def mistyped(word, random):
    """A letter left out, doubled, swapped with the one before, or the key beside it hit."""
    if len(word) < 4:
        return word
    place = random.randrange(1, len(word))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    slip = random.randrange(4)
    if slip == 0:
        return before + after
    if slip == 1:
        return before + letter + letter + after
    if slip == 2:
        return before[:-1] + letter + before[-1] + after
    row = next((keys for keys in KEYS if letter.lower() in keys), letter)
    key = row.index(letter.lower()) + random.choice((-1, 1)) if letter.lower() in row else 0
    return before + row[max(0, min(len(row) - 1, key))] + after
