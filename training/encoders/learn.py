"""What training the finder and training the reader share: arguments, checkpoints, the rate of learning, and questions in random order."""

import argparse
import os
import pathlib
import random
import time

import numpy
import torch

import base_weights

SAVE_EVERY_S = 300
STEPS_TOLD = 20
WARM_UP = 40


class Draws:
    """Questions in random order, each once before any comes again."""

    def __init__(self, items, rng):
        self._items, self._rng, self._left = items, rng, []

    def next(self):
        if not self._left:
            self._left = self._rng.sample(self._items, len(self._items))
        return self._left.pop()


def learn(path, model, groups, prepare, minutes, finishes):
    """Trains a model for the given minutes. Goes on from the checkpoint at path if there is one, and saves there every five minutes.

    groups: pairs of parameters and their rate of learning. prepare: takes a random source and returns a function, which maps a step's number
    to its loss and the figures to print. The rate is constant; with finishes it falls to zero by the end.
    """
    optimiser = torch.optim.AdamW([{'params': parameters, 'lr': rate} for parameters, rate in groups], weight_decay=0.01)
    step = 0
    if path.exists():
        checkpoint = torch.load(path)
        model.load_state_dict(checkpoint['model'], strict=False)
        optimiser.load_state_dict(checkpoint['opt'])
        step = checkpoint['step']
    begun = step
    next_step = prepare(random.Random(step))
    learning = [each for group in optimiser.param_groups for each in group['params']]
    started = saved = time.monotonic()
    told = []
    while (gone := (time.monotonic() - started) / (60 * minutes)) < 1:
        share = min(1, (step - begun + 1) / WARM_UP) * (1 - gone if finishes else 1)
        for group, (_, rate) in zip(optimiser.param_groups, groups):
            group['lr'] = rate * share
        loss, figures = next_step(step)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        step += 1
        told.append(figures)
        if step % STEPS_TOLD == 0:
            print(step, round(time.monotonic() - started), *numpy.mean(told[-5 * STEPS_TOLD :], 0).round(3), flush=True)
        if time.monotonic() - saved > SAVE_EVERY_S:
            saved = time.monotonic()
            save(path, model, optimiser, step)
    save(path, model, optimiser, step)


def save(path, model, optimiser, step):
    """The table of pieces never changes and is left out. Written aside first, so that a crash leaves the last one whole."""
    kept = {name: value for name, value in model.state_dict().items() if not name.endswith('words.weight')}
    aside = path.with_suffix('.new')
    torch.save({'model': kept, 'opt': optimiser.state_dict(), 'step': step}, aside)
    os.replace(aside, path)


def restored(model, path):
    """The model as a checkpoint has it."""
    model.load_state_dict(torch.load(path)['model'], strict=False)
    return model.eval()


def run(train, measure):
    """Trains or measures, as the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument('checkpoint', type=pathlib.Path)
    parser.add_argument('--minutes', type=float)
    parser.add_argument('--finish', action='store_true')
    parser.add_argument('--measure', nargs='+', metavar='NAME')
    wanted = parser.parse_args()
    base_weights.fetch()
    if wanted.measure:
        measure(wanted.checkpoint, wanted.measure)
    else:
        train(wanted.checkpoint, wanted.minutes, wanted.finish)
