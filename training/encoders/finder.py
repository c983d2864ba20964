"""Trains the finder: questions and the facts that answer them get vectors that lie near each other.

    finder.py CHECKPOINT --minutes N [--finish]     goes on from CHECKPOINT where it is there, and writes it every five minutes
    finder.py CHECKPOINT --measure NAME ...         prints figures for lists, such as natural-emf or xquad-en; `base` for CHECKPOINT is the base model

Each question of a batch must be nearer to its own fact than to a fact that was found for it and does not answer, and than to all facts of
the batch's other questions (InfoNCE, van den Oord and others 2018, https://arxiv.org/abs/1807.03748). Questions come in groups of one file,
since facts of other files are easily told apart.
"""

import collections

import numpy
import torch
import torch.nn.functional as functional

import base_weights
import questions
from learn import Draws, learn, restored, run
from network import WIDTH, Pack
from translations import Translations

LAYERS = range(12)
FROZEN = 3
GROUPS, QUESTIONS = 5, 6
RATE = 3e-5
TEMPERATURE = 0.02
SHARES = {'natural-train-*': 0.6, 'squad11-train44': 0.25, 'faq-train': 0.15}
# Four communities that are not trained on, so that the finder can be measured on files it has not seen.
HELD_OUT = frozenset(('natural-train-klipper', 'natural-train-ocf', 'natural-train-rustup', 'natural-train-djangocon'))
# Wrong facts are drawn from this many of the first that were found.
HARD = 14
DEPTHS = (1, 3, 8, 16)


class Batches:
    """Lays out what the finder learns from in one step."""

    def __init__(self, rng):
        self._rng = rng
        self._translations = Translations()
        self._files = {pattern: self._draws_by_file(pattern) for pattern in SHARES}

    def _draws_by_file(self, pattern):
        """For each file with enough questions: their number, and the questions in random order."""
        files = collections.defaultdict(list)
        for name in questions.names(pattern):
            for question in questions.load(name) if name not in HELD_OUT else []:
                if question['right'] and len(question['found']) > HARD:
                    files[name, question['from']].append(question)
        return [(len(asked), Draws(asked, self._rng)) for asked in files.values() if len(asked) >= QUESTIONS]

    def make(self):
        """The texts of questions; those of facts, each question's own and then each one's wrong one; and which fact may answer which question."""
        drawn = [self._drawn(draws) for draws in self._groups() for _ in range(QUESTIONS)]
        facts = [(question, right) for question, right, _ in drawn] + [(question, wrong) for question, _, wrong in drawn]
        asked = ['query: ' + self._translations.wording(question, self._rng) for question, _, _ in drawn]
        known = [[may_answer(question, *fact) for fact in facts] for question, _, _ in drawn]
        return asked, [self._passage(*fact) for fact in facts], torch.tensor(known)

    def _groups(self):
        for pattern in self._rng.choices(list(SHARES), list(SHARES.values()), k=GROUPS):
            files = self._files[pattern]
            yield self._rng.choices(files, [count for count, _ in files])[0][1]

    def _drawn(self, draws):
        """A question, a fact that answers it, and one that was found for it and does not."""
        question = draws.next()
        known = {*question['right'], *question['beside']}
        found = [fact for fact in question['found'] if fact not in known]
        # Where all that was found answers, one of these is drawn: the loss leaves it out.
        return question, self._rng.choice(question['right']), self._rng.choice(found[:HARD] or question['found'])

    def _passage(self, question, number):
        hides_heading = number in question['right'] and questions.hides_heading(question, self._rng)
        return questions.passage(question['facts'][number], hides_heading)


def may_answer(question, other, number):
    """Whether a fact of another question's file answers this one, or may."""
    return question['set'] == other['set'] and (number in question['right'] or number in question['beside'])


class Finder:
    """Turns texts into vectors of length 1."""

    def __init__(self, encoder, tokenizer):
        self.encoder, self._tokenizer = encoder, tokenizer

    def embed(self, texts, frozen=0):
        cut = [self._tokenizer.encode(text, add_special_tokens=False).ids[: questions.MOST_EMBEDDED] for text in texts]
        sequences = [[questions.START, *pieces, questions.END] for pieces in cut]
        pack = Pack(sequences, [[0] * len(each) for each in sequences])
        x = self.encoder(pack, frozen)
        return functional.normalize(x.new_zeros(pack.count, WIDTH).index_add(0, pack.rows, x), dim=-1)


def loss_of(finder, batch):
    """The loss, and what is printed of it: the loss, and the share of questions whose own fact is the nearest."""
    asked, facts, known = batch
    vectors = finder.embed(asked + facts, FROZEN)
    near = vectors[: len(asked)] @ vectors[len(asked) :].T / TEMPERATURE
    own = torch.arange(len(asked))
    # Another fact that answers is neither right nor wrong here.
    known[own, own] = False
    near = near.masked_fill(known, -torch.inf)
    loss = functional.cross_entropy(near, own)
    return loss, (loss.item(), (near.argmax(1) == own).float().mean().item())


def train(path, minutes, finishes):
    encoder = base_weights.encoder(LAYERS)
    encoder.words.weight.requires_grad_(False)
    finder = Finder(encoder, base_weights.tokenizer())

    def prepare(rng):
        batches = Batches(rng)
        return lambda _step: loss_of(finder, batches.make())

    learn(path, encoder, [([each for each in encoder.parameters() if each.requires_grad], RATE)], prepare, minutes, finishes)


def measure(path, names):
    """How often a right fact is among the nearest of its file."""
    encoder = base_weights.encoder(LAYERS)
    finder = Finder(encoder if path.name == 'base' else restored(encoder, path), base_weights.tokenizer())
    for name in (each for pattern in names for each in questions.names(pattern)):
        asked = [question for question in questions.load(name) if question['right']]
        facts = embedded(finder, [questions.passage(fact) for fact in asked[0]['facts']])
        near = embedded(finder, ['query: ' + question['asked'] for question in asked]) @ facts.T
        ranks = [rank_of(row, question) for row, question in zip(near, asked)]
        shares = (f'among {depth} {100 * numpy.mean([rank < depth for rank in ranks]):.1f} %' for depth in DEPTHS)
        print(f'{name}: {len(asked)} questions,', *shares, flush=True)


def rank_of(near, question):
    """How many facts of the question's file are nearer than the nearest that answers it."""
    own = near[question['from'] : question['to']]
    return int((own > near[question['right']].max()).sum())


def embedded(finder, texts, batch=64):
    """The vectors of texts, in their order."""
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    vectors = torch.empty(len(texts), WIDTH)
    with torch.no_grad():
        for start in range(0, len(order), batch):
            places = order[start : start + batch]
            vectors[places] = finder.embed([texts[place] for place in places])
    return vectors


if __name__ == '__main__':
    run(train, measure)
