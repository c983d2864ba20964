import { listArticleEndings } from '../kit/article-endings.ts';
import { counter, type PluralForms } from '../kit/plurals.ts';
import { listed } from '../kit/problem-list.ts';
import type { PlainRefusalKind, Refusal } from '../kit/texts.ts';
import { spanishProblem } from './problems.ts';

const counted = counter('es-ES');
const numbers = new Intl.NumberFormat('es-ES');
const SECONDS: PluralForms = { one: 'segundo', other: 'segundos' };

export function spanishRefusal(what: Refusal): string {
  switch (what.kind) {
    case 'cooling-down':
      return `No tan rápido: podrás preguntar aquí de nuevo en ${counted(Math.ceil(what.waitMs / 1000), SECONDS)}.`;
    case 'took-too-long':
      return `Esto me llevaba demasiado tiempo, así que he parado. Pregunta con menos palabras o con otras. Si vuelve a pasar, avisa a quien me administra: lo encuentra como «${what.id}».`;
    case 'not-yours':
      return `Esto pertenece a ${what.owner}; un moderador también puede usarlo.`;
    case 'article-too-large':
      return `El archivo pesa más de ${what.maxKb} KB. Divídelo en varios artículos.`;
    case 'article-unreadable':
      return listed(
        'Este archivo no se puede leer como artículo; nada ha cambiado.',
        what.problems,
        spanishProblem,
      );
    case 'no-readable-article':
      return listed(
        'Ya no hay ningún artículo legible, así que los anteriores siguen respondiendo.',
        what.problems,
        spanishProblem,
      );
    case 'too-many-articles':
      return `Un servidor tiene como mucho ${what.max} artículos propios. Quita uno antes.`;
    case 'articles-too-large':
      return `Los artículos propios de un servidor ocupan juntos como mucho ${what.maxMb} MB, y estos ocuparían más. Quita uno antes (\`/saber quitar\`) o sustituye uno por un archivo más corto del mismo nombre.`;
    case 'articles-too-many-facts':
      return `Los artículos propios de un servidor tienen juntos como mucho ${numbers.format(what.maxFacts)} frases y unas ${numbers.format(what.maxWords)} palabras, con los títulos contados en cada párrafo que tienen debajo; con este habría más. Quita uno antes (\`/saber quitar\`), o acorta las listas largas, los títulos y el texto que hay antes de las listas.`;
    case 'too-many-taught':
      return `Un servidor puede enseñarme como mucho ${what.max} preguntas. Quita una antes: con \`/saber explicar\` y luego «Olvidar lo enseñado».`;
    case 'shared-folder':
      return `Estos artículos responden en todos los servidores en los que estoy, así que quien me administra decide qué moderadores pueden hacerlo. Hace falta el ID de este servidor, ${what.guildId}, en el ajuste \`KNOWLEDGE_GUILD_IDS\`. De los artículos propios de este servidor te ocupas tú: \`/saber\`.`;
    default:
      return REFUSALS[what.kind];
  }
}

const REFUSALS: Readonly<Record<PlainRefusalKind, string>> = {
  'not-a-moderator':
    'Solo los moderadores pueden hacerlo: hace falta el permiso «Gestionar mensajes» o un rol que este servidor haya elegido para ello.',
  'not-a-manager':
    'Solo pueden hacerlo quienes gestionan el servidor: hace falta el permiso «Gestionar servidor».',
  everyone: '@everyone son todas las personas de este servidor. Elige un rol que solo tengan las adecuadas.',
  'not-here': 'En este canal no puedo hablar: el servidor ha elegido otros para mí.',
  'unknown-button': 'Este botón ya no es mío. Pregunta de nuevo, por favor.',
  'passage-gone': 'Este pasaje ya no está en los artículos. Pregunta de nuevo, por favor.',
  'answer-forgotten': 'Ya no sé qué se preguntó aquí. Pregunta de nuevo, por favor.',
  'no-human': 'Ya no hay ningún canal ni rol al que pueda pasar preguntas.',
  'human-out-of-reach':
    'No puedo escribir donde se pasan las preguntas. Un moderador puede permitírmelo o elegir otro canal.',
  'no-article-file': `Un artículo es un archivo cuyo nombre termina en ${listArticleEndings('es')}.`,
  'no-such-article': 'Este servidor no tiene tal artículo propio. `/saber lista` los muestra.',
  'changed-since': 'Esto ya no se puede deshacer: lo mismo se ha cambiado desde entonces.',
  'upload-lost': 'No he podido traer el archivo de Discord. Inténtalo de nuevo.',
  settled: 'Esto ya está resuelto. `/sin-respuesta` muestra lo que queda.',
  'not-the-asker': 'Solo se puede avisar a quien lo preguntó; pregúntalo para que te avise también.',
  'preview-gone':
    'Esta vista previa ya no es válida: los artículos han cambiado desde entonces o me han reiniciado. Nada ha cambiado; pide otra vista previa.',
  'snapshot-gone': 'Ese estado de los artículos ya no se guarda, así que nada ha cambiado. Elige otro.',
  'snapshot-damaged':
    'Ese estado de los artículos está dañado en mi base de datos, así que nada ha cambiado. Elige otro, o vuelve a leer la carpeta con `/refresh`.',
  'not-kept': 'Ahora no puedo anotar nada, así que nada ha cambiado. Inténtalo más tarde, por favor.',
  'not-taught':
    'Lo que se enseñó aquí ha cambiado desde entonces, así que ahora nada ha cambiado. `/saber explicar` muestra cómo está.',
};
