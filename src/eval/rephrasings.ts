import { findQuantities } from "../text/quantities.ts";

/** Words and phrases that mean the same in news prose, one pair an entry: =, either for the other; >, the second for the first. */
const synonyms: readonly (readonly [from: string, to: string])[] = `
said>stated|told reporters=said to reporters|nearly=almost|more than=over|began=started|begin=start|ended=finished|
bought=purchased|sold off=disposed of|help>assist|helped=assisted|tried=attempted|trying=attempting|try>attempt|show>demonstrate|
showed>demonstrated|big>large|biggest=largest|huge=enormous|children=kids|wrong>incorrect|important>significant|also>in addition|
because>since|several=a number of|many=numerous|people>individuals|police officers=policemen|injured=hurt|shot dead=fatally shot|
lawyer=attorney|lawyers=attorneys|film=movie|job>post|jobs>posts|company>firm|companies>firms|plan>scheme|rise>increase|rose=climbed|
fell>dropped|declined=dropped|decided>chose|needs>requires|need>require|allow=permit|allowed=permitted|asked=requested|
announced=declared|chief executive=CEO|while>whilst|whether>if|buy=purchase|think=believe|thinks=believes|thought=believed|
keep>retain|kept>retained|however=nevertheless|happened=occurred|happen=occur|often=frequently|
quickly=rapidly|difficult>hard|end>finish|according to>in the words of|choose=select|chosen=selected|
speak>talk|spoke>talked|speaking=talking|gave>provided|give>provide|given>provided|car=automobile|doctor=physician|doctors=physicians|
famous=well-known|enough=sufficient|answer=reply|answered=replied|large>sizable|mistake=error|mistakes=errors|now>currently|
United States=U.S.|percent=per cent|attack>assault|attacked=assaulted|fight>battle|chance>opportunity|worried=concerned|angry=furious|
near>close to|protesters=demonstrators|protest=demonstration|voters=electors|teenager=adolescent|wages=pay|probe>investigation|
across the country=nationwide|last year=the previous year|reach=attain|reached=attained|build=construct|built=constructed`
  .replace(/\n/g, "")
  .split("|")
  .flatMap((pair) => {
    const [one = "", two = ""] = pair.split(/[=>]/);
    return pair.includes(">") ? [[one, two] as const] : [[one, two] as const, [two, one] as const];
  });

const numberWords =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

/**
 * The sentence said a little differently, by script: up to three of active for passive, synonyms, numbers in words or digits and the way they are
 * scaled. Undefined where nothing applies. Quotations are left as they are.
 */
export function rephrase(sentence: string): string | undefined {
  const parts = sentence.split(/([“"][^”"]*[”"])/);
  let changes = 0;
  const rewrite = (text: string): string => {
    let out = text;
    for (const step of [passiveToActive, rewriteNumbers]) {
      const next = step(out);
      if (next !== out && changes < 3) {
        out = next;
        changes++;
      }
    }
    const done = new Set<string>();
    for (const [from, to] of synonyms) {
      if (changes >= 3) return out;
      const at = done.has(from) ? -1 : out.search(wholeWord(from));
      if (at < 0) continue;
      out = out.slice(0, at) + to + out.slice(at + from.length);
      done.add(to);
      changes++;
    }
    return out;
  };
  const rephrased = parts.map((part, index) => (index % 2 === 1 ? part : rewrite(part))).join("");
  return changes > 0 ? rephrased : undefined;
}

/** "The bill was signed by the governor on Monday." becomes "The governor signed the bill on Monday." */
function passiveToActive(text: string): string {
  const match =
    /^((?:The|A|An|His|Her|Their) (?:[\p{L}-]+ ){1,4}|(?:\p{Lu}[\p{L}-]+ ){1,3})(?:was|were) (\p{Ll}+ed) by ((?:the|a|an) (?:[\p{L}-]+ ?){1,3}?|(?:\p{Lu}[\p{L}.-]+ ?){1,4})(?=,|\.$| (?:on|in|at|after|during|last|this)\b)/u.exec(
      text,
    );
  if (!match) return text;
  const [whole, object = "", verb = "", subject = ""] = match;
  const lowered = /^(?:The|A|An|His|Her|Their) /.test(object)
    ? object.charAt(0).toLowerCase() + object.slice(1)
    : object;
  const raised = subject.charAt(0).toUpperCase() + subject.slice(1);
  return `${raised.trim()} ${verb} ${lowered.trim()}${text.slice(whole.length)}`;
}

function rewriteNumbers(text: string): string {
  const scaled = text.replace(
    /\$(\d+(?:\.\d+)?) (million|billion)\b/,
    (_, digits, scale) => `$${digits}${scale === "million" ? "m" : "bn"}`,
  );
  if (scaled !== text) return scaled;
  for (const { start, end, low, high } of findQuantities(text, [{ start: 0, end: text.length }], "en")) {
    const words = text.slice(start, end);
    if (low !== high || !Number.isInteger(low) || low < 2 || low > 20) continue;
    if (words === String(low)) return text.slice(0, start) + numberWords[low] + text.slice(end);
    if (words === numberWords[low]) return text.slice(0, start) + String(low) + text.slice(end);
  }
  return text.replace(/(\d)%/, "$1 percent");
}

function wholeWord(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}’'-])${words.replace(/\./g, "\\.")}(?![\\p{L}’'-])`, "u");
}
