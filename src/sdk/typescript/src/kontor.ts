import {
  type ApiResponse,
  CartApi,
  CategoriesApi,
  Configuration,
  OrdersApi,
  ProductsApi,
  TagsApi,
  type User,
  UsersApi,
} from './generated/index.js';
import { Session } from './session.js';
import { transport } from './transport.js';

/** How a shop is to be talked to. */
export interface Options {
  /** How many milliseconds each answer may take; half a minute if nothing else is said. */
  timeout?: number;
}

/**
 * A shop, as a program sees it that buys or keeps it.
 *
 * What the shop refuses is a `ProblemError`; any other error of a request means that no answer came. Reads, and POSTs
 * that take an `Idempotency-Key`, are sent again when that may help.
 */
export class Kontor {
  readonly users: UsersApi;
  readonly categories: CategoriesApi;
  readonly products: ProductsApi;
  readonly tags: TagsApi;
  readonly cart: CartApi;
  readonly orders: OrdersApi;

  readonly #address: string;
  readonly #options: Options;
  readonly #session: Session | undefined;

  private constructor(address: string, options: Options, session?: Session, page?: string) {
    this.#address = address;
    this.#options = options;
    this.#session = session;
    const configuration = new Configuration({
      basePath: address,
      fetchApi: transport({ timeout: options.timeout ?? 30_000, session, page }),
      // As it is, and not in the generated client's wrapping.
      middleware: [{ onError: ({ error }) => Promise.reject(error) }],
    });
    this.users = new UsersApi(configuration);
    this.categories = new CategoriesApi(configuration);
    this.products = new ProductsApi(configuration);
    this.tags = new TagsApi(configuration);
    this.cart = new CartApi(configuration);
    this.orders = new OrdersApi(configuration);
  }

  /** The shop at an address, such as `http://localhost:8080`; nobody is signed in. */
  static at(address: string, options: Options = {}): Kontor {
    return new Kontor(address.replace(/\/+$/, ''), options);
  }

  /** The same shop for a user: signs in with the first request, and again whenever the session has ended. */
  signedInAs(email: string, password: string): Kontor {
    const anybody = new Kontor(this.#address, this.#options);
    const session = new Session(() => anybody.users.signIn({ credentials: { email, password } }));
    return new Kontor(this.#address, this.#options, session);
  }

  /** Who is signed in. */
  async user(): Promise<User> {
    if (!this.#session) {
      throw new Error('Nobody is signed in: see signedInAs.');
    }
    return this.#session.user();
  }

  /**
   * The rows of all pages of a list, of which a page is asked for when it is needed.
   *
   * @param list one call of an operation that lists, such as `shop => shop.tags.listTagsRaw({})`
   */
  async *all<T>(list: (shop: Kontor) => Promise<ApiResponse<T[]>>): AsyncGenerator<T, void, undefined> {
    let shop: Kontor | undefined = this;
    while (shop) {
      const page: ApiResponse<T[]> = await list(shop);
      yield* await page.value();
      const next = nextPage(page.raw.headers.get('Link'));
      shop = next === undefined ? undefined : new Kontor(this.#address, this.#options, this.#session, this.#own(next));
    }
  }

  /** Nobody else is to see the token. */
  #own(link: string): string {
    const url = new URL(link, this.#address);
    if (url.origin !== new URL(this.#address).origin) {
      throw new Error(`The next page is not the shop's: ${url}`);
    }
    return url.href;
  }
}

/** Where a list goes on (RFC 8288); undefined on its last page. */
function nextPage(link: string | null): string | undefined {
  return link?.match(/<([^<>]*)>[^<]*?;\s*rel\s*=\s*"?(?:[^"<]*\s)?next\b/i)?.[1];
}
