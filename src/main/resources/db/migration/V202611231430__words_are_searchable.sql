-- How words are compared: without regard to case, accents, ligatures, apostrophes or punctuation,
-- by their stem in French or in English. Both the index and the questions go through here.

create text search configuration clausebook_fr (copy = pg_catalog.french);
alter text search configuration clausebook_fr
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with unaccent, french_stem;
create text search configuration clausebook_en (copy = pg_catalog.english);
alter text search configuration clausebook_en
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with unaccent, english_stem;

-- A text as plain words. The dictionary is given, so the result depends on nothing but the value;
-- ranges instead of classes, so neither does it depend on the locale of the database.
create function search_plain(value text) returns text language sql immutable parallel safe
  return lower(regexp_replace(
    unaccent(cast('unaccent' as regdictionary), translate(value, E'\u00a0\u202f\u2019\u02bc', '  ''''')),
    '[^a-zA-Z0-9\u00c0-\uffff]+', ' ', 'g'));

-- What is compared when an identifier is looked for: '2016/679' and '24-A-05' without their marks.
create function search_key(value text) returns text language sql immutable parallel safe
  return replace(search_plain(value), ' ', '');

-- The words of one pair of texts, in both languages.
create function search_vector(fr text, en text) returns tsvector language sql immutable parallel safe
  return to_tsvector('clausebook_fr', search_plain(coalesce(fr, '')))
      || to_tsvector('clausebook_en', search_plain(coalesce(en, '')));
