package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be a person's name in a credit: two to four characters, as a rule with a surname in front. */
final class Names {
    private static final int LONGEST = 4;
    private static final int LONGEST_FOREIGN = 12;
    private static final String PLACE_ENDS = "省市区县镇乡村局";
    private final Map<String, Integer> ranks = new HashMap<>();

    Names() {
        for (String surname : Vocabulary.words("surnames.tsv")) {
            ranks.put(surname, ranks.size());
        }
    }

    boolean hasSurname(String name) {
        return rank(name) < Integer.MAX_VALUE;
    }

    /** How common the surname is that the name begins with, 0 the most; Integer.MAX_VALUE if it begins with none. */
    private int rank(String name) {
        int single = ranks.getOrDefault(name.substring(0, 1), Integer.MAX_VALUE);
        int compound =
                name.length() > 2 ? ranks.getOrDefault(name.substring(0, 2), Integer.MAX_VALUE) : Integer.MAX_VALUE;
        return Math.min(single, compound);
    }

    /** A name that needs no word such as 记者 beside it to be taken for one. */
    boolean isPlain(String name) {
        return name.length() <= 3 && hasSurname(name) && PLACE_ENDS.indexOf(name.charAt(name.length() - 1)) < 0;
    }

    static boolean fits(String name) {
        if (name.length() < 2) {
            return false;
        }
        boolean foreign = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            foreign |= c == '·';
            if (!Chars.isHan(c) && c != '·') {
                return false;
            }
        }
        return name.length() <= (foreign ? LONGEST_FOREIGN : LONGEST);
    }

    /** Names of which some were printed with a blank inside (a single character before it) or glued together (five and more). */
    List<String> repair(List<String> pieces) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            if (piece.length() == 1
                    && i + 1 < pieces.size()
                    && pieces.get(i + 1).length() == 1) {
                names.add(piece + pieces.get(++i));
            } else if (piece.length() > LONGEST && piece.length() <= 2 * LONGEST && piece.indexOf('·') < 0) {
                names.addAll(unglue(piece));
            } else {
                names.add(piece);
            }
        }
        return names;
    }

    /** Of the ways to cut it in two, the one whose second name has the most common surname. */
    private List<String> unglue(String piece) {
        int best = 0;
        int bestRank = Integer.MAX_VALUE;
        for (int cut = 2; cut <= LONGEST && piece.length() - cut >= 2; cut++) {
            int rank = rank(piece.substring(cut));
            if (piece.length() - cut <= LONGEST && rank < bestRank) {
                best = cut;
                bestRank = rank;
            }
        }
        return best == 0 ? List.of(piece) : List.of(piece.substring(0, best), piece.substring(best));
    }
}
