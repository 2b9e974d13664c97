package dev.broadsheet.enrich.link;

import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.EntityType;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceByline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an article calls its persons: the title right before a name (区委书记某某), at its end or right behind it (某主任), that of the name
 * before it in a list, else how the byline credits it. The title comes with the committee it belongs to (区委, 党支部) but without the
 * place. A name without a title has the first one that it has elsewhere in the article. Stateless.
 */
final class Roles {
    private static final int REACH = 24;
    private static final int MOST_HEADS = 3;

    private Roles() {}

    /**
     * The role of each mention; null for what is no person and where none is told.
     *
     * @param names of the mentions, as canonical names are written
     */
    static List<@Nullable String> of(SourceArticle article, List<EntityMention> mentions, List<String> names) {
        List<@Nullable String> roles = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            String role = null;
            if (mentions.get(i).type() == EntityType.PERSON) {
                String text = article.blocks().get(mentions.get(i).block()).text();
                role = told(text, mentions.get(i), names.get(i));
                String former = i > 0 ? roles.get(i - 1) : null;
                if (role == null
                        && former != null
                        && isShared(former)
                        && isListed(text, mentions.get(i - 1), mentions.get(i))) {
                    role = former;
                }
            }
            roles.add(role);
            if (role != null) {
                known.putIfAbsent(names.get(i), role);
            }
        }
        for (SourceByline byline : article.bylines()) {
            known.putIfAbsent(LinkedNames.plain(byline.name()), credit(byline.role()));
        }
        for (int i = 0; i < roles.size(); i++) {
            if (roles.get(i) == null && mentions.get(i).type() == EntityType.PERSON) {
                roles.set(i, known.get(names.get(i)));
            }
        }
        return roles;
    }

    /** 副局长甲、乙 are both; 局长甲、乙 is one and somebody else. */
    private static boolean isShared(String role) {
        return role.contains("副") || LinkWords.SHARED_ROLES.stream().anyMatch(role::endsWith);
    }

    private static @Nullable String told(String text, EntityMention mention, String name) {
        String before =
                before(LinkedNames.plain(text.substring(Math.max(0, mention.start() - REACH), mention.start())));
        if (before != null) {
            return before;
        }
        int inside = LinkWords.ROLES_REVERSED.longestEnding(name, name.length(), 1);
        if (inside >= 2) {
            return name.substring(name.length() - inside);
        }
        return behind(LinkedNames.plain(text.substring(mention.end(), Math.min(text.length(), mention.end() + REACH))));
    }

    /** The title that ends the text, with what belongs before it. */
    private static @Nullable String before(String text) {
        int length = LinkWords.ROLES_REVERSED.longestEnding(text, text.length(), 0);
        int start = text.length() - length;
        for (int heads = 0; length > 0 && heads < MOST_HEADS; heads++) {
            start -= LinkWords.ROLE_HEADS.longestEnding(text, start, 0);
        }
        return length == 0 ? null : text.substring(start);
    }

    /** The title that opens the text, where nothing goes on behind it but a mark or a verb of speech. */
    private static @Nullable String behind(String text) {
        int length = LinkWords.ROLES.matchLength(text, 0, text.length());
        boolean ends = length == text.length()
                || (length > 0 && "，。、；：？！）的在".indexOf(text.charAt(length)) >= 0)
                || LinkWords.SPEECH.matchLength(text, length, text.length()) > 0;
        return length >= 2 && ends ? text.substring(0, length) : null;
    }

    private static boolean isListed(String text, EntityMention before, EntityMention mention) {
        if (before.type() != EntityType.PERSON
                || before.block() != mention.block()
                || mention.start() - before.end() > REACH) {
            return false;
        }
        String gap = text.substring(Math.min(before.end(), mention.start()), mention.start())
                .strip();
        return gap.isEmpty() || gap.equals("、");
    }

    private static String credit(String role) {
        return switch (role.toUpperCase(Locale.ROOT)) {
            case "REPORTER" -> "记者";
            case "CORRESPONDENT" -> "通讯员";
            case "PHOTOGRAPHER" -> "摄影";
            case "AUTHOR" -> "作者";
            default -> "供稿";
        };
    }
}
