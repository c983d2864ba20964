"""Writes models as ONNX files in 8 bits a weight.

    export.py finder CHECKPOINT     models/finder.onnx, from what finder.py has written
    export.py reader CHECKPOINT     models/reader.onnx, from what reader.py has written

Without a checkpoint they are written untrained, so that the encoders can be opened for the first lists.

Both take the vectors of pieces, looked up outside, so that the two share one table. Each 128 weights have a scale, and so have what they are
multiplied with: dynamic quantisation with one scale for a whole sequence put the right fact first for 5 questions less of 100.
"""

import pathlib
import sys
import warnings

import onnx
import torch
import torch.nn.functional as functional
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import nn

import base_weights
from learn import restored
from network import HEADS, WIDTH, Reader

# What a place that is only filled up counts in attention.
NOTHING = -1e4
READER_LAYERS = range(8)
BLOCK = 128
# In onnxruntime's words: multiply bytes, not floats.
INT8 = 4


class Filled(nn.Module):
    """The encoder over sequences that are filled up to the same length, from the vectors of their pieces."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def rows(self, words, types, mask):
        encoder = self.encoder
        count, length = words.shape[0], words.shape[1]
        x = encoder.norm(words + encoder.positions.weight[:length] + encoder.types(types))
        bias = ((1 - mask) * NOTHING)[:, None, None, :]
        for layer in encoder.layers:
            query, key, value = layer.qkv(x).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
            shares = torch.softmax(query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + bias, -1)
            mixed = (shares @ value).transpose(1, 2).reshape(count, length, WIDTH)
            x = layer.norm1(x + layer.out(mixed))
            x = layer.norm2(x + layer.outer(functional.gelu(layer.inner(x))))
        return x

    def mean(self, x, mask):
        return (x * mask[:, :, None]).sum(1) / mask[:, :, None].sum(1)


class FinderModel(Filled):
    def forward(self, words, mask):
        x = self.rows(words, torch.zeros_like(mask, dtype=torch.long), mask)
        vector = self.mean(x, mask)
        return vector / vector.norm(dim=1, keepdim=True)


class ReaderModel(Filled):
    def __init__(self, reader):
        super().__init__(reader.encoder)
        self.reader = reader

    def forward(self, words, types, mask):
        x = self.rows(words, types, mask)
        whole = torch.tanh(self.reader.pool(torch.cat([x[:, 0], self.mean(x, mask)], -1)))
        return self.reader.answers(whole)[:, 0], self.reader.ends(x)


def write(model, inputs, outputs, path):
    length = 24
    examples = {
        'words': torch.randn(1, length, WIDTH) * 0.05,
        'types': torch.zeros(1, length, dtype=torch.long),
        'mask': torch.ones(1, length),
    }
    axes = {name: {0: 'sequences', 1: 'pieces'} for name in inputs}
    axes |= {name: {0: 'sequences', 1: 'pieces'} if name == 'ends' else {0: 'sequences'} for name in outputs}
    whole = base_weights.WORK / f'{path.stem}-32-bits.onnx'
    torch.onnx.export(
        model.eval(), tuple(examples[name] for name in inputs), str(whole),
        input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False,
    )
    quantizer = MatMulNBitsQuantizer(onnx.load(str(whole)), bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=INT8)
    quantizer.process()
    quantizer.model.save_model_to_file(str(path), False)
    print(f'{path} is written: {path.stat().st_size:,} bytes')


def main():
    warnings.filterwarnings('ignore')
    base_weights.fetch()
    name, *checkpoint = sys.argv[1:]
    if name == 'finder':
        write(FinderModel(trained(base_weights.encoder(), checkpoint)), ['words', 'mask'], ['vector'], pathlib.Path('models/finder.onnx'))
    else:
        reader = trained(Reader(base_weights.encoder(READER_LAYERS)), checkpoint)
        write(ReaderModel(reader), ['words', 'types', 'mask'], ['answers', 'ends'], pathlib.Path('models/reader.onnx'))


def trained(model, checkpoint):
    return restored(model, checkpoint[0]) if checkpoint else model


if __name__ == '__main__':
    main()
