"""Keeps of the 250,000 pieces of the tokenizer those that the languages we care for are written with.

The vectors of pieces are two thirds of the model, and most are of scripts that nobody here can answer in. Kept is what the commonest words of
each language are made of (counted by wordfreq), and every single letter, digit and mark of the Latin, Cyrillic and Greek scripts.
Writes models/pieces.json (the tokenizer) and models/pieces.bin (a scale and 384 bytes a piece).
"""

import json
import unicodedata

import numpy
import wordfreq

import base_weights

# So many of the commonest words of each language: those that the bot speaks, then those of its neighbours.
COMMONEST = {
    'en': 100_000, 'ru': 40_000, 'de': 35_000, 'es': 30_000, 'fr': 30_000, 'pt': 25_000,
    'it': 10_000, 'nl': 8_000, 'pl': 8_000, 'uk': 8_000, 'tr': 5_000,
}
SHOUTED = 5_000
SPECIAL = 4
SPACE = '▁'
HIGHEST = 127


def kept_pieces(tokenizer, vocabulary):
    """The numbers of the pieces to keep, rising."""
    kept = set(range(SPECIAL))
    for language, count in COMMONEST.items():
        words = wordfreq.top_n_list(language, count, 'best')
        spellings = [spelling for word in words for spelling in (word, word.capitalize())]
        spellings += [word.upper() for word in words[:SHOUTED]]
        for encoding in tokenizer.encode_batch(spellings, add_special_tokens=False):
            kept.update(encoding.ids)
    kept.update(number for number, (piece, _) in enumerate(vocabulary) if is_sign(piece.replace(SPACE, '')))
    return sorted(kept)


def is_sign(text):
    """Whether a piece is a single letter of our scripts, or up to three digits and marks."""
    if len(text) <= 1:
        return all(is_ours(letter) for letter in text)
    return len(text) <= 3 and all(unicodedata.category(letter)[0] in 'NPS' and ord(letter) < 0x3000 for letter in text)


def is_ours(letter):
    category = unicodedata.category(letter)[0]
    if category == 'S' or (category in 'NPZ' and ord(letter) < 0x3000):
        return True
    return unicodedata.name(letter, '').startswith(('LATIN', 'CYRILLIC', 'GREEK'))


def pruned(tokenizer, kept):
    """The tokenizer with only these pieces, in the same order."""
    number_of = {old: new for new, old in enumerate(kept)}
    model = tokenizer['model']
    added = [{**token, 'id': number_of[token['id']]} for token in tokenizer['added_tokens'] if token['id'] in number_of]
    return {
        **tokenizer,
        'truncation': None,
        'padding': None,
        'added_tokens': added,
        'model': {**model, 'vocab': [model['vocab'][number] for number in kept], 'unk_id': number_of[model['unk_id']]},
    }


def to_bytes(vectors):
    """Each row as a scale and signed bytes."""
    scales = numpy.abs(vectors).max(1) / HIGHEST
    rows = numpy.clip(numpy.round(vectors / scales[:, None]), -HIGHEST, HIGHEST).astype(numpy.int8)
    return scales.astype('<f4'), rows


def main():
    base_weights.fetch()
    whole = json.loads(base_weights.TOKENIZER.read_text())
    kept = kept_pieces(base_weights.tokenizer(), whole['model']['vocab'])
    with open('models/pieces.json', 'w') as file:
        json.dump(pruned(whole, kept), file, ensure_ascii=False, separators=(',', ':'))
    scales, rows = to_bytes(base_weights.encoder([]).words.weight.detach().numpy()[kept])
    with open('models/pieces.bin', 'wb') as file:
        file.write(scales.tobytes() + rows.tobytes())
    print(f'{len(kept)} of {len(whole["model"]["vocab"])} pieces are kept')


if __name__ == '__main__':
    main()
