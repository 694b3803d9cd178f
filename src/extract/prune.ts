import { extractParameters } from "./parameters.ts";

/** Beginnings of lines that belong to the page, not to the article (en, de, fr, es). */
const furniture =
  /^(?:advertisement|read more|read also|also read|related|share (?:this|on)|follow us|subscribe|sign up|click here|photos?:|images?:|published|updated|story continues|see also|watch:|more:|\(?ap photo|getty images|copyright|all rights reserved|©|tags?:|topics?:|recommended|most read|trending|download the|newsletter|comments?$|anzeige|lesen sie auch|mehr zum thema|teilen|abonnieren|publicité|à lire aussi|lire aussi|partager|publicidad|lea también|le puede interesar|compartir)/i;

/**
 * Removes from Readability's result what is not the article's own prose: figures and captions, asides and forms, blocks made of
 * links, and short lines of page furniture. Changes `root` in place. Each step's gain in F1 stands in parameters.ts.
 */
export function prune(root: Element): void {
  for (const element of root.querySelectorAll(
    "figure, figcaption, picture, video, iframe, [class*=caption], aside, nav, form, button, footer, [role=complementary]",
  ))
    element.remove();
  for (const element of [...root.querySelectorAll("ul, ol, p, div, li, h2, h3, h4")].reverse()) {
    const length = textOf(element).length;
    if (length === 0 || length >= 2000) continue;
    const linked = [...element.querySelectorAll("a")].reduce((sum, link) => sum + textOf(link).length, 0);
    const limit = /^(?:UL|OL|DIV)$/.test(element.tagName)
      ? extractParameters.maxLinkShareOfBlock
      : extractParameters.maxLinkShareOfParagraph;
    if (linked / length > limit) element.remove();
  }
  for (const element of root.querySelectorAll("p, li, h2, h3, h4, h5, span, div")) {
    const line = textOf(element);
    if (line.length < extractParameters.maxFurnitureLength && furniture.test(line)) element.remove();
  }
}

function textOf(element: Element): string {
  return (element.textContent ?? "").trim();
}
