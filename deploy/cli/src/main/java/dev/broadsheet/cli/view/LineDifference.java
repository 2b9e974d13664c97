package dev.broadsheet.cli.view;

import java.util.ArrayList;
import java.util.List;

/** In what a line of the split differs from its label, and the same in words: what is wanted and what the split has. */
record LineDifference(boolean article, boolean role, boolean join, String words) {

    /** `wantedArticle` is the label's article as the split numbers it, -1 where the split lacks it; `wantedName` is for words. */
    static LineDifference of(LineLabel wanted, int wantedArticle, String wantedName, PlacedLine got) {
        List<String> words = new ArrayList<>();
        boolean article = wantedArticle != got.article();
        if (article) {
            words.add("wanted " + wantedName + ", got " + articleName(got.article()));
        }
        boolean role = wanted.role() != got.role();
        if (role) {
            words.add("wanted " + Names.of(wanted.role()) + ", got " + Names.of(got.role()));
        }
        boolean join = wanted.joined() != got.joined();
        if (join) {
            words.add("wanted " + joinName(wanted.joined()) + ", got " + joinName(got.joined()));
        }
        return new LineDifference(article, role, join, String.join("; ", words));
    }

    boolean isNone() {
        return !article && !role && !join;
    }

    private static String joinName(boolean joined) {
        return joined ? "joined" : "not joined";
    }

    static String articleName(int article) {
        return article == 0 ? "no article" : "article " + article;
    }
}
