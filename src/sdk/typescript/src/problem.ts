import { type Problem, ProblemFromJSON } from './generated/index.js';
import { problemTypes } from './generated/problem-types.js';

/**
 * The problem types of the contract, for a switch; `other` is a type that this version does not know, or a response that
 * is not a problem of the shop: see its status.
 */
export type ProblemType = (typeof problemTypes)[number] | 'other';

/** The shop, or a proxy in front of it, rejected a request; `type` says why. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** The problem type, for a switch. */
  readonly type: ProblemType;

  private constructor(
    /** The whole problem; its `traceId` finds the request in the log of the server. */
    readonly problem: Problem,
    readonly response: Response,
  ) {
    const faults = (problem.errors ?? []).map(e => [e.pointer, e.parameter, e.detail].filter(Boolean).join(' '));
    super([problem.title, problem.detail, faults.join(', ')].filter(Boolean).join('; '));
    this.type = problemTypes.find(type => problem.type === `/problems/${type}`) ?? 'other';
  }

  static async of(response: Response): Promise<ProblemError> {
    const { status } = response;
    const problem = await response.clone().json().then(ProblemFromJSON).catch(() => undefined);
    const title = status >= 300 && status < 400 ? `HTTP ${status}: redirects are not followed` : `HTTP ${status}`;
    return new ProblemError(problem?.type === undefined ? { type: 'about:blank', title, status } : problem, response);
  }
}
