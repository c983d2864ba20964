"""Trains the reader on what reader-examples.ts laid out, and writes models/reader.bin.

    python3 training/reader.py --epochs 13 --out models/reader.bin

Only arithmetic happens here: every feature comes from the TypeScript that answers.
"""
import argparse, json, random, struct, time, zlib
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

TOKEN_FEATURES, QUESTION_FEATURES = 19, 5
FREQUENT = 1000  # so many of the most frequent words and marks have a learned vector of their own beside GloVe's
SPAN = 20

parser = argparse.ArgumentParser()
parser.add_argument('--epochs', type=int, default=13)
parser.add_argument('--width', type=int, default=96)
parser.add_argument('--rate', type=float, default=2e-3)
parser.add_argument('--drop', type=float, default=0.2)
parser.add_argument('--seed', type=int, default=1)
parser.add_argument('--folds', default='0,1,2')  # remainders of the article's number by three that are trained on
parser.add_argument('--out', default='models/reader.bin')
parser.add_argument('--export', help='write the weights of this .pt file and train nothing')
args = parser.parse_args()
torch.manual_seed(args.seed); random.seed(args.seed); np.random.seed(args.seed); torch.set_num_threads(1)


def read_model(path):
    data = open(path, 'rb').read()
    size, = struct.unpack_from('<I', data, 4)
    at, tensors = 12 + size, {}
    kinds = {'int8': np.int8, 'uint8': np.uint8, 'uint16': np.uint16, 'float32': np.float32, 'text': np.uint8}
    for entry in json.loads(data[12:12 + size]):
        kind = np.dtype(kinds[entry['kind']]); count = entry['rows'] * entry['columns']
        tensors[entry['name']] = np.frombuffer(data, kind, count, at).reshape(entry['rows'], entry['columns'])
        at += -(-count * kind.itemsize // 4) * 4
    return tensors


stored = read_model('models/word-vectors.bin')
V = torch.zeros(stored['vectors'].shape[0] + 1, stored['vectors'].shape[1])  # the last row: words without a vector
V[:-1] = torch.from_numpy(stored['vectors'].astype(np.float32) * stored['scales'].reshape(-1, 1))


def write_model(path, tensors):
    """As src/learned/model-file.ts reads it; tables become whole numbers from -127 to 127 with a factor for each row."""
    parts = []
    for name, value in tensors.items():
        value = value.detach().numpy().astype(np.float32)
        name = name.removesuffix('.weight')
        if value.ndim == 2:
            scale = np.abs(value).max(1) / 127 + 1e-12
            parts.append((name, 'int8', np.round(value / scale[:, None]).astype(np.int8)))
            parts.append((name + '.scale', 'float32', scale.astype(np.float32).reshape(1, -1)))
        else:
            parts.append((name, 'float32', value.reshape(1, -1)))
    header = json.dumps([dict(name=n, kind=k, rows=v.shape[0], columns=v.shape[1]) for n, k, v in parts]).encode()
    header += b' ' * (-len(header) % 4)
    body = b''.join(v.tobytes() + b'\0' * (-v.nbytes % 4) for _, _, v in parts)
    open(path, 'wb').write(b'FNM1' + struct.pack('<II', len(header), zlib.crc32(header + body)) + header + body)


class Data:
    def __init__(self, name):
        base = f'training/work/{name}'
        self.words = torch.from_numpy(np.fromfile(base + '.words', np.int32).astype(np.int64))
        self.words[self.words < 0] = len(V) - 1
        self.features = torch.from_numpy(np.fromfile(base + '.features', np.uint8).reshape(-1, TOKEN_FEATURES))
        self.examples = json.load(open(base + '.json'))


class Gated(nn.Module):
    """A recurrent layer without matrix products between steps (QRNN with forget and output gates, both directions,
    window 1; Bradbury and others 2016), added to its input."""
    def __init__(self, width):
        super().__init__()
        self.width, self.half = width, width // 2
        self.gates = nn.Linear(width, 3 * width)
        nn.init.constant_(self.gates.bias[width:2 * width], 1.0)

    def forward(self, x, mask):
        n, t, w = x.shape
        h = self.half
        g = self.gates(x)
        z = torch.tanh(g[..., :w]) * mask
        f = torch.sigmoid(g[..., w:2 * w]) * mask + (1 - mask)
        o = torch.sigmoid(g[..., 2 * w:])
        i = (1 - f) * z
        both = lambda a: torch.stack([a[..., :h], a[..., h:].flip(1)], 2)
        f2, i2 = both(f).unbind(1), both(i).unbind(1)
        c, out = torch.zeros(n, 2, h), []
        for step in range(t):
            c = f2[step] * c + i2[step]
            out.append(c)
        c = torch.stack(out, 1)
        return x + o * torch.cat([c[:, :, 0], c[:, :, 1].flip(1)], 2)


class Reader(nn.Module):
    def __init__(self, width, drop):
        super().__init__()
        d = V.shape[1]
        self.word = nn.Linear(d, width)
        self.frequent = nn.Embedding(FREQUENT + 1, width)
        self.token = nn.Linear(TOKEN_FEATURES, width)
        self.asked = nn.Linear(QUESTION_FEATURES, width, bias=False)
        self.aligned = nn.Linear(width, width, bias=False)
        self.sharp = nn.Parameter(torch.tensor([8.0]))
        self.question = nn.ModuleList([Gated(width)])
        self.first = nn.ModuleList([Gated(width)])
        self.pool = nn.Linear(width, 1)
        self.attend = nn.Linear(width, width, bias=False)
        self.own, self.context, self.product, self.asks = (nn.Linear(width, width, bias=b) for b in (True, False, False, False))
        self.token2 = nn.Linear(TOKEN_FEATURES, width, bias=False)
        self.second = nn.ModuleList([Gated(width), Gated(width)])
        self.start, self.end, self.plain = nn.Linear(width, width), nn.Linear(width, width), nn.Linear(width, 2)
        self.none = nn.Linear(width, 1)
        self.drop = drop
        nn.init.normal_(self.frequent.weight, std=0.05)
        self.width = width

    def embed(self, ids):
        return self.word(10 * V[ids]) + self.frequent(ids.clamp(max=FREQUENT))

    def dropped(self, x):  # the same units for a whole text (variational dropout)
        if not self.training: return x
        return x * torch.bernoulli(torch.full((x.shape[0], 1, x.shape[2]), 1 - self.drop)) / (1 - self.drop)

    def forward(self, b):
        qm, pm, of = b['qm'], b['pm'], b['of']
        q = torch.tanh(self.embed(b['q']) + self.asked(b['qf']))
        u = self.dropped(q)
        for layer in self.question: u = layer(u, qm)
        u = self.dropped(u)
        pooling = self.pool(u).masked_fill(qm == 0, -1e4).softmax(1)
        qv = (pooling * u).sum(1)                                              # [Q, w]
        qs, us = q[of], u[of]
        like = torch.bmm(V[b['p']], V[b['q']][of].transpose(1, 2))             # [P, t, m]
        weight = (self.sharp * like).masked_fill(qm[of].transpose(1, 2) == 0, -1e4).softmax(2)
        x = torch.tanh(self.embed(b['p']) + self.token(b['pf']) + torch.bmm(weight, self.aligned(qs)))
        x = self.dropped(x)
        for layer in self.first: x = layer(x, pm)
        scores = torch.bmm(x, self.attend(us).transpose(1, 2)) / self.width ** .5
        c = torch.bmm(scores.masked_fill(qm[of].transpose(1, 2) == 0, -1e4).softmax(2), us)
        v = qv[of].unsqueeze(1)
        y = torch.tanh(self.own(x) + self.context(c) + self.product(x * c) + self.asks(x * v) + self.token2(b['pf']))
        y = self.dropped(y)
        for layer in self.second: y = layer(y, pm)
        y = self.dropped(y)
        plain = self.plain(y)
        s = (y * self.start(v)).sum(2) / self.width ** .5 + plain[..., 0]
        e = (y * self.end(v)).sum(2) / self.width ** .5 + plain[..., 1]
        off = pm[..., 0] == 0
        return s.masked_fill(off, -1e4), e.masked_fill(off, -1e4), self.none(qv)[:, 0]


def batch(data, examples):
    """Questions with their sentences as padded tables."""
    sentences, of, gold, size = [], [], [], []
    for k, x in enumerate(examples):
        c, g = x['c'], {tuple(t) for t in x['gold']}
        size.append(len(c))
        for i, (at, n) in enumerate(c):
            sentences.append((at, n)); of.append(k)
            gold.append([(s, e) for j, s, e in g if j == i])
    def pad(spans, count):
        t = max(n for _, n in spans)
        ids = torch.full((len(spans), t), len(V) - 1); f = torch.zeros(len(spans), t, count); m = torch.zeros(len(spans), t, 1)
        for r, (at, n) in enumerate(spans):
            ids[r, :n] = data.words[at:at + n]; f[r, :n] = data.features[at:at + n, :count].float() / 255; m[r, :n] = 1
        return ids, f, m
    q, qf, qm = pad([x['q'] for x in examples], QUESTION_FEATURES)
    p, pf, pm = pad(sentences, TOKEN_FEATURES)
    return dict(q=q, qf=qf, qm=qm, p=p, pf=pf, pm=pm, of=torch.tensor(of), gold=gold, size=size)


def loss_of(net, b):
    """Shared normalisation (Clark and Gardner 2017): one softmax over all sentences of a question and “none”."""
    s, e, none = net(b)
    at, terms = 0, []
    t = s.shape[1]
    for k, n in enumerate(b['size']):
        starts, ends = torch.zeros(n, t, dtype=torch.bool), torch.zeros(n, t, dtype=torch.bool)
        any_gold = False
        for i in range(n):
            for x, y in b['gold'][at + i]: starts[i, x] = True; ends[i, min(y, t - 1)] = True; any_gold = True
        for logits, right in ((s, starts), (e, ends)):
            own = torch.cat([logits[at:at + n].reshape(-1), none[k:k + 1]])
            best = own[:-1][right.reshape(-1)].logsumexp(0) if any_gold else none[k]
            terms.append(own.logsumexp(0) - best)
        at += n
    return torch.stack(terms).mean() * 2


def spans(s, e):
    """The best span of each sentence: its score and its ends."""
    n, t = s.shape
    table = s.unsqueeze(2) + e.unsqueeze(1)
    ok = torch.ones(t, t).triu() - torch.ones(t, t).triu(SPAN)
    score, place = table.masked_fill(ok == 0, -1e9).reshape(n, -1).max(1)
    return score, place // t, place % t


def evaluate(net, data, limit):
    """Given the right sentence: overlap F1 of the span, exact; and how often the right sentence has the best span."""
    net.eval(); examples = data.examples[::max(1, len(data.examples) // limit)]
    f1 = exact = first = 0; sure = []
    with torch.no_grad():
        for at in range(0, len(examples), 32):
            b = batch(data, examples[at:at + 32]); s, e, none = net(b); score, i, j = spans(s, e); r = 0
            for k, n in enumerate(b['size']):
                golds = b['gold'][r]; a, z = int(i[r]), int(j[r])
                def over(g):
                    o = min(z, g[1]) - max(a, g[0]) + 1
                    return 0 if o <= 0 else 2 * o / (z - a + 1 + g[1] - g[0] + 1)
                best = max([over(g) for g in golds], default=0)
                f1 += best; exact += any((a, z) == g for g in golds); first += bool(score[r] >= score[r:r + n].max())
                p = float(s[r].softmax(0)[a] * e[r].softmax(0)[z]); sure.append((p, best >= .5)); r += n
    net.train(); m = len(examples); sure.sort(reverse=True)
    top = lambda q: 100 * np.mean([right for _, right in sure[:int(q * m)]])
    return f'F1 {100*f1/m:.1f} EM {100*exact/m:.1f} first {100*first/m:.1f} right@50% {top(.5):.1f} @70% {top(.7):.1f}'


def batches(sources, size):
    """Questions of like length together, in random order."""
    out = []
    for data, examples in sources:
        ordered = sorted(examples, key=lambda x: max(n for _, n in x['c']) + random.random() * 6)
        per = max(8, size // len(ordered[0]['c']))
        out += [(data, ordered[i:i + per]) for i in range(0, len(ordered), per)]
    random.shuffle(out)
    return out


if args.export:
    write_model(args.out, torch.load(args.export)); raise SystemExit
folds = [int(x) for x in args.folds.split(',')]
squad, qamr = Data('squad'), [Data('qamr-dev'), Data('qamr-test')]
dev = {n: Data(n) for n in ('dev-squad', 'dev-nq')}
usable = lambda x: x['q'][1] > 1 and all(n < 90 for _, n in x['c'])
squad_examples = [x for x in squad.examples if x['a'] % 3 in folds and usable(x)]
qamr_examples = [(d, [x for x in d.examples if usable(x)]) for d in qamr]
net = Reader(args.width, args.drop)
mean = {k: v.detach().clone() for k, v in net.state_dict().items()}
opt = torch.optim.Adam(net.parameters(), lr=args.rate, betas=(.9, .98), weight_decay=1e-6)
print('weights', sum(p.numel() for p in net.parameters()), 'squad', len(squad_examples), 'qamr', sum(len(e) for _, e in qamr_examples), flush=True)


def thinned(examples):  # fewer negatives for speed, and now and then the gold sentence left out
    out = []
    for x in examples:
        c, g = x['c'], x['gold']
        others = list(range(1, len(c))); random.shuffle(others)
        keep = [0] + others[:3]
        if len(c) > 2 and random.random() < .12: keep = keep[1:]
        out.append(dict(q=x['q'], c=[c[i] for i in keep], gold=[[keep.index(i), s, e] for i, s, e in g if i in keep]))
    return out


begin, step, running = time.time(), 0, 0.0
for epoch in range(args.epochs):
    # The last part on questions about whole articles alone: those of QAMR know their sentence.
    sources = [(squad, thinned(squad_examples))]
    if epoch < .6 * args.epochs: sources += [(d, random.sample(e, len(e) // 2)) for d, e in qamr_examples]
    steps = batches(sources, 96)
    for place, (data, examples) in enumerate(steps):
        done = (epoch + place / len(steps)) / args.epochs
        for group in opt.param_groups: group['lr'] = args.rate * min(1, (step + 1) / 200) * max(.01, 1 - done)
        loss = loss_of(net, batch(data, examples))
        opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 2.0); opt.step()
        step += 1; running = .99 * running + .01 * float(loss) if step > 1 else float(loss)
        with torch.no_grad():  # what is kept is the running mean of the weights
            for k, v in net.state_dict().items(): mean[k].lerp_(v, 1 - min(.998, step / (step + 50)))
    now = {k: v.clone() for k, v in net.state_dict().items()}
    net.load_state_dict(mean)
    print(f'epoch {epoch} step {step} loss {running:.3f} {time.time()-begin:.0f} s |', evaluate(net, dev['dev-squad'], 500), '| nq', evaluate(net, dev['dev-nq'], 300), flush=True)
    net.load_state_dict(now)
net.load_state_dict(mean)
torch.save(mean, args.out + '.pt')
write_model(args.out, mean)
for name, data in dev.items(): print('final', name, evaluate(net, data, 10000), flush=True)
