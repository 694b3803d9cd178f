-- The list of corrections reads them alone: a genre stands inside the document, which no reader's page may open for every article.
create index articles_corrections on articles (published_at desc, id) where doc ->> 'genre' = 'correction';
