/**
 * `node lint-texts.mts`: reads `{ path: text }` from standard input and prints, as JSON, what ESLint says against each
 * text as if it lay at that path of the workspace. A program of its own, because ESLint's configuration is loaded by
 * `import` and a spec cannot do that.
 */
import { json } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const texts = (await json(process.stdin)) as Readonly<Record<string, string>>;
const eslint = new ESLint();
const complaints: string[] = [];
for (const [filePath, text] of Object.entries(texts)) {
  for (const { messages } of await eslint.lintText(text, { filePath })) {
    complaints.push(...messages.map(({ line, message }) => `${filePath}:${String(line)} ${message}`));
  }
}
console.log(JSON.stringify(complaints));
