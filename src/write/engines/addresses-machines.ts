/** Words that speak to a language model and not to a reader, in the languages they were seen or are to be feared in. */
const orders = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|all|your|these|the)\b.{0,30}\b(?:instructions?|prompts?|rules?|directions?|guidelines?)\b/iu,
  /\b(?:system prompt|as an ai\b|you are (?:now )?(?:an? )?(?:ai|assistant|chatbot|language model)|language models?,? (?:must|should|please)|(?:ai|llm|chatgpt|assistant)s?:|(?:when|if) (?:you )?summari[sz](?:e|ing) this)/iu,
  /\b(?:ignorier\w*|vergiss|missachte)\b.{0,50}\b(?:anweisung\w*|befehl\w*|regeln|vorgaben|prompts?)\b/iu,
  /\b(?:ignore[zr]?|oublie[zr]?)\b.{0,50}\b(?:instructions?|consignes?|règles|directives)\b/iu,
  /\b(?:ignora|ignore|olvida|olvide)\b.{0,50}\b(?:instrucciones|órdenes|reglas|indicaciones)\b/iu,
  /\b(?:ignora|dimentica)\b.{0,50}\b(?:istruzioni|regole)\b/iu,
  /\b(?:ignore|esqueça)\b.{0,50}\b(?:instruções|regras)\b/iu,
  /(?:игнорируй|забудь)[^.]{0,50}(?:инструкци|указани|правил)/iu,
  /(?:忽略|无视|忘记).{0,20}(?:指令|指示|说明|提示|规则)/u,
  /(?:無視|忘れ).{0,20}(?:指示|命令)|(?:指示|命令).{0,20}(?:無視|忘れ)/u,
  /(?:تجاهل|انس).{0,40}(?:التعليمات|الأوامر|القواعد)/u,
];

/**
 * True for a sentence that gives orders to a machine: it is kept out of every prompt. No filter finds all of them; what a model was talked into
 * writing still has to be borne out by what it cites.
 */
export function addressesMachines(text: string): boolean {
  return orders.some((order) => order.test(text));
}
