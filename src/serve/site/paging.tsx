import type { ListPage } from "../query.ts";
import type { ListingView } from "./listing-view.ts";

interface PagingProps {
  readonly list: Pick<ListPage<unknown>, "page" | "hasNext">;
  readonly path: string;
  /** What else stands after the question mark. */
  readonly query?: Readonly<Record<string, string>>;
  readonly view: ListingView;
}

/** The way to the pages before and after; nothing where all stands on one. */
export function Paging({ list: { page, hasNext }, path, query = {}, view }: PagingProps) {
  if (page === 1 && !hasNext) return null;
  const { paging } = view.words;
  return (
    <nav class="paging" aria-label={paging.label}>
      {page > 1 && (
        <a rel="prev" href={pagePath(path, query, page - 1)}>
          {paging.newer}
        </a>
      )}
      <span>{paging.page(view.dates.number(page))}</span>
      {hasNext && (
        <a rel="next" href={pagePath(path, query, page + 1)}>
          {paging.older}
        </a>
      )}
    </nav>
  );
}

/** The address of one page of a list; the first has no number. */
export function pagePath(path: string, query: Readonly<Record<string, string>>, page: number): string {
  const search = new URLSearchParams({ ...query, ...(page > 1 && { page: String(page) }) }).toString();
  return search === "" ? path : `${path}?${search}`;
}
