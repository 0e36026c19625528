import { type Problem, ProblemFromJSON } from './generated/index.js';

const types = [
  'invalid-request',
  'unauthenticated',
  'forbidden',
  'foreign-origin',
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'timeout',
  'duplicate',
  'in-use',
  'last-manager',
  'cart-full',
  'cart-empty',
  'out-of-stock',
  'stock-limit',
  'price-changed',
  'illegal-transition',
  'request-in-progress',
  'stale',
  'too-large',
  'unsupported-media-type',
  'misdirected',
  'key-reused',
  'too-many-requests',
  'internal',
  'unavailable',
] as const;

/**
 * The problems that the contract lists, to switch on; `other` is one that a newer shop knows, or an answer that is not
 * the shop's: see its status.
 */
export type ProblemType = (typeof types)[number] | 'other';

/** The shop, or a proxy in front of it, rejected a request; `type` says why. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** The problem type, for a switch. */
  readonly type: ProblemType;

  private constructor(
    /** The whole problem. */
    readonly problem: Problem,
    readonly response: Response,
  ) {
    const faults = (problem.errors ?? []).map(e => [e.pointer, e.parameter, e.detail].filter(Boolean).join(' '));
    super([problem.title, problem.detail, faults.join(', ')].filter(Boolean).join('; '));
    this.type = types.find(type => problem.type === `/problems/${type}`) ?? 'other';
  }

  static async of(response: Response): Promise<ProblemError> {
    const { status } = response;
    const problem = await response.clone().json().then(ProblemFromJSON).catch(() => undefined);
    return new ProblemError(
      problem?.type === undefined ? { type: 'about:blank', title: `HTTP ${status}`, status } : problem,
      response,
    );
  }
}
