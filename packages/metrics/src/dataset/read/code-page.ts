/** The names of encodings that old workbooks may be written in, by the numbers that they give them. */
const names: Readonly<Record<number, string>> = {
  367: 'windows-1252',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  20932: 'euc-jp',
  21866: 'koi8-u',
  20866: 'koi8-r',
  32768: 'macintosh',
  32769: 'windows-1252',
  54936: 'gb18030',
  65001: 'utf-8',
};

/**
 * Reads texts whose characters are the bytes of a code page, `ÐÐÒµ` for 行业 in 936; `undefined` where nobody knows the code page,
 * or a text is not written in it.
 */
export function codePageText(codePage: number | undefined): (bytes: string) => string | undefined {
  const name = codePage === undefined ? undefined : (names[codePage] ?? windowsName(codePage));
  const decoder = name === undefined ? undefined : new TextDecoder(name, { fatal: true });
  return (bytes) => {
    if (!/[^\0-\x7f]/.test(bytes)) return bytes;
    try {
      return decoder?.decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
    } catch {
      return undefined;
    }
  };
}

function windowsName(codePage: number): string | undefined {
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : undefined;
}
