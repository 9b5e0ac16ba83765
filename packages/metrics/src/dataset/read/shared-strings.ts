import type { XmlReader } from './xml.js';

/** Reads the texts that the cells of a workbook share. */
export interface StringsReader extends XmlReader {
  texts(): readonly string[];
}

export function readStrings(): StringsReader {
  const texts: string[] = [];
  const item = readText();
  let depth = 0;
  return {
    open(name) {
      depth++;
      if (name === 'si' && depth === 2) item.begin();
      else item.open(name);
    },
    text: (words) => item.text(words),
    close(name) {
      if (name === 'si' && depth === 2) texts.push(item.end());
      else item.close(name);
      depth--;
    },
    texts: () => texts,
  };
}

/** Gathers a text from its runs, each with a look of its own; how it is spoken is no part of it. */
export interface TextReader {
  begin(): void;
  open(name: string): void;
  text(words: string): void;
  close(name: string): void;
  end(): string;
}

export function readText(): TextReader {
  let text = '';
  let [isOpen, isText, unspoken] = [false, false, 0];
  return {
    begin() {
      [text, isOpen, isText, unspoken] = ['', true, false, 0];
    },
    open(name) {
      if (name === 'rPh' || unspoken > 0) unspoken++;
      else if (name === 't') isText = isOpen;
    },
    text(words) {
      if (isText) text += words;
    },
    close(name) {
      if (unspoken > 0) unspoken--;
      else if (name === 't') isText = false;
    },
    end() {
      isOpen = false;
      return unescaped(text);
    },
  };
}

/** Characters that XML cannot hold are written by their numbers: `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
