import type { Embedded } from "../ask/embedding-model.ts";
import { openEmbeddingModel } from "../ask/open-embedding-model.ts";
import type { Config } from "../config.ts";
import { UserError } from "../model/errors.ts";
import type { Finding } from "./doctor.ts";

const name = "embedding";
const own = "Until then articles are compared by their words alone.";

/** Four pieces of news in the languages an edition may read. A model that knows a language finds which tell the same as the English ones. */
const trials: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: [
    "A ferry went down off the coast in a storm; rescuers pulled twelve people from the sea.",
    "The central bank lifted its key interest rate because prices keep rising.",
    "Researchers presented a vaccine against malaria that protects most children.",
    "The national team lost the final after a penalty shoot-out.",
  ],
  de: [
    "Vor der Küste ist im Sturm eine Fähre gesunken, zwölf Menschen wurden aus dem Wasser gerettet.",
    "Die Notenbank hat wegen der Inflation den Leitzins erhöht.",
    "Forscher haben einen Impfstoff gegen Malaria vorgestellt, der die meisten Kinder schützt.",
    "Die Nationalmannschaft hat das Endspiel im Elfmeterschießen verloren.",
  ],
  fr: [
    "Un ferry a coulé au large pendant une tempête ; douze personnes ont été sauvées de la noyade.",
    "La banque centrale a relevé son taux directeur face à la hausse des prix.",
    "Des chercheurs ont présenté un vaccin contre le paludisme qui protège la plupart des enfants.",
    "L'équipe nationale a perdu la finale aux tirs au but.",
  ],
  es: [
    "Un transbordador se hundió frente a la costa durante un temporal; doce personas fueron rescatadas del agua.",
    "El banco central subió su tipo de interés por el alza de los precios.",
    "Unos investigadores presentaron una vacuna contra la malaria que protege a la mayoría de los niños.",
    "La selección nacional perdió la final en la tanda de penaltis.",
  ],
  zh: [
    "一艘渡轮在风暴中于近海沉没,十二人被救起。",
    "由于物价上涨,中央银行提高了基准利率。",
    "研究人员公布了一种能保护大多数儿童的疟疾疫苗。",
    "国家队在点球大战后输掉了决赛。",
  ],
  ms: [
    "Sebuah feri karam di luar pantai ketika ribut; dua belas orang diselamatkan dari laut.",
    "Bank pusat menaikkan kadar faedah kerana harga terus meningkat.",
    "Penyelidik memperkenalkan vaksin malaria yang melindungi kebanyakan kanak-kanak.",
    "Pasukan kebangsaan tewas dalam perlawanan akhir selepas penentuan sepakan penalti.",
  ],
};
/** What the English ones are held against: the same news in other words. */
const news = [
  "Twelve rescued as ship sinks in heavy seas",
  "Interest rates raised to fight inflation",
  "New malaria vaccine works, scientists say",
  "Defeat on penalties in the final match",
];

/** Whether the configured embedding model answers, in how many dimensions, how fast, and which of the edition's languages it knows. */
export async function embeddingFindings({ embedding, languages }: Config): Promise<Finding[]> {
  const { use, key, timeoutSeconds, prefix, maxCharacters } = embedding;
  if (use === undefined) return [];
  try {
    const model = openEmbeddingModel(use, {
      timeoutMs: timeoutSeconds * 1000,
      pause: async () => {},
      ...(key !== undefined && { key }),
    });
    try {
      const asked = languages.filter((language) => trials[language] !== undefined);
      const texts = [...news, ...asked.flatMap((language) => trials[language] ?? [])].map((text) => prefix + text);
      const reply = await model.embed(texts);
      if ("failed" in reply) return [{ name, words: reply.detail, todo: own }];
      const long = prefix + `${trials.en?.join(" ")} `.repeat(maxCharacters).slice(0, maxCharacters);
      const start = performance.now();
      const full = await model.embed([long]);
      if ("failed" in full)
        return [
          {
            name,
            words: `It takes no ${maxCharacters} characters. ${full.detail}`,
            todo: `Lower embedding.maxCharacters. ${own}`,
          },
        ];
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const answers = `${model.name} answers: ${reply.vectors[0]?.length} dimensions, an article in ${seconds} seconds.`;
      return [{ name, ...languagesKnown(answers, asked, reply, embedding.languages) }];
    } finally {
      await model.close?.();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ name, words: error.message, todo: own }];
  }
}

function languagesKnown(
  answers: string,
  asked: readonly string[],
  { vectors }: Embedded,
  set: readonly string[],
): Omit<Finding, "name"> {
  const english = vectors.slice(0, news.length);
  const isKnown = (at: number) =>
    english.every((vector, row) => {
      const own = vectors.slice((at + 1) * news.length, (at + 2) * news.length);
      const best = own.reduce((most, one, i) => (cosine(vector, one) > cosine(vector, own[most] ?? one) ? i : most), 0);
      return best === row;
    });
  const known = asked.filter((_, at) => isKnown(at));
  const unknown = asked.filter((language) => !known.includes(language));
  const wrong = unknown.filter((language) => set.length === 0 || set.includes(language));
  const words = `${answers} It knows ${listed(known)}${unknown.length > 0 ? ` and not ${listed(unknown)}` : ""}.`;
  if (wrong.length === 0) return { words };
  const todo = known.length > 0 ? `Set embedding.languages to ${known.join(", ")}.` : "Use another one.";
  return { words, todo };
}

function listed(languages: readonly string[]): string {
  return languages.length === 0 ? "none of the edition's languages" : languages.join(", ");
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [product, x, y] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [p, q] = [a[i] as number, b[i] as number];
    product += p * q;
    x += p * p;
    y += q * q;
  }
  return product / Math.sqrt(x * y || 1);
}
