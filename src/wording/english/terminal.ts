/** Texts of the terminal, which speaks English alone: nobody has to translate them. */
export const TERMINAL = {
  facts: '{count, plural, one {# fact} other {# facts}}',
  conversation: {
    opening:
      'Ask me about {facts} from {articles}. Type “help” to see what you can do here, and “exit” to end.',
    help: {
      ask: 'Type a question, or after an answer a short one such as “when?”.',
      near: 'Type the number of a related passage to read it.',
      keys: 'Press Tab to complete a question, and arrow up to get back an earlier one.',
      end: 'Type “exit” to end, or press Ctrl-D.',
    },
    /** `numbers` is a list such as “1, 2 or 3”. */
    openNear: 'Type {numbers} to read that passage.',
    byWords:
      'I am still reading these articles closely, once, so this answer compares words alone. Ask again in a minute for a better one.',
  },
  answer: {
    confidence: 'Confidence: {confidence}.',
    /** `command` is the one that lists the articles. */
    hello: 'Hello! Ask me something about the articles. To see which there are: {command}',
    noQuestion: '{reason}. Ask me something about the articles. To see which there are: {command}',
    unknown: 'I don’t know.',
    tryOtherWords: 'Ask in other words. To see which articles there are: {command}',
    unsure: 'I am not sure. The closest passage I have:',
    left: '{more}, in {location}',
    rivals: 'These fit about as well:',
    others: 'Other close matches:',
    picture: 'Picture: {picture}',
  },
  /** While the first question of a folder waits. `time` is one of the two below. */
  reading: {
    start: 'Reading {facts} closely, once; this may take {time}.',
    progress: 'Reading {facts} closely, once: {done, number} done, {time} left',
    seconds: '{count, number} s',
    minutes: '{count, number} min',
  },
  articles: {
    noDates: 'no dates',
    total: '{articles}, {facts}, {problems}.',
    /** `files` is a list of paths. */
    passedOver:
      '{count, plural, one {# file was passed over, because I can’t read its kind} other {# files were passed over, because I can’t read their kind}}: {files}. docs/articles.md tells how to convert them.',
    more: '{count, number} more',
    parts: {
      sections: '{count, plural, one {# section} other {# sections}}',
      questions: '{count, plural, one {# question} other {# questions}}',
      lists: '{count, plural, one {# list} other {# lists}}',
      tables: '{count, plural, one {# table} other {# tables}}',
      codeBlocks: '{count, plural, one {# code block} other {# code blocks}}',
    },
  },
  /** `npm run doctor`: what it finds, and what to do. */
  doctor: {
    summary:
      '{wrong, plural, =0 {The bot can run.} one {# thing has to be put right first.} other {# things have to be put right first.}}{doubtful, plural, =0 {} one { # thing may be meant otherwise.} other { # things may be meant otherwise.}}',
    node: 'Node.js {version}.',
    newerNode: 'Install Node.js 20.20 or newer.',
    settings: 'The settings can be used.',
    correctSettings: 'Correct it in .env or the environment.',
    articles:
      '{articles, plural, one {# article} other {# articles}} with {facts, plural, one {# fact} other {# facts}}, {problems, plural, =0 {no problems} one {# problem} other {# problems}}.',
    listProblems: '“npm run articles” lists the problems.',
    readableArticle: 'KNOWLEDGE_DIR has to name a folder with an article.',
    /** `kind` is SQLite or PostgreSQL. */
    store:
      'The database {location} ({kind}) {state, select, new {is empty. The bot creates its tables at the start.} older {was written by an older Footnote. The bot updates it at the start.} other {can be read and written.}}',
    backUpFirst: 'Copy it first if you may want to go back.',
    littleSpace: 'The disk of {folder} has {megabytes, number} MB left.',
    makeRoom: 'Make room: without it, nothing is kept.',
    encoders: 'The encoders run: loaded, and one question read, in {ms, number} ms.',
    encodersOff: 'The encoders are off: words alone answer.',
    noEncoders: 'The encoders cannot run here ({detail}).',
    wordsAlone: 'The bot answers by words alone. docs/operating.md lists where they run.',
    token: 'Discord knows the token, as {name} ({id}).',
    refusedToken: 'Discord refuses the token.',
    newToken: 'Copy it anew from {page} into DISCORD_TOKEN, or into the file that DISCORD_TOKEN_FILE names.',
    unreachable: 'Discord cannot be reached ({code}).',
    checkNetwork: 'Check the network, proxy and firewall of this machine, and DISCORD_API_URL.',
    unexpected: 'Discord gave an unexpected answer (status {status}).',
    tryLater: 'Try again in a few minutes.',
    clock: 'The clock differs from Discord’s by {seconds, plural, one {# second} other {# seconds}}.',
    setClock: 'Have the system set its clock, for example with systemd-timesyncd.',
    application: 'Invite the bot with {invite}',
    needlessIntents: 'The application has intents that Footnote does not need: {intents}.',
    switchOff: 'Switch it off on {page}.',
    codeGrant: 'The application requires an OAuth2 code grant, so nobody can invite the bot.',
    endpoint: 'The application has an Interactions Endpoint URL, so Discord sends no command to the bot.',
    removeEndpoint: 'Empty that field on the “General Information” page of the application.',
    gateway:
      '{remaining, number} of {total, number} sessions can be started within the next {minutes, plural, one {minute} other {# minutes}}.',
    waitForSessions: 'Stop the bot until then, and find out why it starts so often.',
    fewSessions: 'Find out why the bot starts so often: without sessions it cannot connect.',
    fewShards:
      'SHARD_COUNT is {count, number}, and Discord recommends {recommended, plural, one {# shard} other {# shards}}.',
    setShards: 'Set SHARD_COUNT={recommended} in all processes.',
    commands: '{count, plural, one {# command is} other {# commands are}} registered.',
    noCommands: 'No commands are registered.',
    registerCommands: 'The start of the bot registers them, and so does “npm run register”.',
    servers: 'The bot is in {count, plural, one {# server} other {# servers}}.',
    noServers: 'The bot is in no server.',
    inviteBot: 'Open the link above, and choose a server.',
    lacking: 'In the server {server}, the bot lacks: {permissions}.',
    moreLacking: '{count, plural, one {# more server lacks} other {# more servers lack}} permissions.',
    givePermissions:
      'Commands work without. For mentions and forum posts, give them to its role, or open the link again.',
    noMaintainers: 'KNOWLEDGE_GUILD_IDS is not set, so no moderator may refresh the folder of articles.',
    nameMaintainers: 'Set it to the ID of the server whose moderators look after the articles.',
    notThere: '{variable} names the server {id}, but the bot is not there.',
    inviteThere: 'Invite it there, or correct the ID.',
  },
  /** `npm run backup`, `restore` and `migrate-store`. */
  copy: {
    /** `kind` is SQLite or PostgreSQL. */
    done: 'Copied {rows, plural, one {# row} other {# rows}} to {location} ({kind}), and compared both.',
    /** `tables` is a list such as “asked 12, votes 3”. */
    tables: 'Rows: {tables}',
    hash: 'SHA-256 of all rows: {hash}',
    /** `why` is one or more sentences. */
    failed: 'Nothing was copied. {why}',
    /** What was copied so far is kept. */
    unfinished: 'The copy to {location} is not finished. {why}',
    /** While it works: `percent` is a whole number. */
    copying: 'Copying {rows, plural, one {# row} other {# rows}}: {percent} %',
    comparing: 'Comparing both: {percent} %',
    stopping: 'Stopping…',
    /** After Ctrl-C, where nothing is left of the copy. */
    stopped: 'Stopped. Nothing is at {location}. Run the same command again: it starts anew.',
    /** After Ctrl-C, where what was copied so far is kept aside. */
    stoppedAside:
      'Stopped. Nothing is at {location} yet. Run the same command again: it goes on where it stopped. Start no bot there before.',
    /** After Ctrl-C, where what was copied so far is in a PostgreSQL database. */
    stoppedInside:
      'Stopped. The copy to {location} is not finished, and no bot starts with it. Run the same command again: it goes on where it stopped.',
  },
  /** `npm run texts`: export, import and check of translations. */
  texts: {
    exported:
      'Wrote {file}, {count, plural, =0 {with every text translated} one {with # text to translate} other {with # texts to translate}}, and the English texts as {sourceFile}.',
    exportedSource: 'Wrote the English texts as {file}.',
    sourceName: '{file} is the name of the English texts. Choose another file name.',
    sourceImported: 'English is the source of all translations. Change it in src/wording/english.',
    otherSource:
      '{file} is not the English texts of this version, so it is not overwritten. Move it away, or export to another folder.',
    missing: 'There is no file {file}. Check its name.',
    isFolder: '{file} is a folder. Name a file in it.',
    noFolder: 'There is no folder {folder}. Create it, or choose another.',
    unreadable: '{file} cannot be read ({code}). Check its permissions.',
    unwritable: '{file} cannot be written ({code}). Check its permissions, or choose another folder.',
    /** `detail` is the parser’s message. */
    invalid:
      '{file} is not valid JSON: line {line}, column {column}: {detail}. Check the commas, quotes and braces there.',
    noTexts: '{file} holds no texts. It must be an object with the same groups as en.json.',
    imported: 'Wrote {file}.',
    /** `name` is that of a language. */
    replaced:
      'Replaced {name}: {count, plural, =0 {no text has} one {# text has} other {# texts have}} changed of {total}. Wrote {file}.',
    sameTexts:
      'Most of these texts are those of {other}. If that is not meant, import the right file as {name} again.',
    notImported:
      'Nothing was imported. Correct {count, plural, one {# mistake} other {# mistakes}} in {file} first.',
    /** `line` is TypeScript. */
    register: 'The language is new. Add this line to src/wording/catalogues.ts:\n{line}',
    complete: '{language} ({folder}): complete',
    incomplete: '{language} ({folder}): {count, plural, one {# mistake} other {# mistakes}} to correct',
    unregistered:
      '{folder}: not offered to members. Add its line to src/wording/catalogues.ts, or delete the folder.',
    mistakes: {
      missing: 'is missing. Translate “{source}”.',
      'missing-group':
        'is missing with its {count, plural, one {# text} other {# texts}}. Copy it from en.json, and translate it.',
      'not-a-group': 'must be a group of texts in braces, as in en.json.',
      superfluous: 'does not exist in English. Delete it.',
      'not-a-text': 'is not a text. Write one text in quotes.',
      unreadable:
        'is not a valid ICU message ({detail}). Close every brace, and give every plural and choice an “other”.',
      'argument-missing': 'lacks {argument}. Put it in braces where it belongs in the sentence.',
      'argument-unknown': 'has {argument} in braces, which English does not have. Keep the English names.',
      'argument-misused': 'uses {argument} in another way than English. Copy how English writes it.',
      'forms-missing': 'lacks forms of the plural of {argument}. Add: {forms}.',
      'not-trimmed': 'begins or ends with a space. Delete it.',
      'too-long': 'has {chars, number} characters. Discord shows at most {max, number}: shorten it.',
      'unusable-name': 'is not a name for a command. Use small letters, digits, “-” and “_”, without spaces.',
      'same-name': 'has the same name as {other}. Choose another.',
    },
  },
} as const;
