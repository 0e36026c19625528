export * from './generated/index.js';
export { Kontor, type Options } from './kontor.js';
export { ProblemError, type ProblemType } from './problem.js';
