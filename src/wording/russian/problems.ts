import type {
  FieldCause,
  FrontMatterCause,
  LeftOut,
  LeftOutCause,
  PlainCause,
  PlainCauseCode,
  PlainLeftOutCode,
  ProblemCause,
} from '../../knowledge/article/problem.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import type { ProblemWords } from '../kit/texts.ts';

const counted = counter('ru-RU');
const numbers = new Intl.NumberFormat('ru-RU');
const MORE_PARTS: PluralForms = {
  one: 'часть файла',
  few: 'части файла',
  many: 'частей файла',
  other: 'части файла',
};
const MORE_LINES: PluralForms = { one: 'строке', other: 'строках' };

export function russianProblem(cause: ProblemCause): ProblemWords {
  if ('moreLines' in cause) return leftOutInWords(cause);
  switch (cause.code) {
    case 'too-large':
      return {
        message: `Файл больше ${numbers.format(cause.maxMb)} МБ.`,
        remedy: 'Разделите его на несколько статей.',
      };
    case 'system-error':
      return {
        message: `Система не смогла это прочитать (${cause.errorCode}).`,
        remedy: 'Проверьте диск и файл, затем обновите ещё раз.',
      };
    case 'folder-cannot-be-opened':
      return { message: `Папка со статьями не открывается (${cause.errorCode}).`, remedy: NAME_A_FOLDER };
    case 'reading-failed':
      return { message: `Прочитать файл не удалось (${cause.detail}).`, remedy: DIVIDE_THE_FILE };
    case 'too-many-marks':
      return {
        message: `Строка начинается с ${numbers.format(cause.marks)} или более знаков цитаты или списка.`,
        remedy: 'Уберите эти знаки или поместите текст в блок кода.',
      };
    case 'invalid-list':
      return {
        message: `Файл не является правильным ${cause.format}: ${cause.detail}.`,
        remedy: 'Исправьте это место или проверьте файл программой.',
      };
    case 'more-warnings':
      return {
        message: `Ещё ${counted(cause.count, MORE_PARTS)} использовать нельзя.`,
        remedy: 'Сначала исправьте то, что названо выше.',
      };
    default:
      return frontMatterInWords(cause);
  }
}

function frontMatterInWords(cause: FrontMatterCause | FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'draft':
      return {
        message: `Эта статья — черновик («${cause.written}»), поэтому она не читается.`,
        remedy: `Напишите «${cause.instead}», когда участникам можно будет её читать.`,
      };
    case 'key-twice':
      return {
        message: `Во front matter ${cause.key === null ? 'один из ключей' : `ключ «${cause.key}»`} стоит дважды.`,
        remedy: 'Удалите одну из двух строк.',
      };
    case 'invalid-yaml':
      return { message: `Ошибка YAML во front matter: ${cause.detail}.`, remedy: MEND_THE_LINE };
    case 'invalid-toml':
      return { message: `Ошибка TOML во front matter: ${cause.detail}.`, remedy: MEND_TOML };
    case 'open-front-matter':
      return {
        message: 'Front matter, который здесь начинается, не закрыт.',
        remedy: `Поставьте строку «${cause.fence}» между front matter и текстом.`,
      };
    case 'front-matter-too-long':
      return {
        message: `Front matter длиннее ${numbers.format(cause.maxChars)} символов или ${numbers.format(cause.maxLines)} строк.`,
        remedy: `Проверьте, что закрывающая строка «${cause.fence}» стоит перед текстом; если это так, сократите списки.`,
      };
    case 'title-too-long':
      return {
        message: `Заголовок статьи длиннее ${numbers.format(cause.maxChars)} символов.`,
        remedy: 'Сократите его и проверьте, не абзац ли это текста.',
      };
    default:
      return fieldInWords(cause);
  }
}

function fieldInWords(cause: FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'not-a-date':
      return {
        message: `«${cause.key}» — не день календаря в виде ГГГГ-ММ-ДД.`,
        remedy: `Напишите так: «${cause.key}: 2018-12-17».`,
      };
    case 'year-out-of-range':
      return {
        message: `В «${cause.key}» назван год раньше ${cause.earliest} или позже ${cause.latest}.`,
        remedy: `Напишите так: «${cause.key}: 2018-12-17».`,
      };
    case 'field-too-long':
      return {
        message: `«${cause.key}» длиннее ${numbers.format(cause.maxChars)} символов, поэтому не используется.`,
        remedy: 'Сократите его.',
      };
    case 'host-not-linkable':
      return {
        message: `«url» ведёт на «${cause.host}», что Discord не считает веб-адресом.`,
        remedy: 'Укажите узел с точкой и без подчёркиваний, как в https://example.org.',
      };
    case 'not-days':
      return {
        message: `«${cause.key}» — не число дней от 1 до ${numbers.format(cause.maxDays)}.`,
        remedy: `Напишите так: «${cause.key}: 90».`,
      };
    case 'alias-too-long':
      return {
        message: `В краткой форме не больше ${numbers.format(cause.maxShortChars)} символов, в полной — ${numbers.format(cause.maxLongChars)}; это сокращение не используется.`,
        remedy: 'Сделайте его короче или объясните в тексте.',
      };
    case 'pinned-too-long':
      return {
        message: `Этот закреплённый вопрос длиннее ${numbers.format(cause.maxChars)} символов, поэтому не используется.`,
        remedy: 'Сократите его до того, что спросил бы участник.',
      };
    case 'too-many-entries':
      return {
        message: `В «${cause.key}» больше ${numbers.format(cause.max)} записей; начиная с этой, они не используются.`,
        remedy: 'Разделите статью или оставьте самые важные записи.',
      };
    default:
      return PROBLEMS[cause.code];
  }
}

function leftOutInWords(cause: LeftOutCause): ProblemWords {
  const { message, remedy } = leftOut(cause);
  const more = cause.moreLines === 0 ? '' : `, в этой строке и ещё в ${counted(cause.moreLines, MORE_LINES)}`;
  return { message: `${message}${more}.`, remedy };
}

/** The message goes on, or ends without a full stop. */
function leftOut(cause: LeftOut): ProblemWords {
  switch (cause.code) {
    case 'long-heading':
      return {
        message: `Заголовок длиннее ${numbers.format(cause.maxChars)} символов обрезан`,
        remedy: 'Сократите его и проверьте, не абзац ли это текста.',
      };
    case 'long-html':
      return {
        message: `HTML, в котором больше ${numbers.format(cause.maxTags)} тегов подряд, не прочитан`,
        remedy: 'Разделите его части пустыми строками или напишите его в Markdown.',
      };
    default:
      return LEFT_OUT[cause.code];
  }
}

const DIVIDE_THE_FILE = 'Разделите его на несколько файлов поменьше.';
const NAME_A_FOLDER = 'Укажите существующую папку со статьями, которую бот может читать.';
const SAVE_AS_UTF8 = 'Сохраните файл в UTF-8 (в большинстве редакторов: «Сохранить с кодировкой»).';
const MEND_TOML = 'Исправьте эту строку; текст пишется в кавычках, например title = "Часы работы".';
const MEND_THE_LINE =
  'Исправьте эту строку; текст, в котором есть «: » или « #» или который начинается со специального знака, берут в кавычки.';

const PROBLEMS: Readonly<Record<PlainCauseCode, ProblemWords>> = {
  'file-gone': {
    message: 'Файл исчез раньше, чем его удалось прочитать.',
    remedy: 'Обновите ещё раз, когда папку никто не меняет.',
  },
  'no-permission': {
    message: 'Боту нельзя это читать.',
    remedy: 'Дайте такое право учётной записи, под которой работает бот.',
  },
  'name-not-utf8': {
    message: 'Это имя не в UTF-8, поэтому файл или папку нельзя открыть.',
    remedy: 'Переименуйте его простыми буквами; «convmv» делает это сразу для многих имён.',
  },
  'not-regular-file': {
    message: 'Это не обычный файл.',
    remedy: 'Замените его текстовым файлом или дайте ему имя, какого у статей не бывает.',
  },
  'utf-16': { message: 'Файл сохранён в UTF-16, а не в UTF-8.', remedy: SAVE_AS_UTF8 },
  'not-utf8': { message: 'Файл — не текст в UTF-8.', remedy: SAVE_AS_UTF8 },
  'nul-character': {
    message: 'В файле есть символ NUL, значит, это не простой текст.',
    remedy: SAVE_AS_UTF8,
  },
  'no-folder': { message: 'Папки со статьями не существует.', remedy: NAME_A_FOLDER },
  'folder-is-file': { message: 'Папка со статьями — не папка.', remedy: NAME_A_FOLDER },
  'link-leaves-folder': {
    message: 'Эта символическая ссылка ведёт за пределы папки со статьями, поэтому по ней не пошли.',
    remedy: 'Скопируйте файл или папку в папку со статьями.',
  },
  'link-to-nothing': {
    message: 'Эта символическая ссылка никуда не ведёт.',
    remedy: 'Удалите ссылку или верните то, на что она вела.',
  },
  'link-to-itself': {
    message: 'Эта символическая ссылка ведёт на саму себя.',
    remedy: 'Удалите ссылку или направьте её на файл.',
  },
  'takes-too-long': { message: 'Чтение файла занимает слишком много времени.', remedy: DIVIDE_THE_FILE },
  'takes-too-much-memory': {
    message: 'Чтение файла занимает слишком много памяти.',
    remedy: DIVIDE_THE_FILE,
  },
  'empty-file': { message: 'Файл пуст.', remedy: 'Напишите в нём статью или удалите файл.' },
  'no-text': {
    message: 'Под заголовком статьи нет текста.',
    remedy: 'Напишите хотя бы один абзац; заголовки и картинки не считаются.',
  },
  'nested-too-deeply': {
    message: 'Вложенность текста слишком глубока, чтобы его прочитать.',
    remedy: 'Уберите знаки цитат, списков или выделения.',
  },
  'too-much-markdown': {
    message:
      'В тексте больше знаков разметки, пунктов списков, заголовков или ячеек, чем можно прочитать за отведённое время.',
    remedy:
      'Разделите его на несколько статей; после длинных абзацев, цитат и пунктов списка ставьте пустые строки.',
  },
  'yaml-nested-too-deeply': {
    message: 'Ошибка YAML во front matter: слишком глубокая вложенность.',
    remedy: MEND_THE_LINE,
  },
  'not-key-value-lines': {
    message: 'Front matter — не список строк вида «ключ: значение».',
    remedy: 'Напишите хотя бы «title: …» между строками «---».',
  },
  'no-question-list': {
    message: 'В файле нет списка вопросов и ответов.',
    remedy: 'Дайте каждой записи поля «question» и «answer»; в README показано как.',
  },
  'title-not-text': {
    message: 'Заголовок статьи — не текст.',
    remedy: 'Напишите его в кавычках: title: "…".',
  },
  'title-control-characters': {
    message: 'В заголовке статьи есть управляющие символы.',
    remedy: 'Наберите его заново простым текстом.',
  },
  'title-empty': { message: 'Заголовок статьи пуст.', remedy: 'Напишите, как называется статья.' },
  'url-not-web-address': {
    message: '«url» — не веб-адрес.',
    remedy: 'Напишите его полностью, начиная с https://.',
  },
  'publisher-not-text': {
    message: '«publisher» — не текст в одной строке.',
    remedy: 'Напишите «publisher: Название».',
  },
  'language-unknown': {
    message: '«language» — не код языка.',
    remedy: 'Напишите так: «language: en» или «language: pt-BR».',
  },
  'alias-not-pair': {
    message: 'Это сокращение — не краткая форма с её полной формой.',
    remedy:
      'Напишите так: «CCD: Customs Cooperation Directorate», в кавычках, если внутри есть специальные знаки.',
  },
  'pinned-not-list': {
    message: '«pinned» — не список.',
    remedy: 'Запишите каждый вопрос на своей строке под «pinned:», начиная с «- ».',
  },
  'pinned-not-text': {
    message: 'Этот закреплённый вопрос — не текст.',
    remedy: 'Напишите его после «- », в кавычках, если в нём есть «: ».',
  },
};

/** The messages go on, or end without a full stop. */
const LEFT_OUT: Readonly<Record<PlainLeftOutCode, ProblemWords>> = {
  struck: {
    message: 'Зачёркнутый текст никогда не цитируется',
    remedy: 'Ничего делать не нужно; уберите знаки там, где текст ещё верен.',
  },
  turned: {
    message: 'Невидимые символы, которые меняют направление письма, пропущены',
    remedy: 'Удалите их там, где текст не должен идти в другую сторону.',
  },
  'open-comment': {
    message: 'Комментарий, который здесь начинается, не закрыт, поэтому ниже ничего не читается',
    remedy: 'Закройте его знаком «-->».',
  },
  'open-element': {
    message:
      'Тег, который скрывает всё после себя, например «<div hidden>» или «<script>», не закрыт, поэтому ниже ничего не читается',
    remedy: 'Закройте его, например «</div>» или «</script>», или удалите.',
  },
  'extra-cells': {
    message: 'Ячейки, для которых в шапке таблицы нет столбцов, пропущены',
    remedy: 'Добавьте столбец в шапку и в строку под ней; вертикальную черту внутри ячейки пишите как «\\|».',
  },
  'unused-footnote': {
    message: 'Сноска, на которую ничто не ссылается или имя которой стоит дважды, пропущена',
    remedy: 'Поставьте её знак, например «[^1]», в текст или удалите её.',
  },
  'not-included': {
    message: 'Строка, которая вставляет текст другого файла, пропущена: здесь читается только сам файл',
    remedy: 'Скопируйте текст в это место или положите другой файл в папку знаний.',
  },
};
