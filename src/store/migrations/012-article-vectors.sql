-- What an embedding model made of an article, by model and with a hash of the text it was given: unchanged text is never paid for twice, and the
-- vectors of two models are never mixed. Numbers of 32 bits, little-endian, in base64: half the size of JSON, and the same from every driver.
create table article_vectors (
  article_id text not null,
  model text not null,
  text_hash text not null,
  at timestamptz not null,
  vector text not null,
  primary key (article_id, model)
);
create index article_vectors_text on article_vectors (text_hash, model);
