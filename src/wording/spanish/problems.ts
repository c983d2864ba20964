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

const counted = counter('es-ES');
const numbers = new Intl.NumberFormat('es-ES');
const MORE_PARTS: PluralForms = {
  one: 'parte más del archivo no se puede usar',
  other: 'partes más del archivo no se pueden usar',
};

export function spanishProblem(cause: ProblemCause): ProblemWords {
  if ('moreLines' in cause) return leftOutInWords(cause);
  switch (cause.code) {
    case 'too-large':
      return {
        message: `El archivo pesa más de ${numbers.format(cause.maxMb)} MB.`,
        remedy: 'Divídelo en varios artículos.',
      };
    case 'system-error':
      return {
        message: `El sistema no ha podido leer esto (${cause.errorCode}).`,
        remedy: 'Revisa el disco y el archivo, y actualiza de nuevo.',
      };
    case 'folder-cannot-be-opened':
      return {
        message: `La carpeta de artículos no se puede abrir (${cause.errorCode}).`,
        remedy: NAME_A_FOLDER,
      };
    case 'reading-failed':
      return { message: `La lectura del archivo ha fallado (${cause.detail}).`, remedy: DIVIDE_THE_FILE };
    case 'too-many-marks':
      return {
        message: `La línea empieza con ${numbers.format(cause.marks)} signos de cita o de lista, o más.`,
        remedy: 'Quita los signos o pon el texto en un bloque de código.',
      };
    case 'invalid-list':
      return {
        message: `El archivo no es ${cause.format} válido: ${cause.detail}.`,
        remedy: 'Corrige este punto, o haz que un programa revise el archivo.',
      };
    case 'more-warnings':
      return {
        message: `${counted(cause.count, MORE_PARTS)}.`,
        remedy: 'Corrige las que se nombran primero.',
      };
    default:
      return frontMatterInWords(cause);
  }
}

function frontMatterInWords(cause: FrontMatterCause | FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'draft':
      return {
        message: `Este artículo es un borrador («${cause.written}»), así que no se lee.`,
        remedy: `Escribe «${cause.instead}» cuando los miembros puedan leerlo.`,
      };
    case 'key-twice':
      return {
        message: `El front matter tiene ${cause.key === null ? 'una clave' : `la clave «${cause.key}»`} dos veces.`,
        remedy: 'Borra una de las dos líneas.',
      };
    case 'invalid-yaml':
      return { message: `El front matter no es YAML válido: ${cause.detail}.`, remedy: MEND_THE_LINE };
    case 'invalid-toml':
      return { message: `El front matter no es TOML válido: ${cause.detail}.`, remedy: MEND_TOML };
    case 'open-front-matter':
      return {
        message: 'El front matter que empieza aquí no se cierra nunca.',
        remedy: `Pon una línea «${cause.fence}» entre el front matter y el texto.`,
      };
    case 'front-matter-too-long':
      return {
        message: `El front matter tiene más de ${numbers.format(cause.maxChars)} caracteres o de ${numbers.format(cause.maxLines)} líneas.`,
        remedy: `Comprueba que la línea «${cause.fence}» que lo cierra está antes del texto; si no, acorta las listas.`,
      };
    case 'title-too-long':
      return {
        message: `El título tiene más de ${numbers.format(cause.maxChars)} caracteres.`,
        remedy: 'Acórtalo y comprueba que no es un párrafo del texto.',
      };
    default:
      return fieldInWords(cause);
  }
}

function fieldInWords(cause: FieldCause | PlainCause): ProblemWords {
  switch (cause.code) {
    case 'not-a-date':
      return {
        message: `«${cause.key}» no es un día del calendario en la forma AAAA-MM-DD.`,
        remedy: `Escríbelo así: «${cause.key}: 2018-12-17».`,
      };
    case 'year-out-of-range':
      return {
        message: `«${cause.key}» indica un año anterior a ${cause.earliest} o posterior a ${cause.latest}.`,
        remedy: `Escríbelo así: «${cause.key}: 2018-12-17».`,
      };
    case 'field-too-long':
      return {
        message: `«${cause.key}» tiene más de ${numbers.format(cause.maxChars)} caracteres, así que se omite.`,
        remedy: 'Acórtalo.',
      };
    case 'host-not-linkable':
      return {
        message: `«url» lleva a «${cause.host}», que Discord no toma por una dirección web.`,
        remedy: 'Indica un host con un punto y sin guiones bajos, como en https://example.org.',
      };
    case 'not-days':
      return {
        message: `«${cause.key}» no es un número de días de 1 a ${numbers.format(cause.maxDays)}.`,
        remedy: `Escríbelo así: «${cause.key}: 90».`,
      };
    case 'alias-too-long':
      return {
        message: `Una forma corta tiene como mucho ${numbers.format(cause.maxShortChars)} caracteres y una larga, ${numbers.format(cause.maxLongChars)}; esta abreviatura se omite.`,
        remedy: 'Acórtala o explícala en el texto.',
      };
    case 'pinned-too-long':
      return {
        message: `Esta pregunta fijada tiene más de ${numbers.format(cause.maxChars)} caracteres, así que se omite.`,
        remedy: 'Acórtala a lo que preguntaría un miembro.',
      };
    case 'too-many-entries':
      return {
        message: `«${cause.key}» tiene más de ${numbers.format(cause.max)} entradas; las que siguen desde aquí se omiten.`,
        remedy: 'Divide el artículo o quédate con las entradas más importantes.',
      };
    default:
      return PROBLEMS[cause.code];
  }
}

function leftOutInWords(cause: LeftOutCause): ProblemWords {
  const { message, remedy } = leftOut(cause);
  const more = cause.moreLines === 0 ? '' : `, en esta línea y en ${cause.moreLines} más`;
  return { message: `${message}${more}.`, remedy };
}

/** The message goes on, or ends without a full stop. */
function leftOut(cause: LeftOut): ProblemWords {
  switch (cause.code) {
    case 'long-heading':
      return {
        message: `Se ha cortado un encabezado de más de ${numbers.format(cause.maxChars)} caracteres`,
        remedy: 'Acórtalo y comprueba que no es un párrafo del texto.',
      };
    case 'long-html':
      return {
        message: `No se ha leído HTML con más de ${numbers.format(cause.maxTags)} etiquetas de una sola pieza`,
        remedy: 'Pon líneas en blanco entre sus partes o escríbelo como Markdown.',
      };
    default:
      return LEFT_OUT[cause.code];
  }
}

const DIVIDE_THE_FILE = 'Divídelo en varios archivos más pequeños.';
const NAME_A_FOLDER = 'Indica una carpeta existente de artículos que el bot pueda leer.';
const SAVE_AS_UTF8 =
  'Guarda el archivo como UTF-8 (en la mayoría de los editores: «Guardar con codificación»).';
const MEND_TOML = 'Corrige esta línea; un texto va entre comillas, como title = "Horario".';
const MEND_THE_LINE =
  'Corrige esta línea; un texto que contiene «: » o « #», o que empieza por un signo especial, va entre comillas.';

const PROBLEMS: Readonly<Record<PlainCauseCode, ProblemWords>> = {
  'file-gone': {
    message: 'El archivo ya no estaba cuando se iba a leer.',
    remedy: 'Actualiza de nuevo cuando nadie esté cambiando la carpeta.',
  },
  'no-permission': {
    message: 'El bot no tiene permiso para leer esto.',
    remedy: 'Da ese permiso a la cuenta con la que funciona el bot.',
  },
  'name-not-utf8': {
    message: 'Este nombre no está en UTF-8, así que el archivo o la carpeta no se puede abrir.',
    remedy: 'Cámbiale el nombre, con letras sencillas; «convmv» lo hace con muchos nombres a la vez.',
  },
  'not-regular-file': {
    message: 'Esto no es un archivo normal.',
    remedy: 'Sustitúyelo por un archivo de texto o dale un nombre que no sea de artículo.',
  },
  'utf-16': { message: 'El archivo está guardado como UTF-16, no como UTF-8.', remedy: SAVE_AS_UTF8 },
  'not-utf8': { message: 'El archivo no es texto en UTF-8.', remedy: SAVE_AS_UTF8 },
  'nul-character': {
    message: 'El archivo contiene un carácter NUL, así que no es texto sin formato.',
    remedy: SAVE_AS_UTF8,
  },
  'no-folder': { message: 'La carpeta de artículos no existe.', remedy: NAME_A_FOLDER },
  'folder-is-file': { message: 'La carpeta de artículos no es una carpeta.', remedy: NAME_A_FOLDER },
  'link-leaves-folder': {
    message: 'Este enlace simbólico lleva fuera de la carpeta de artículos, así que no se ha seguido.',
    remedy: 'Copia el archivo o la carpeta en la carpeta de artículos.',
  },
  'link-to-nothing': {
    message: 'Este enlace simbólico no lleva a nada.',
    remedy: 'Quita el enlace o repón aquello a lo que llevaba.',
  },
  'link-to-itself': {
    message: 'Este enlace simbólico vuelve a sí mismo.',
    remedy: 'Quita el enlace o haz que lleve a un archivo.',
  },
  'takes-too-long': { message: 'Leer el archivo lleva demasiado tiempo.', remedy: DIVIDE_THE_FILE },
  'takes-too-much-memory': { message: 'Leer el archivo ocupa demasiada memoria.', remedy: DIVIDE_THE_FILE },
  'empty-file': {
    message: 'El archivo está vacío.',
    remedy: 'Escribe en él el artículo o borra el archivo.',
  },
  'no-text': {
    message: 'El artículo no tiene texto debajo del título.',
    remedy: 'Escribe al menos un párrafo; los encabezados y las imágenes no cuentan.',
  },
  'nested-too-deeply': {
    message: 'El texto está demasiado anidado para leerlo.',
    remedy: 'Quita signos de cita, de lista o de énfasis.',
  },
  'too-much-markdown': {
    message:
      'El texto contiene más signos, elementos de lista, encabezados o celdas de los que se pueden leer a tiempo.',
    remedy:
      'Divídelo en varios artículos; termina los párrafos, citas y elementos de lista largos con líneas en blanco.',
  },
  'yaml-nested-too-deeply': {
    message: 'El front matter no es YAML válido: está demasiado anidado.',
    remedy: MEND_THE_LINE,
  },
  'not-key-value-lines': {
    message: 'El front matter no es una lista de líneas «clave: valor».',
    remedy: 'Escribe al menos «title: …» entre las líneas «---».',
  },
  'no-question-list': {
    message: 'El archivo no contiene ninguna lista de preguntas y respuestas.',
    remedy: 'Da a cada entrada una «question» y una «answer»; el README muestra cómo.',
  },
  'title-not-text': { message: 'El título no es un texto.', remedy: 'Escríbelo entre comillas: title: "…".' },
  'title-control-characters': {
    message: 'El título contiene caracteres de control.',
    remedy: 'Escríbelo de nuevo, como texto sin formato.',
  },
  'title-empty': { message: 'El título está vacío.', remedy: 'Escribe cómo se llama el artículo.' },
  'url-not-web-address': {
    message: '«url» no es una dirección web.',
    remedy: 'Escríbela entera, con https:// delante.',
  },
  'publisher-not-text': {
    message: '«publisher» no es un texto en una línea.',
    remedy: 'Escribe «publisher: Nombre».',
  },
  'language-unknown': {
    message: '«language» no es el código de un idioma.',
    remedy: 'Escríbelo así: «language: en» o «language: pt-BR».',
  },
  'alias-not-pair': {
    message: 'Esta abreviatura no es una forma corta con su forma larga.',
    remedy: 'Escríbela así: «CCD: Customs Cooperation Directorate», entre comillas si contiene signos.',
  },
  'pinned-not-list': {
    message: '«pinned» no es una lista.',
    remedy: 'Pon cada pregunta en su propia línea debajo de «pinned:», empezando por «- ».',
  },
  'pinned-not-text': {
    message: 'Esta pregunta fijada no es un texto.',
    remedy: 'Escríbela después de «- », entre comillas si contiene «: ».',
  },
};

/** The messages go on, or end without a full stop. */
const LEFT_OUT: Readonly<Record<PlainLeftOutCode, ProblemWords>> = {
  struck: {
    message: 'El texto tachado nunca se cita',
    remedy: 'No hay que hacer nada; quita los signos donde el texto siga valiendo.',
  },
  turned: {
    message: 'Se han omitido caracteres invisibles que invierten el sentido de la escritura',
    remedy: 'Bórralos donde el texto no deba ir en el otro sentido.',
  },
  'open-comment': {
    message: 'El comentario que empieza aquí no se cierra nunca, así que nada de lo que sigue se lee',
    remedy: 'Ciérralo con «-->».',
  },
  'open-element': {
    message:
      'Una etiqueta que oculta lo que la sigue, como «<div hidden>» o «<script>», no se cierra nunca, así que nada de lo que sigue se lee',
    remedy: 'Ciérrala, por ejemplo con «</div>» o «</script>», o bórrala.',
  },
  'extra-cells': {
    message: 'Se han omitido celdas que sobran respecto a las columnas del encabezado de la tabla',
    remedy:
      'Añade una columna al encabezado y a la línea de debajo; para una barra dentro de una celda escribe «\\|».',
  },
  'unused-footnote': {
    message: 'Se ha omitido una nota al pie a la que nada remite o cuyo nombre aparece dos veces',
    remedy: 'Pon su llamada, como «[^1]», en el texto, o bórrala.',
  },
  'not-included': {
    message:
      'Se ha omitido una línea que inserta el texto de otro archivo, porque aquí solo se lee el archivo mismo',
    remedy: 'Copia el texto en este lugar, o pon el otro archivo en la carpeta de conocimientos.',
  },
};
