"""The encoder, a BERT of 384 columns, and the reader upon it.

Sequences of different lengths are laid end to end, so that no time goes into filling them up; only attention needs them apart.
"""

import torch
import torch.nn.functional as functional
from torch import nn

WIDTH = 384
HEADS = 12


class Pack:
    """Sequences of pieces, laid end to end."""

    def __init__(self, sequences, types):
        lengths = [len(each) for each in sequences]
        self.count = len(sequences)
        self.longest = max(lengths)
        self.ids = torch.tensor([piece for each in sequences for piece in each])
        self.types = torch.tensor([kind for each in types for kind in each])
        self.positions = torch.tensor([place for length in lengths for place in range(length)])
        self.rows = torch.tensor([row for row, length in enumerate(lengths) for _ in range(length)])
        # Where each piece stands once all sequences are filled up to the longest.
        self.places = self.rows * self.longest + self.positions
        self.lengths = torch.tensor(lengths)
        self.starts = self.lengths.cumsum(0) - self.lengths
        self.mask = (torch.arange(self.longest)[None] < self.lengths[:, None])[:, None, None, :]


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.inner = nn.Linear(WIDTH, 4 * WIDTH)
        self.outer = nn.Linear(4 * WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, 1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, pack):
        qkv = self.qkv(x)
        filled = qkv.new_zeros(pack.count * pack.longest, 3 * WIDTH).index_copy(0, pack.places, qkv)
        query, key, value = filled.view(pack.count, pack.longest, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=pack.mask)
        mixed = mixed.transpose(1, 2).reshape(-1, WIDTH)[pack.places]
        x = self.norm1(x + self.out(mixed))
        return self.norm2(x + self.outer(functional.gelu(self.inner(x))))


class Encoder(nn.Module):
    """Gives a row of numbers for each piece of a Pack."""

    def __init__(self, layers, pieces, positions=512, types=2):
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.types = nn.Embedding(types, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, pack, frozen=0):
        """frozen: so many of the lowest layers, and all below them, do not learn."""
        learns = torch.is_grad_enabled()
        with torch.set_grad_enabled(learns and frozen == 0):
            x = self.norm(self.words(pack.ids) + self.positions(pack.positions) + self.types(pack.types))
        for number, layer in enumerate(self.layers):
            with torch.set_grad_enabled(learns and number >= frozen):
                x = layer(x, pack)
        return x


class Reader(nn.Module):
    """Reads a question together with a fact."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        self.pool = nn.Linear(2 * WIDTH, WIDTH)
        self.answers = nn.Linear(WIDTH, 1)
        self.ends = nn.Linear(WIDTH, 2)

    def forward(self, pack, frozen=0):
        """A logit for each sequence, highest where it answers; two for each piece: that the short answer starts and ends there."""
        x = self.encoder(pack, frozen)
        mean = x.new_zeros(pack.count, WIDTH).index_add(0, pack.rows, x) / pack.lengths[:, None]
        whole = torch.tanh(self.pool(torch.cat([x[pack.starts], mean], -1)))
        return self.answers(whole)[:, 0], self.ends(x)
