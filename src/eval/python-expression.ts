/** Thrown by a lookup, or for syntax beyond what is read here: the expectation is about something that is not to be judged. */
export class NotApplicable extends Error {}

/** What a name, a key or a call stands for: a value of the expression's world. */
export interface ExpectationWorld {
  /** @throws NotApplicable for what is not to be judged */
  readonly lookUp: (path: readonly (string | number)[]) => unknown;
  readonly equal: (found: unknown, expected: unknown) => boolean;
}

/** A tuple of Python: dates stand in them. */
export interface Tuple {
  readonly tuple: readonly unknown[];
}

interface Path {
  readonly path: readonly (string | number)[];
}

/**
 * Judges an expectation as feedparser's tests write them ("not bozo and entries[0]['title'] == 'x'"): names, keys, strings, numbers,
 * tuples, dictionaries, len, and, or, not, ==, !=. "bozo", that the feed was ill-formed, is no question here and counts as met.
 *
 * @throws NotApplicable where nothing in it is to be judged, or something in it is not
 */
export function judgeExpectation(expression: string, world: ExpectationWorld): boolean {
  return new Judge(tokens(expression), world).verdict();
}

const pattern =
  /\s*(?:(?<string>[ur]?(?:"""[\s\S]*?"""|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"))|(?<number>-?\d+(?:\.\d+)?)|(?<name>[A-Za-z_]\w*)|(?<sign>==|!=|[[\](){},.:+]))/y;

type Token = { readonly kind: "string" | "number" | "name" | "sign"; readonly text: string };

function tokens(expression: string): Token[] {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < expression.trimEnd().length) {
    const match = pattern.exec(expression);
    if (!match?.groups) throw new NotApplicable(`syntax at ${expression.slice(found.length)}`);
    for (const kind of ["string", "number", "name", "sign"] as const) {
      const text = match.groups[kind];
      if (text !== undefined) found.push({ kind, text });
    }
  }
  return found;
}

class Judge {
  private at = 0;
  private judged = 0;
  private readonly tokens: readonly Token[];
  private readonly world: ExpectationWorld;

  constructor(tokens: readonly Token[], world: ExpectationWorld) {
    this.tokens = tokens;
    this.world = world;
  }

  verdict(): boolean {
    const met = this.either();
    if (this.at < this.tokens.length || this.judged === 0) throw new NotApplicable("nothing to judge");
    return met;
  }

  private either(): boolean {
    let met = this.both();
    while (this.takes("or")) met = this.both() || met;
    return met;
  }

  private both(): boolean {
    let met = this.condition();
    while (this.takes("and")) met = this.condition() && met;
    return met;
  }

  private condition(): boolean {
    if (this.takes("not")) {
      if (this.takes("bozo")) return true;
      return !this.condition();
    }
    if (this.takes("bozo")) return true;
    if (this.peek()?.text === "(" && !this.isTuple()) {
      this.take("(");
      const met = this.either();
      this.take(")");
      return met;
    }
    return this.comparison();
  }

  private comparison(): boolean {
    const values = [this.value()];
    const signs: string[] = [];
    while (this.peek()?.text === "==" || this.peek()?.text === "!=") {
      signs.push(this.next().text);
      values.push(this.value());
    }
    if (signs.length === 0) throw new NotApplicable("no comparison");
    this.judged++;
    // In "a == b == 'x'" every value is held against the literal at the end.
    const expected = this.settle(values.at(-1));
    return values.slice(0, -1).every((value, i) => {
      const same = this.world.equal(this.settle(value), expected);
      return signs[i] === "!=" ? !same : same;
    });
  }

  private settle(value: unknown): unknown {
    return isPath(value) ? this.world.lookUp(value.path) : value;
  }

  private value(): unknown {
    let value = this.atom();
    while (this.takes("+")) value = `${String(this.settle(value))}${String(this.settle(this.atom()))}`;
    return value;
  }

  private atom(): unknown {
    const token = this.next();
    if (token.kind === "string") return unquote(token.text);
    if (token.kind === "number") return Number(token.text);
    if (token.text === "(") {
      const tuple = this.list(")");
      return { tuple } satisfies Tuple;
    }
    if (token.kind !== "name") throw new NotApplicable(`value ${token.text}`);
    if (token.text === "None") return undefined;
    if (token.text === "True" || token.text === "False") return token.text === "True";
    if (token.text === "len" && this.takes("(")) {
      const inner = this.atom();
      this.take(")");
      return isPath(inner) ? { path: [...inner.path, "length"] } : inner;
    }
    return this.path(token.text);
  }

  private path(name: string): Path {
    const path: (string | number)[] = [name];
    for (;;) {
      if (this.takes("[")) {
        const key = this.next();
        path.push(key.kind === "number" ? Number(key.text) : unquote(key.text));
        this.take("]");
      } else if (this.takes(".")) path.push(this.next().text);
      else break;
    }
    if (this.peek()?.text === "(") throw new NotApplicable("call");
    return { path };
  }

  private list(end: string): unknown[] {
    const values: unknown[] = [];
    while (!this.takes(end)) {
      values.push(this.value());
      this.takes(",");
    }
    return values;
  }

  private isTuple(): boolean {
    return this.tokens[this.at + 1]?.kind === "number";
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private next(): Token {
    const token = this.tokens[this.at++];
    if (!token) throw new NotApplicable("end of expression");
    return token;
  }

  private takes(text: string): boolean {
    if (this.peek()?.text !== text || this.peek()?.kind === "string") return false;
    this.at++;
    return true;
  }

  private take(text: string): void {
    if (!this.takes(text)) throw new NotApplicable(`no ${text}`);
  }
}

function isPath(value: unknown): value is Path {
  return typeof value === "object" && value !== null && "path" in value;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "\\": "\\", "'": "'", '"': '"' };

function unquote(literal: string): string {
  const raw = literal.startsWith("r");
  const quoted = literal.replace(/^[ur]/, "");
  const inner = quoted.startsWith('"""') ? quoted.slice(3, -3) : quoted.slice(1, -1);
  if (raw) return inner;
  return inner.replace(
    /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|x([0-9a-f]{2})|(.))/gis,
    (_whole, four: string | undefined, eight: string | undefined, two: string | undefined, one: string) => {
      const code = four ?? eight ?? two;
      return code === undefined ? (escapes[one] ?? `\\${one}`) : String.fromCodePoint(Number.parseInt(code, 16));
    },
  );
}
