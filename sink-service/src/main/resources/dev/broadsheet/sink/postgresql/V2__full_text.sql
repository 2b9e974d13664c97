-- A query as a tsquery, cut exactly as SearchVector cuts the text (a test compares the two). White space separates terms
-- that must all occur; each term, and each "quoted part", is a phrase. A run of Chinese characters is a chain of pairs,
-- a single one stands alone; a punctuation mark leaves a gap of one.
create function article_query(query text) returns tsquery
    language plpgsql immutable parallel safe as
$$
declare
    han     constant text := '\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff';
    breaks  constant text := '\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff'
                          || '\u2e00-\u303f\ue000-\uf8ff\ufe00-\ufe6f\uff00-\uff20\uff3b-\uff40\uff5b-\uff65'
                          || '\uffe0-\uffff\U00040000-\U0010ffff';
    term    text[];
    token   text[];
    lexeme  text;
    phrase  text;
    at      integer;
    last_at integer;
    pairs   integer;
    result  tsquery;
begin
    for term in select regexp_matches(left(normalize(query, NFKC), 200), '"([^"]*)"|([^\s"]+)', 'g') loop
        phrase := '';
        at := 1;
        for token in select regexp_matches(
                regexp_replace(coalesce(term[1], term[2]), '([' || han || '])\s+(?=[' || han || '])', '\1', 'g'),
                '([' || han || ']+)|([^' || han || breaks || ']+)|(\S)', 'g') loop
            if token[3] is not null then
                at := at + 1;
                continue;
            end if;
            pairs := greatest(1, coalesce(length(token[1]) - 1, 1));
            for i in 1 .. pairs loop
                lexeme := coalesce(substr(token[1], i, 2), left(lower(token[2]), 64));
                phrase := phrase
                    || case when phrase = '' then '' else ' <' || at + i - 1 - last_at || '> ' end
                    || '''' || lexeme || '''';
                last_at := at + i - 1;
            end loop;
            at := at + coalesce(length(token[1]), 1);
        end loop;
        if phrase <> '' then
            result := case when result is null then phrase::tsquery else result && phrase::tsquery end;
        end if;
    end loop;
    return result;
end
$$;
comment on function article_query(text) is 'The tsquery of a search: terms all occur, each term and "quoted part" is a phrase.';
