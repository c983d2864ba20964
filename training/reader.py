"""Trains the reader on what reader-examples.ts laid out, and writes models/reader.bin.

    python3 training/reader.py --epochs 12 --out models/reader.bin

Only arithmetic happens here: every feature comes from the TypeScript that answers.
"""
import argparse, json, random, struct, time, zlib
import numpy as np
import torch
from torch import nn

TOKEN_FEATURES, QUESTION_FEATURES = 19, 5
FREQUENT = 1000  # so many of the most frequent words and marks have a learned vector of their own beside GloVe's
SPAN = 20
FAR = -1e4  # a score that counts for nothing
OTHERS = 4  # so many wrong sentences stand beside the right one at a time
BOTH = 0.6  # for this part of the training the questions of QAMR are asked too

parser = argparse.ArgumentParser()
parser.add_argument('--epochs', type=int, default=12)
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
        self.same = torch.from_numpy(np.fromfile(base + '.same', np.int8).astype(np.int64))
        self.features = torch.from_numpy(np.fromfile(base + '.features', np.uint8).reshape(-1, TOKEN_FEATURES))
        self.examples = [x for x in json.load(open(base + '.json')) if x['c']]


class Scan(torch.autograd.Function):
    """c[t] = keep[t] * c[t - 1] + new[t], along the first dimension."""
    @staticmethod
    def forward(ctx, keep, new):
        c = torch.empty_like(new)
        c[0] = new[0]
        for t in range(1, len(new)): torch.addcmul(new[t], keep[t], c[t - 1], out=c[t])
        ctx.save_for_backward(keep, c)
        return c

    @staticmethod
    def backward(ctx, slope):
        keep, c = ctx.saved_tensors
        new = slope.clone()
        for t in range(len(new) - 2, -1, -1): new[t].addcmul_(keep[t + 1], new[t + 1])
        old = torch.zeros_like(new)
        torch.mul(new[1:], c[:-1], out=old[1:])
        return old, new


class Gated(nn.Module):
    """A recurrent layer without matrix products between steps (QRNN with forget and output gates, both directions,
    window 1; Bradbury and others 2016), added to its input."""
    def __init__(self, width):
        super().__init__()
        self.width, self.half = width, width // 2
        self.gates = nn.Linear(width, 3 * width)
        nn.init.constant_(self.gates.bias[width:2 * width], 1.0)

    def forward(self, x, mask):
        w, h = self.width, self.half
        g = self.gates(x)
        new = torch.tanh(g[..., :w]) * mask
        keep = torch.sigmoid(g[..., w:2 * w]) * mask + (1 - mask)
        show = torch.sigmoid(g[..., 2 * w:])
        new = (1 - keep) * new
        both = lambda a: torch.cat([a[..., :h], a[..., h:].flip(1)], 2).transpose(0, 1).contiguous()
        c = Scan.apply(both(keep), both(new)).transpose(0, 1)
        return x + show * torch.cat([c[..., :h], c[..., h:].flip(1)], 2)


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
        self.weigh = nn.Linear(width, 1)     # what of the question a sentence should say
        self.said = nn.Parameter(torch.tensor([.2]))
        self.telling = nn.Linear(width, 1)   # what of the sentence tells whether it answers
        self.whole = nn.Linear(width, width)
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
        hidden = (qm[of].transpose(1, 2) == 0)
        q = torch.tanh(self.embed(b['q']) + self.asked(b['qf']))
        u = self.dropped(q)
        for layer in self.question: u = layer(u, qm)
        u = self.dropped(u)
        qv = (self.pool(u).masked_fill(qm == 0, FAR).softmax(1) * u).sum(1)     # [Q, w]
        qs, us = q[of], u[of]
        like = torch.bmm(V[b['p']], V[b['q']][of].transpose(1, 2))               # [P, t, m]
        like = torch.where(b['same'] > 0, torch.ones(()), like)
        weight = (self.sharp * like).masked_fill(hidden, FAR).softmax(2)
        x = torch.tanh(self.embed(b['p']) + self.token(b['pf']) + torch.bmm(weight, self.aligned(qs)))
        x = self.dropped(x)
        for layer in self.first: x = layer(x, pm)
        scores = torch.bmm(x, self.attend(us).transpose(1, 2)) / self.width ** .5
        c = torch.bmm(scores.masked_fill(hidden, FAR).softmax(2), us)
        v = qv[of].unsqueeze(1)
        y = torch.tanh(self.own(x) + self.context(c) + self.product(x * c) + self.asks(x * v) + self.token2(b['pf']))
        y = self.dropped(y)
        for layer in self.second: y = layer(y, pm)
        y = self.dropped(y)
        plain = self.plain(y)
        s = (y * self.start(v)).sum(2) / self.width ** .5 + plain[..., 0]
        e = (y * self.end(v)).sum(2) / self.width ** .5 + plain[..., 1]
        off = pm[..., 0] == 0
        share = self.weigh(u).masked_fill(qm == 0, FAR).softmax(1)[of][..., 0]     # [P, m]
        best = scores.masked_fill(off.unsqueeze(2), FAR).max(1)[0]
        whole = (self.telling(y).masked_fill(off.unsqueeze(2), FAR).softmax(1) * y).sum(1)
        g = self.said * (best * share).masked_fill(hidden[:, 0], 0).sum(1) + (whole * self.whole(v[:, 0])).sum(1) / self.width ** .5
        s, e = s + g.unsqueeze(1), e + g.unsqueeze(1)
        return s.masked_fill(off, FAR), e.masked_fill(off, FAR), self.none(qv)[:, 0]


def batch(data, examples):
    """Questions with their sentences as padded tables."""
    places, of, spot = [], [], []
    n = max(len(x['c']) for x in examples)
    for k, x in enumerate(examples):
        for i, place in enumerate(x['c']): places.append(place); of.append(k); spot.append(k * n + i)
    length = max(m for _, m in places)
    questions = max(x['q'][1] for x in examples)
    q = torch.full((len(examples), questions), len(V) - 1); qf = torch.zeros(len(examples), questions, QUESTION_FEATURES); qm = torch.zeros(len(examples), questions, 1)
    for r, x in enumerate(examples):
        at, m = x['q']
        q[r, :m] = data.words[at:at + m]; qf[r, :m] = data.features[at:at + m, :QUESTION_FEATURES].float() / 255; qm[r, :m] = 1
    p = torch.full((len(places), length), len(V) - 1); pf = torch.zeros(len(places), length, TOKEN_FEATURES); pm = torch.zeros(len(places), length, 1)
    same = torch.full((len(places), length), -1)
    for r, (at, m) in enumerate(places):
        p[r, :m] = data.words[at:at + m]; pf[r, :m] = data.features[at:at + m].float() / 255; pm[r, :m] = 1; same[r, :m] = data.same[at:at + m]
    table = torch.zeros(len(places), length, questions + 1); table.scatter_(2, same.masked_fill(same < 0, questions).unsqueeze(2), 1.0)
    starts, ends = torch.zeros(len(examples), n, length, dtype=torch.bool), torch.zeros(len(examples), n, length, dtype=torch.bool)
    for k, x in enumerate(examples):
        for i, s, e in x['gold']: starts[k, i, s] = True; ends[k, i, min(e, length - 1)] = True
    return dict(q=q, qf=qf, qm=qm, p=p, pf=pf, pm=pm, same=table[..., :questions], of=torch.tensor(of), spot=torch.tensor(spot), n=n, starts=starts, ends=ends)


def tables(b, s):
    """Scores of all sentences of each question: [Q, n, t]."""
    return torch.full((len(b['q']) * b['n'], s.shape[1]), FAR).index_copy(0, b['spot'], s).reshape(len(b['q']), b['n'], -1)


def loss_of(net, b):
    """Shared normalisation (Clark and Gardner 2017): one softmax over all sentences of a question and “none”."""
    s, e, none = net(b)
    total = 0
    lacks = ~b['starts'].flatten(1).any(1)
    for logits, right in ((tables(b, s), b['starts']), (tables(b, e), b['ends'])):
        all_ = torch.cat([logits.flatten(1), none.unsqueeze(1)], 1)
        wanted = torch.cat([right.flatten(1), lacks.unsqueeze(1)], 1)
        total = total + (all_.logsumexp(1) - all_.masked_fill(~wanted, 2 * FAR).logsumexp(1)).mean()
    return total


def spans(s, e):
    """The best span of each sentence: its score and its ends."""
    n, t = s.shape
    table = s.unsqueeze(2) + e.unsqueeze(1)
    ok = torch.ones(t, t).triu() - torch.ones(t, t).triu(SPAN)
    score, place = table.masked_fill(ok == 0, -1e9).reshape(n, -1).max(1)
    return score, place // t, place % t


def evaluate(net, data, limit):
    """How often the right sentence has the best span together with the first ranker's score; the area under the ROC curve
    of the margin; given the right sentence, overlap F1 of the span, exact, and how often the surest are right."""
    net.eval(); examples = data.examples[::max(1, len(data.examples) // limit)]; margins, sure = [], []
    f1 = exact = known = first = before = 0
    with torch.no_grad():
        for at in range(0, len(examples), 32):
            xs = examples[at:at + 32]; b = batch(data, xs); s, e, none = net(b); score, i, j = spans(s, e); r = 0
            for k, x in enumerate(xs):
                n = len(x['c']); right = {g[0] for g in x['gold']}; own = score[r:r + n]
                before += 0 in right; first += int((own + torch.tensor(x['prior'])).argmax()) in right
                margins.append((float(own.max()) - 2 * float(none[k]), bool(right)))
                if right:
                    g = min(right); golds = [t[1:] for t in x['gold'] if t[0] == g]; a, z = int(i[r + g]), int(j[r + g]); known += 1
                    def over(t):
                        o = min(z, t[1]) - max(a, t[0]) + 1
                        return 0 if o <= 0 else 2 * o / (z - a + 1 + t[1] - t[0] + 1)
                    best = max(over(t) for t in golds); f1 += best; exact += any([a, z] == t for t in golds)
                    sure.append((float(s[r + g].softmax(0)[a] * e[r + g].softmax(0)[z]), best >= .5))
                r += n
    yes, no = (np.array([v for v, r in margins if r == w]) for w in (True, False))
    area = np.mean(yes[:, None] > no[None]) if len(no) else 0
    net.train(); m = len(examples); sure.sort(reverse=True)
    top = lambda q: 100 * np.mean([right for _, right in sure[:int(q * known)]])
    return f'first {100*before/m:.1f} -> {100*first/m:.1f} area {area:.3f} F1 {100*f1/known:.1f} EM {100*exact/known:.1f} right@50% {top(.5):.1f} @70% {top(.7):.1f}'


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
dev = {n: Data(n) for n in ('dev-squad', 'dev-nq', 'dev-covid', 'dev-xquad', 'dev-near')}
usable = lambda x: x['q'][1] > 1 and all(n < 90 for _, n in x['c'])
squad_examples = [x for x in squad.examples if x['a'] % 3 in folds and usable(x)]
qamr_examples = [(d, [x for x in d.examples if usable(x)]) for d in qamr]
net = Reader(args.width, args.drop)
mean = {k: v.detach().clone() for k, v in net.state_dict().items()}
opt = torch.optim.Adam(net.parameters(), lr=args.rate, betas=(.9, .98), weight_decay=1e-6)
print('weights', sum(p.numel() for p in net.parameters()), 'squad', len(squad_examples), 'qamr', sum(len(e) for _, e in qamr_examples), flush=True)


def thinned(examples, count):  # fewer others for speed, and now and then the gold sentence left out
    out = []
    for x in examples:
        c, g = x['c'], x['gold']
        others = list(range(1, len(c))); random.shuffle(others)
        keep = [0] + others[:count]
        if g and len(c) > 2 and random.random() < .08: keep = keep[1:]
        out.append(dict(q=x['q'], c=[c[i] for i in keep], prior=[x['prior'][i] for i in keep], gold=[[keep.index(i), s, e] for i, s, e in g if i in keep]))
    return out


begin, step, running = time.time(), 0, 0.0
for epoch in range(args.epochs):
    # The last part on questions about whole articles alone: those of QAMR know their sentence.
    sources = [(squad, thinned(random.sample(squad_examples, len(squad_examples)), OTHERS))]
    if epoch < BOTH * args.epochs: sources += [(d, thinned(random.sample(e, len(e) // 2), 1)) for d, e in qamr_examples]
    steps = batches(sources, 96)
    for place, (data, examples) in enumerate(steps):
        done = (epoch + place / len(steps)) / args.epochs
        for group in opt.param_groups: group['lr'] = args.rate * min(1, (step + 1) / 200) * max(.01, 1 - done)
        loss = loss_of(net, batch(data, examples))
        opt.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(net.parameters(), 2.0); opt.step()
        step += 1; running = .99 * running + .01 * float(loss.detach()) if step > 1 else float(loss.detach())
        with torch.no_grad():  # what is kept is the running mean of the weights
            for k, v in net.state_dict().items(): mean[k].lerp_(v, 1 - min(.998, step / (step + 50)))
    now = {k: v.clone() for k, v in net.state_dict().items()}
    net.load_state_dict(mean)
    print(f'epoch {epoch} step {step} loss {running:.3f} {time.time()-begin:.0f} s', flush=True)
    if epoch % 3 == 1: print(*(f'{n}: {evaluate(net, d, 300)}' for n, d in dev.items()), sep='\n', flush=True)
    net.load_state_dict(now)
net.load_state_dict(mean)
torch.save(mean, args.out + '.pt')
write_model(args.out, mean)
for name, data in dev.items(): print('final', name, evaluate(net, data, 10000), flush=True)
