"""Trains the reader: which of the facts that were found answers a question, whether any does, and where the short answer is.

    reader.py CHECKPOINT --minutes N [--finish]     goes on from CHECKPOINT where it is there, and writes it every five minutes
    reader.py CHECKPOINT --measure NAME ...         prints figures for lists, such as natural-emf or xquad-en

Each question stands beside a fact that answers it and five that were found for it and do not: the one that answers should have the highest
logit of them (listwise), and a high one whatever is beside it (absolutely). Some questions stand without what answers them, or beside facts of
something else. The rate of learning stays the same until --finish, over whose minutes it falls to nothing.
"""

import numpy
import torch
import torch.nn.functional as functional

import base_weights
import questions
from learn import Draws, learn, restored, run
from network import Pack, Reader
from translations import Translations

LAYERS = range(8)
FROZEN = 2
QUESTIONS, OTHERS = 4, 5
RATE, HEAD_RATE = 7e-5, 5e-4
# How often each kind of set is drawn from.
SHARES = {'natural-train-*': 0.58, 'squad11-train44': 0.29, 'faq-train': 0.13}
# A second answer is often taken for none, and now and then none is right.
SMOOTHED = 0.04
OTHERS_WEIGHT = 0.4
ABSOLUTE, SHORT = 0.5, 0.3
READ = 12


class Batches:
    """Lays out what the reader learns from in one step."""

    def __init__(self, sequences, rng):
        self._sequences, self._rng = sequences, rng
        self._translations = Translations()
        loaded = {pattern: [q for name in questions.names(pattern) for q in questions.load(name)] for pattern in SHARES}
        usable = {pattern: [q for q in asked if len(q['found']) > 2 * OTHERS] for pattern, asked in loaded.items()}
        self._unanswered = [q for asked in usable.values() for q in asked if not q['right'] and not q['answerable']]
        self._draws = {pattern: Draws([q for q in asked if q['right']], rng) for pattern, asked in usable.items()}

    def make(self, step):
        batch = Batch()
        for place in range(QUESTIONS):
            self._add(batch, *self._draw(place, step))
        return batch

    def _draw(self, place, step):
        """A question, its text, and the place of the fact that is to answer it; none for some."""
        rng = self._rng
        if place == 0 and step % 3 == 0:
            question = rng.choice(self._unanswered)
            return question, self._text(question), None
        pattern = rng.choices(list(SHARES), list(SHARES.values()))[0]
        question = self._draws[pattern].next()
        if place == 1 and step % 4 == 0:
            return question, self._text(question), None
        if place == 2 and step % 6 == 0:
            stranger = self._draws['squad11-train44' if pattern.startswith('natural') else 'natural-train-*'].next()
            return question, self._text(stranger), None
        return question, self._text(question), rng.randrange(len(question['right']))

    def _text(self, question):
        return self._translations.wording(question, self._rng)

    def _add(self, batch, question, text, right):
        rng = self._rng
        facts = question['facts']
        known = {*question['right'], *question['beside']}
        wrong = [fact for fact in question['found'] if fact not in known]
        count = OTHERS + (right is None)
        chosen = rng.sample(wrong[:6], min(2, len(wrong[:6])))
        rest = [fact for fact in wrong if fact not in chosen]
        chosen += rng.sample(rest, min(count - len(chosen) - 1, len(rest)))
        while len(chosen) < count:
            fact = rng.randrange(question['from'], question['to'])
            if fact not in known:
                chosen.append(fact)
        if right is not None:
            chosen.insert(0, question['right'][right])
        hides_heading = questions.hides_heading(question, rng)
        span = None if right is None else question['spans'][right]
        pieces = self._sequences.question(text)
        for place, number in enumerate(chosen):
            fact = facts[number]
            batch.add(self._sequences.pair(pieces, fact, questions.topic_of(fact, hides_heading)), span if place == 0 else None)
        batch.answered.append(float(right is not None))


class Batch:
    def __init__(self):
        self.sequences, self.types, self.answered = [], [], []
        # The row of a sequence with a short answer, where its fact begins and ends, and its answer's first and last piece.
        self.spans = []

    def add(self, laid_out, span):
        sequence, types, begins, places = laid_out
        inside = [] if span is None else [at for at, (start, end) in enumerate(places) if start < span[1] and end > span[0]]
        if inside:
            self.spans.append((len(self.sequences), begins, len(sequence) - 1, inside[0], inside[-1]))
        self.sequences.append(sequence)
        self.types.append(types)


def loss_of(reader, batch):
    """The loss, and what is told of it: listwise, absolute, short answers, the share of questions whose fact comes first."""
    pack = Pack(batch.sequences, batch.types)
    logits, ends = reader(pack, FROZEN)
    table = logits.view(QUESTIONS, OTHERS + 1)
    answered = torch.tensor(batch.answered)
    listwise = (-functional.log_softmax(table, -1)[:, 0] * answered).sum() / answered.sum().clamp(min=1)
    wanted = torch.full_like(table, SMOOTHED)
    wanted[:, 0] = torch.where(answered > 0, 1 - SMOOTHED, SMOOTHED)
    weights = torch.tensor([1.0] + [OTHERS_WEIGHT] * OTHERS)
    absolute = (functional.binary_cross_entropy_with_logits(table, wanted, reduction='none') * weights).sum(1).mean()
    short = torch.zeros(())
    for row, begins, stops, first, last in batch.spans:
        at = ends[pack.starts[row] + begins : pack.starts[row] + stops]
        short = short - functional.log_softmax(at[:, 0], 0)[first] - functional.log_softmax(at[:, 1], 0)[last]
    short = short / max(1, len(batch.spans))
    first = ((table.argmax(1) == 0) * answered).sum() / answered.sum().clamp(min=1)
    told = [each.item() for each in (listwise, absolute, short, first)]
    return listwise + ABSOLUTE * absolute + SHORT * short, told


def train(path, minutes, finishes):
    # The heads start from random numbers.
    torch.manual_seed(0)
    reader = Reader(base_weights.encoder(LAYERS))
    reader.encoder.words.weight.requires_grad_(False)
    learning = [(name.startswith('encoder'), each) for name, each in reader.named_parameters() if each.requires_grad]
    groups = [([each for is_lower, each in learning if is_lower is lower], rate) for lower, rate in ((True, RATE), (False, HEAD_RATE))]
    sequences = questions.Sequences(base_weights.tokenizer())

    def prepare(rng):
        batches = Batches(sequences, rng)
        return lambda step: loss_of(reader, batches.make(step))

    learn(path, reader, groups, prepare, minutes, finishes)


def measure(path, names):
    """How often a right fact comes first and among three of the first twelve that were found, and how well the logit tells that."""
    reader = restored(Reader(base_weights.encoder(LAYERS)), path)
    sequences = questions.Sequences(base_weights.tokenizer())
    for name in names:
        rows = [row for each in questions.names(name) for row in map(lambda q: judged(reader, sequences, q), questions.load(each)) if row]
        answerable = [ranks for ranks, _, is_answerable in rows if is_answerable]
        best = numpy.array([logit for _, logit, _ in rows])
        right = numpy.array([ranks[:1] == [True] for ranks, _, _ in rows])
        print(
            f'{name}: {len(answerable)} questions, found {share(any(r) for r in answerable)}, first {share(r[0] for r in answerable)},',
            f'among three {share(any(r[:3]) for r in answerable)}, area {roc_area(best, right):.3f}',
        )


def judged(reader, sequences, question):
    """For the facts in the order of their logits whether they are right, the highest logit, and whether anything answers."""
    found = question['found'][:READ]
    if not found:
        return None
    pieces = sequences.question(question['asked'])
    laid_out = [sequences.pair(pieces, question['facts'][number]) for number in found]
    with torch.no_grad():
        logits, _ = reader(Pack([each[0] for each in laid_out], [each[1] for each in laid_out]))
    order = logits.argsort(descending=True).tolist()
    return [found[place] in question['right'] for place in order], logits.max().item(), question['answerable']


def share(hits):
    hits = list(hits)
    return f'{100 * sum(hits) / max(1, len(hits)):.1f} %'


def roc_area(scores, positive):
    ranks = scores.argsort().argsort() + 1
    count = positive.sum()
    return (ranks[positive].sum() - count * (count + 1) / 2) / max(1, count * (len(scores) - count))


if __name__ == '__main__':
    run(train, measure)
