/** Blanks that a person does not see and a spreadsheet leaves behind. */
export const blanks = ' \t\r\n\u00a0\u200b\u3000\ufeff';
