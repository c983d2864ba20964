"""Puts questions into other languages word by word, so that the encoders learn that they may be asked in any language.

    translations.py     reads dictionaries into training/work/translations.json, and prints some questions

The dictionaries are FreeDict's English–German, English–Spanish and English–French and Mueller's English–Russian, in the form of
the dict protocol; Debian has them as dict-freedict-eng-deu, dict-freedict-eng-spa, dict-freedict-eng-fra and mueller7-dict, whose
files `/usr/share/dictd/*.dict.dz` belong into training/work/dictionaries. Endings and the order of words stay English: crude, and enough.
"""

import collections
import gzip
import json
import pathlib
import random as randomness
import re

import numpy
import torch

import base_weights
import questions
from network import Pack

DICTIONARIES = pathlib.Path('training/work/dictionaries')
TRANSLATIONS = pathlib.Path('training/work/translations.json')
FILES = {'de': 'freedict-eng-deu', 'es': 'freedict-eng-spa', 'fr': 'freedict-eng-fra', 'ru': 'mueller7'}
# Dictionaries give rare meanings too. Kept are those that the base encoder finds nearest to the English word, within this cosine of the nearest.
MOST_MEANINGS = 8
MEANINGS_KEPT, NEAR = 2, 0.01
# Words that are asked with less often keep the first meaning.
SEEN = 2
BATCH = 256
# How many of the words are put into the other language.
SHARE = 0.9
# How many questions are put into another language, and how many of the others are left as Footnote hands them to the encoders.
FOREIGN = 0.18
AS_HANDED = 0.7

# Small words, which dictionaries explain rather than translate.
SMALL = {
    'de': 'how=wie what=was which=welche who=wer when=wann where=wo why=warum can=kann|können could=könnte do= does= did= is=ist are=sind was=war were=waren '
    'i=ich you=du|man we=wir my=mein|meine your=dein|Ihr the=der|die|das a=ein|eine an=ein|eine of=von|der to=zu|um in=in on=auf at=bei|um for=für with=mit from=von|aus by=durch|von '
    'and=und or=oder not=nicht no=kein it=es its=sein this=dieses that=das|dass there=es if=wenn should=sollte|soll must=muss will=wird would=würde have=habe|haben has=hat had=hatte '
    'be=sein me=mich|mir they=sie their=ihre he=er she=sie his=sein her=ihr many=viele much=viel long=lange|lang get=bekommen use=benutzen|verwenden make=machen about=über after=nach before=vor than=als',
    'es': 'how=cómo what=qué which=cuál who=quién when=cuándo where=dónde why=por_qué can=puede|puedo could=podría do= does= did= is=es|está are=son|están was=fue|era were=fueron '
    'i=yo you=tú|se we=nosotros my=mi your=tu|su the=el|la|los a=un|una an=un|una of=de to=a|para in=en on=en at=en|a for=para|por with=con from=de by=por '
    'and=y or=o not=no no=ningún it=lo its=su this=este|esto that=que|ese there=hay if=si should=debería|debo must=debe will=va_a would=sería have=tengo|tener has=tiene had=tenía '
    'be=ser me=me they=ellos their=sus he=él she=ella his=su her=su many=muchos much=mucho long=tiempo|largo get=obtener use=usar make=hacer about=sobre after=después before=antes than=que',
    'fr': 'how=comment what=quoi|que which=quel|quelle who=qui when=quand where=où why=pourquoi can=peut|puis could=pourrait do= does= did= is=est are=sont was=était were=étaient '
    'i=je you=vous|on we=nous my=mon|ma your=votre the=le|la|les a=un|une an=un|une of=de to=à|pour in=dans|en on=sur at=à for=pour with=avec from=de by=par '
    'and=et or=ou not=pas no=aucun it=il|le its=son this=ce|cette that=que|cela there=il_y_a if=si should=devrais|dois must=doit will=va would=serait have=ai|avoir has=a had=avait '
    'be=être me=me they=ils their=leurs he=il she=elle his=son her=sa many=beaucoup much=beaucoup long=longtemps get=obtenir use=utiliser make=faire about=sur after=après before=avant than=que',
    'ru': 'how=как what=что|какой|какая which=какой|какие who=кто when=когда where=где why=почему can=можно|может could=мог do= does= did= is= are= was=был|была were=были '
    'i=я you=ты|вы we=мы my=мой|моя your=твой|ваш the= a= an= of= to=к|чтобы in=в on=на at=в|на for=для with=с from=из|от by= and=и or=или not=не no=нет it=это its=его this=этот|это that=что|то '
    'there=там if=если should=должен|следует must=должен will=будет would=бы have=есть|иметь has=имеет had=имел be=быть me=меня|мне they=они their=их he=он she=она his=его her=её many=много|сколько '
    'much=много|сколько long=долго get=получить use=использовать make=сделать about=о after=после before=до|перед than=чем',
}
ENDINGS = (('ies', 'y'), ('es', ''), ('es', 'e'), ('s', ''), ('ied', 'y'), ('ed', ''), ('ed', 'e'), ('ing', ''), ('ing', 'e'), ('er', ''), ('est', ''), ("'s", ''))
WORD = re.compile(r"[A-Za-z][A-Za-z']*")
HEADWORD = re.compile(r"([a-z][a-z'-]*)(?: /.*/)?$", re.IGNORECASE)


class Translations:
    """Each language's translations of English words in small letters."""

    def __init__(self):
        self._of = json.loads(TRANSLATIONS.read_text())
        self.languages = sorted(self._of)

    def question(self, text, language, random):
        """The question in the words of a language; words that no dictionary has stay, as names do."""
        known = self._of[language]

        def put(match):
            meanings = self._meanings(known, match[0])
            if meanings is None or random.random() > SHARE:
                return match[0]
            return random.choice(meanings)

        return ' '.join(WORD.sub(put, text).replace('_', ' ').split())

    def wording(self, question, random):
        """A question, mostly as Footnote hands it to the encoders; else in another language, or as members type it."""
        if random.random() < FOREIGN:
            return self.question(question['q'], random.choice(self.languages), random)
        return question['asked'] if random.random() < AS_HANDED else questions.as_typed(question['q'], random)

    @staticmethod
    def _meanings(known, word):
        return next((known[stem] for stem in stems(word.lower()) if stem in known), None)


def read_freedict(lines):
    """Headwords stand at the start of a line with their sound between slashes; the meanings on the lines that follow."""
    word = None
    for line in lines:
        heading = HEADWORD.match(line) if ' /' in line else None
        if heading:
            word = heading[1].lower()
        elif word and line and not line.startswith(' '):
            for meaning in re.split(r'[,;]', re.sub(r'<[^>]*>|\[[^\]]*\]|\([^)]*\)|^\d+\. ', '', line)):
                yield word, meaning.strip()


def read_mueller(lines):
    """Headwords stand alone at the start of a line; the text below is indented, its meanings numbered, its grammar marked by underscores."""
    word = None
    for line in lines:
        if line and not line.startswith(' '):
            word = line.strip().lower() if HEADWORD.match(line.strip()) else None
        elif word:
            without = re.sub(r'\[[^\]]*\]|\([^)]*\)|_\S+|^\s*[\d)>]+\S*|[IVX]+ ', ' ', line)
            for meaning in re.split(r'[,;:]', without):
                yield word, meaning.strip()


def is_plain(meaning, language):
    """Whether a meaning is one word or two, in the letters of its language."""
    letters = '[а-яё]+' if language == 'ru' else '[^\\W\\d_]+'
    return re.fullmatch(f'{letters}( {letters})?', meaning) is not None


def read(language, name, asked, nearest_of):
    """The translations of one language's dictionary; see Meanings for `nearest_of`."""
    content = gzip.open(DICTIONARIES / f'{name}.dict.dz').read().decode('utf-8', 'replace')
    meanings = {}
    for word, meaning in (read_mueller if language == 'ru' else read_freedict)(content.splitlines()):
        held = meanings.setdefault(word, [])
        if is_plain(meaning, language) and meaning not in held and len(held) < MOST_MEANINGS:
            held.append(meaning)
    known = nearest_of.nearest({word: held for word, held in meanings.items() if held}, asked)
    for pair in SMALL[language].split():
        word, _, put = pair.partition('=')
        known[word] = put.split('|')
    return known


class Meanings:
    """Tells which of a word's translations mean most nearly what it means."""

    def __init__(self):
        self._tokenizer = base_weights.tokenizer()
        self._encoder = base_weights.encoder().eval()

    def vectors(self, words):
        rows = []
        for start in range(0, len(words), BATCH):
            texts = [f'query: {word}' for word in words[start : start + BATCH]]
            sequences = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
            pack = Pack(sequences, [[0] * len(each) for each in sequences])
            with torch.no_grad():
                x = self._encoder(pack)
            mean = torch.zeros(pack.count, x.shape[1]).index_add(0, pack.rows, x) / pack.lengths[:, None]
            rows.append(torch.nn.functional.normalize(mean, dim=1).numpy())
        return dict(zip(words, numpy.concatenate(rows)))

    def nearest(self, known, asked):
        """The dictionary with the nearest meanings of the words that questions are asked with, and the first of the others."""
        several = {word: held for word, held in known.items() if len(held) > 1 and word in asked}
        vectors = self.vectors(sorted({*several, *(meaning for held in several.values() for meaning in held)}))
        chosen = {}
        for word, held in several.items():
            near = {meaning: float(vectors[word] @ vectors[meaning]) for meaning in held}
            best = sorted(held, key=near.get, reverse=True)[:MEANINGS_KEPT]
            chosen[word] = [meaning for meaning in best if near[meaning] > near[best[0]] - NEAR]
        return {word: chosen.get(word, held[:1]) for word, held in known.items()}


def stems(word):
    """What a word may be a form of, itself first."""
    yield word
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            yield word[: -len(ending)] + instead
    if word.endswith('ing') and word[-5:-4] == word[-4:-3]:
        yield word[:-4]


def asked_words():
    """The words, and what they may be forms of, that the questions to learn from are asked with more than once."""
    counts = collections.Counter()
    for name in questions.names('*train*'):
        for question in questions.load(name):
            counts.update(stem for word in WORD.findall(question['q'].lower()) for stem in stems(word))
    return {word for word, count in counts.items() if count >= SEEN}


def main():
    asked = asked_words()
    meanings = Meanings()
    found = {language: read(language, name, asked, meanings) for language, name in FILES.items()}
    TRANSLATIONS.write_text(json.dumps(found, ensure_ascii=False))
    print({language: len(words) for language, words in found.items()})
    translations = Translations()
    random = randomness.Random(0)
    for question in random.sample(questions.load('natural-train-klipper'), 5):
        print(question['q'], *(translations.question(question['q'], language, random) for language in translations.languages), sep='\n   ')


if __name__ == '__main__':
    main()
