import type { Reason } from '../../answering/question/answer.ts';
import type { Detail } from '../../answering/question/answer-type.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import { type QuotingHabits, quotedForms, quotedWords } from '../kit/quoted-words.ts';
import type { Texts } from '../kit/texts.ts';
import { russianProblem } from './problems.ts';
import { russianRefusal } from './refusals.ts';
import { russianSettings } from './settings.ts';

const TAG = 'ru-RU';
const counted = counter(TAG);
const QUOTES: QuotingHabits = { marks: ['«', '»'], or: 'или', andMore: 'и другого' };

const ARTICLES: PluralForms = { one: 'статья', few: 'статьи', many: 'статей', other: 'статьи' };
const FACTS: PluralForms = { one: 'факт', few: 'факта', many: 'фактов', other: 'факта' };
const PROBLEMS: PluralForms = { one: 'проблема', few: 'проблемы', many: 'проблем', other: 'проблемы' };

const QUESTIONS: PluralForms = { one: 'вопрос', few: 'вопроса', many: 'вопросов', other: 'вопроса' };
const VOTES: PluralForms = { one: 'голос', few: 'голоса', many: 'голосов', other: 'голоса' };

const DAYS: PluralForms = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };

const DETAILS: Readonly<Record<Detail, string>> = {
  date: 'нет даты',
  number: 'нет числа',
  amount: 'нет суммы',
  person: 'нет имени',
  place: 'нет места',
};

function reason(why: Reason): string {
  switch (why.kind) {
    case 'no-question':
      return 'здесь нет вопроса';
    case 'small-talk':
      return 'на слова мимоходом источник не нужен';
    case 'not-mentioned':
      return `ни в одной статье нет ${quotedWords(why.words, QUOTES)}`;
    case 'nothing-close':
      return 'ни один отрывок не подходит достаточно близко';
    case 'partly-said':
      return `в отрывке не сказано: ${quotedWords(why.words, QUOTES)}`;
    case 'no-such-detail':
      return `в отрывке ${DETAILS[why.asksFor]}`;
    case 'not-spelt-out': {
      const [short, long] = quotedForms(why, QUOTES);
      return `${short} означает ${long}, но ни один отрывок этого не говорит`;
    }
    case 'taught':
      return 'модератор указал, что он отвечает на этот вопрос';
    case 'said':
      return 'в отрывке есть слова вопроса';
  }
}

/** Members are addressed as «вы». */
export const russian: Texts = {
  language: 'ru',
  tag: TAG,
  reason,
  confidence: { high: 'высокая', good: 'хорошая', low: 'низкая' },
  because: (level, why) => `${level}: ${why}`,
  despite: (level, why) => `${level}, но ${why}`,
  refusal: russianRefusal,
  problem: russianProblem,
  place: (paragraph, sentence) => `абзац ${paragraph}, предложение ${sentence}`,
  published: (day) => `опубликовано ${day}`,
  captured: (day) => `сохранено ${day}`,
  counted: {
    articles: (count) => counted(count, ARTICLES),
    facts: (count) => counted(count, FACTS),
    problems: (count) => counted(count, PROBLEMS),
  },
  more: {
    articles: (count) => `… и ещё ${counted(count, ARTICLES)}`,
    problems: (count) => `… и ещё ${counted(count, PROBLEMS)}`,
    lines: (count) =>
      `… и ещё ${counted(count, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' })}`,
  },
  answer: {
    unsure: 'Я не уверен. Вот самый близкий отрывок, который у меня есть:',
    readAs: (question) => `Прочитано как: ${question}`,
    understoodAs: (question) => `Понято как: ${question}`,
    where: 'Где',
    confidence: 'Уверенность',
    lastRead: 'статьи прочитаны',
    unknown: 'Я не знаю',
    tryOtherWords: 'Попробуйте слова из статей или просмотрите их: `/источники`.',
    nearest: 'Эти отрывки могут быть близки по теме:',
    maybeRelated: 'Этот отрывок может быть близок по теме, но я не знаю, отвечает ли он на ваш вопрос:',
    hello:
      'Здравствуйте! Спросите меня о чём-нибудь из статей; `/источники` покажет их, `/помощь` расскажет, что я умею.',
    noQuestion:
      'Не понимаю, о чём вопрос: здесь нет его целиком. Спросите меня о чём-нибудь из статей; `/источники` покажет их, `/помощь` расскажет, что я умею.',
    closeCall: 'Другой отрывок подходит почти так же: выберите ниже, если вы имели в виду его.',
    quotedIn: (language) => `Язык цитаты: ${language}.`,
    pointedAt: (mention) => `${mention}, это может помочь:`,
    sharedBy: (mention) => `Поделился ответом: ${mention}`,
    contextTitle: 'Вокруг цитаты',
    noMore: 'Других совпадений нет.',
    more: (count) => `… ещё ${count}`,
    pressForMore: (button) => `*${button}* покажет больше`,
    outdated: (day) => `Дата источника: ${day}. Сведения могли устареть.`,
  },
  sources: {
    page: (page, pages) => `страница ${page} из ${pages}`,
    learning: 'Я ещё внимательно читаю эти статьи: пока что я ориентируюсь только на их слова.',
  },
  refresh: {
    title: (articles, facts) => `Обновлено: ${articles}, ${facts}`,
    unchanged: 'Ничего не изменилось.',
    facts: (changes) => `Факты: ${changes}`,
    changes: (added, removed, changed) => `добавлено ${added}, удалено ${removed}, изменено ${changed}`,
    keptVersion: 'До перезапуска отвечает последняя читаемая версия.',
    previewTitle: (articles, facts) => `Предпросмотр: будет ${articles}, ${facts}`,
    wouldNotChange: 'Обновление ничего не изменит.',
    changedAnswers: 'Ответы, которые изменятся',
    sameAnswers: 'Ответы на последние вопросы не изменятся.',
    discarded: 'Отклонено: ничего не изменилось.',
    causes: {
      start: 'мой запуск',
      command: '`/обновить`',
      preview: 'применён предпросмотр',
      undo: 'отмена',
      files: 'файлы изменились',
    },
    elsewhere: 'на другом сервере',
    snapshotsTitle: 'Вернуться к тому, что отвечало раньше',
    noSnapshots: 'Возвращаться пока не к чему.',
    undone:
      'Так будет, пока папку не прочитают снова: через `/обновить`, когда в ней изменится файл или когда меня перезапустят.',
  },
  knowledge: {
    added: (facts) => `Добавлено: ${facts}. Теперь статья отвечает на этом сервере.`,
    replaced: (facts) => `Заменено; теперь ${facts}.`,
    unchanged: 'Ничего не изменилось: статья уже есть, слово в слово.',
    removed: (path) => `Удалено: ${path}. Статья больше не отвечает.`,
    list: (articles) => `Своё у этого сервера: ${articles}`,
    none: 'У этого сервера ещё нет своих статей. `/знания добавить` берёт файл или даёт написать заметку.',
    addedBy: (member, day) => `добавил ${member}, ${day}`,
    stale: (days) => `никто не проверял дольше, чем ${counted(days, DAYS)}`,
    saidIn: (titles) => `то же самое говорится в: ${titles}`,
    setAside:
      '⚠️ Работа с собственными статьями этого сервера дважды заняла слишком много времени, поэтому я отложил их: сейчас здесь отвечают только общие статьи. Посмотрите в `/знания список`, что добавили последним, и сократите или удалите это; после этого я снова буду использовать остальные.',
    unreadable: (path) =>
      `${path} не отвечает: больше не читается, или в своих статьях сервера вместе слишком много предложений и слов; добавьте заново или удалите другую`,
    lastChanges: 'Что изменили на этом сервере последним. Выберите, что отменить:',
    noChanges: 'На этом сервере ещё ничего не меняли.',
    undone: (what) => `Отменено; теперь ${what}`,
    change: {
      added: (name) => `добавлено: ${name}`,
      changed: (name) => `изменено: ${name}`,
      removed: (name) => `удалено: ${name}`,
      taught: (question) => `указан ответ: ${question}`,
      forgotten: (question) => `указанный ответ забыт: ${question}`,
    },
  },
  explain: {
    title: 'Почему такой ответ',
    read: 'Как я прочитал вопрос',
    shown: 'Что я показываю',
    why: 'Что из этого вышло',
    matches: 'Что подходит лучше всего',
    asksFor: (kind) => `спрашивает: ${kind}`,
    kinds: {
      date: 'когда',
      number: 'сколько',
      amount: 'какое количество',
      person: 'кто',
      place: 'где',
      abbreviation: 'что значит сокращение',
      things: 'что, один предмет или несколько',
      reason: 'почему',
      manner: 'как',
      'yes-no': 'да или нет',
      statement: 'ни о чём определённом: это не вопрос',
    },
    known: (word, weight) => `«${word}»: вес ${weight}`,
    corrected: (word, to, weight) => `«${word}» прочитано как «${to}»: вес ${weight}`,
    missing: (word) => `«${word}»: нет ни в одной статье`,
    outcomes: { answered: 'есть ответ', unsure: 'только ближайший отрывок', unknown: 'ответа нет' },
    confidence: (confidence, answered, unsure) =>
      `уверенность ${confidence}; ответ от ${answered}, ближайший отрывок от ${unsure}`,
    score: (share) => `оценка ${share} от лучшей`,
    index: (all, sentence) => `слова ${all}, в самом предложении ${sentence}`,
    around: (neighbours, paragraph, title) => `рядом ${neighbours}, абзац ${paragraph}, заголовок ${title}`,
    reading: (margin) => `прочитано как ответ: ${margin}`,
    unread: 'по словам не прочитано',
    unsaid: (words) => `не говорит: ${words}`,
    taughtAs: (question) => `ответ указан для вопроса: ${question}`,
    taughtGone: 'указанного отрывка в статьях больше нет, поэтому ответ как будто не указан',
  },
  stats: {
    title: (days) => `Последние дни: ${days}`,
    answered: (count) => `${count} с ответом`,
    unsure: (count) => `${count} с ближайшим отрывком`,
    unknown: (count) => `${count} без ответа`,
    questions: 'Спрашивали чаще всего',
    articles: 'Цитировались чаще всего',
    neverQuoted: 'Ни разу не цитировались',
  },
  privacy: {
    kept: (questions, votes) => `Я храню о вас: ${counted(questions, QUESTIONS)} и ${counted(votes, VOTES)}.`,
    forgotten: (questions, votes) =>
      `Удалено: ${counted(questions, QUESTIONS)} и ${counted(votes, VOTES)}. Не позднее чем через день их не будет ни в одном из моих файлов. Ваши решения модератора остаются.`,
    stays:
      'Удаление не отменяет того, чему модераторы меня научили или что записали словами вашего вопроса. Вашего имени там нет; попросите модератора это убрать. До перезапуска последние вопросы могут оставаться и в памяти, без имён.',
  },
  unanswered: {
    title: (count) =>
      count === 0
        ? 'Вопросов без ответа не осталось'
        : counted(count, {
            one: 'вопрос без ответа',
            few: 'вопроса без ответа',
            many: 'вопросов без ответа',
            other: 'вопроса без ответа',
          }),
    times: (count) => counted(count, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' }),
    once: (time) => `спросили ${time}`,
    between: (first, last) => `впервые ${first}, в последний раз ${last}`,
    privately: 'лично',
    whatToDo:
      'Укажите отрывок, который отвечает на вопрос, напишите ответ сами или уберите вопрос, пока его не зададут снова.',
    nothingToTeach: 'Ни один отрывок не близок к вопросу, указать нечего.',
    taught: (question) => `Теперь я отвечаю этим отрывком на вопрос: ${question}`,
    untaught: (question) => `Забыто. На этот вопрос я снова отвечаю только по статьям: ${question}`,
    dismissed: (question) => `Убрано, пока не спросят снова: ${question}`,
    nowKnown: (mention) => `${mention}, вы спрашивали меня об этом; теперь я знаю:`,
  },
  help: {
    title: 'Что я умею',
    what: [
      'Я отвечаю на вопросы по папке статей. Каждый ответ — цитата с точным источником; если ответа в статьях нет, я так и скажу.',
      'Задайте вопрос через `/спросить`, упомяните меня с вопросом, напишите мне лично или выберите *Приложения › Ответить на сообщение* у любого сообщения.',
      'Чтобы спросить дальше, ответьте на мой ответ: «а в Германии?», «когда?».',
      '`/источники` покажет список статей.',
    ],
    privacyTitle: 'Что я храню',
    privacy: [
      'Текст вопроса, ответ на него и идентификаторы: кто спросил, где и когда. `/приватность` покажет, сколько этого, и удалит.',
      'Ваш голос, «Полезно» или «Не полезно», с вашим идентификатором; считается последний.',
      'Для уточнений — ваш последний ответ здесь, десять минут, только в памяти.',
      'Других сообщений нет: я вижу лишь те, где меня упоминают, отвечают мне, пишут мне лично или на которые меня просят ответить.',
      'С машины, на которой я работаю, ничего не уходит никуда, кроме Discord.',
      'Вопрос, на который я ответил при всех, могу предложить другим на этом же сервере, без вашего имени.',
      'То, на что я не смог ответить, видят модераторы сервера; если ответ был только для вас — без имени спросившего.',
      'Что меняют модераторы (статьи, настройки, указанные ответы, обновления), с их идентификаторами и временем; `/приватность` этого не удаляет.',
    ],
    moderationTitle: 'Кто модерирует',
    moderation:
      'Те, кто может здесь управлять сообщениями или сервером или имеет выбранную для этого роль: командой `/обновить` они перечитывают статьи, командой `/без-ответа` учат меня и могут убрать любой ответ.',
  },
  settings: russianSettings,
  notices: {
    answerFollows: 'Это заняло немного времени. Вот ответ:',
    pressAgain: 'Форма открывалась слишком долго. Нажмите ещё раз, пожалуйста.',
    unknownCommand: 'Я больше не знаю этой команды; скоро она исчезнет из меню.',
    unknownInteraction: 'Я не знаю, что с этим делать.',
    failed: (id) => `У меня что-то пошло не так. Тот, кто меня запускает, найдёт это под «${id}».`,
    answered: (link) => `Ответ здесь: ${link}`,
    nothingToAnswer: 'В этом сообщении нет текста, на который я мог бы ответить.',
    handedOn: (place, isOwn) => (isOwn ? `Ваш вопрос теперь в ${place}.` : `Вопрос теперь в ${place}.`),
    askedHuman: (asker, by) => (by === null ? `${asker} спрашивает:` : `${by} передаёт вопрос от ${asker}:`),
  },
};
