// node test/browser/pdf-text.mjs < a.pdf: the text of each of its pages as a list in JSON. Its reader is a module, which jest's
// own loader does not take; hence a program of its own.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const data = new Uint8Array(Buffer.concat(chunks));
const pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: true }).promise;
const texts = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  texts.push(items.map(({ str }) => str).join(''));
}
process.stdout.write(JSON.stringify(texts));
