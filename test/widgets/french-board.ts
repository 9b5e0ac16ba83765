import type { BoardWords } from '@zj/widgets';

const states: BoardWords['states'] = {
  done: 'Achevé',
  'under-way': 'En cours',
  'not-started': 'Pas commencé',
  stopped: 'Arrêté',
  none: 'Sans rapport',
};

/** The words of a board of tasks in a third language. */
export const board: BoardWords = {
  title: 'Tâches',
  noInput: 'Écrivez src, ou placez l’élément dans <zj-source>.',
  states,
  ofState: (state, count) => `${states[state].toLowerCase()} : ${count}`,
  summary: (tasks, areas, each) => `${tasks} tâches, ${areas} domaines. ${each.join(', ')}.`,
  filter: 'Tâches par état',
  all: 'Toutes',
  shown: (count) => `${count} tâches affichées`,
  area: (ordinal, title) => `${ordinal} ${title}`,
  tasks: (count, done) => `${count} tâches, dont ${done} achevées`,
  measures: (count, done, unreported) =>
    `${count} mesures, dont ${done} achevées et ${unreported} sans rapport`,
  reported: (day, reporter) => `Rapport de ${reporter}, le ${day}`,
  noReport: 'Pas encore de rapport',
  since: (state, day) => `${states[state]} depuis le ${day}`,
  due: (day) => `Échéance : ${day}`,
  note: (note) => `Note : ${note}`,
  evidence: (host) => `Preuve (${host})`,
  measuresOf: (task) => `Mesures : ${task}`,
  changes: (count) => `${count} états`,
  change: (state, since, reported) =>
    `${states[state]}${since && ` depuis le ${since}`}, rapport du ${reported}`,
  safeguards: (count) => `${count} garanties`,
  asReported: 'Les états sont ceux des rapports.',
  rejected: (rejected, read) => `${rejected} lignes sur ${read} sont fausses.`,
  plan: (title, number) => `Plan : ${title}${number && ` (${number})`}`,
  columns: {
    task: 'Tâche et mesures',
    state: 'État',
    due: 'Échéance',
    reported: 'Rapport du',
    reporter: 'Rapport de',
    note: 'Note',
    changes: 'États',
  },
  areaHead: 'Domaine',
  evidenceHead: 'Preuve',
  semicolon: ' ; ',
};
