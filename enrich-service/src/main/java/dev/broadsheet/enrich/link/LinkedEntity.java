package dev.broadsheet.enrich.link;

import dev.broadsheet.enrich.extract.EntityMention;
import org.jspecify.annotations.Nullable;

/**
 * A mention and what it means.
 *
 * @param canonicalName the name in full, without layout and quotation marks: the official one of a division, the article's long
 *     form of a short one, the alias table's; else the name itself
 * @param place the division the thing belongs to; of a division itself: itself; of a person: the county-level region of the
 *     article; null where it is not sure
 * @param isDivision whether the mention names {@code place} itself, rather than something in it
 * @param role what a person is called in this article (记者, 区委书记); null for others and where not told
 */
public record LinkedEntity(
        EntityMention mention,
        String canonicalName,
        @Nullable LinkedPlace place,
        boolean isDivision,
        @Nullable String role) {}
