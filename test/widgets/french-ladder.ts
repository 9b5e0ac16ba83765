import type { LadderWords } from '@zj/widgets';

const start = (isYear: boolean): string => (isYear ? 'au début de l’année' : 'au début');
const unit = (count: number): string => (count < 2 ? 'entreprise' : 'entreprises');

/** The words of a ladder in a third language. */
export const ladder: LadderWords = {
  title: 'Échelle des entreprises',
  noInput: 'Écrivez src, ou placez l’élément dans <zj-source>.',
  unit,
  enterprises: (figure, count) => `${figure} ${unit(count)}`,
  tiers: (figure, count) => `${figure} ${count < 2 ? 'échelon' : 'échelons'}`,
  summary: ({ day, tiers, all, change, entered, left }) =>
    `Le ${day} : ${all} sur ${tiers}, ${change}. Entrées : ${entered} ; sorties : ${left}.`,
  change: (by, direction, isYear) =>
    direction === 0 ? `autant qu’${start(isYear)}` : `${by} de ${direction > 0 ? 'plus' : 'moins'}`,
  before: (enterprises, isYear) => `${enterprises} ${start(isYear)}`,
  changed: (by, direction) =>
    direction === 0 ? 'sans changement' : `${by} de ${direction > 0 ? 'plus' : 'moins'}`,
  flows: { entered: 'Entrées', came: 'Arrivées', went: 'Départs', left: 'Sorties' },
  up: (enterprises) => `Montée : ${enterprises}`,
  down: (enterprises) => `Descente : ${enterprises}`,
  between: (lower, higher) => `Entre « ${lower} » et « ${higher} » : `,
  across: (from, to, enterprises) => `De « ${from} » à « ${to} » : ${enterprises}.`,
  identity: 'Début + entrées + arrivées − départs − sorties = fin.',
  period: (first, last) => `Du ${first} au ${last}, ces deux jours compris.`,
  once: 'Une entreprise ne compte qu’à son plus haut échelon.',
  order: 'La hauteur montre l’échelon, non le nombre.',
  rejected: (rejected, read) => `${rejected} lignes sur ${read} sont fausses.`,
  quote: (quote, plan) => `Texte du plan (${plan}) : « ${quote} »`,
  choosePeriod: 'Période',
  year: (year) => year,
  yearSoFar: (year, day) => `${year} (jusqu’au ${day})`,
  noPeriod: (period, first, last, example) =>
    `Rien pour period="${period}". Du ${first} au ${last} ; par exemple ${example}.`,
  tables: {
    tiers: 'Entreprises par échelon',
    tier: 'Échelon',
    start: 'Début',
    end: 'Fin',
    support: 'Soutien',
    moves: 'Passages entre échelons',
    from: 'De',
    to: 'À',
    direction: 'Sens',
    up: 'montée',
    down: 'descente',
    count: 'Entreprises',
    noMoves: 'Aucun passage.',
    inUnit: (caption) => `${caption} (nombre)`,
  },
};
