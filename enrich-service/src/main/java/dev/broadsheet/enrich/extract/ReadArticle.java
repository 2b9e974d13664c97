package dev.broadsheet.enrich.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an article, before it is known whom its figures are about.
 *
 * @param names of each sentence, those too that only another sentence tells for names
 * @param entities all that may be reported
 */
record ReadArticle(
        List<ReadSentence> sentences,
        List<List<Candidate>> names,
        List<EntityMention> entities,
        @Nullable String region,
        LeftOut leftOut) {}
