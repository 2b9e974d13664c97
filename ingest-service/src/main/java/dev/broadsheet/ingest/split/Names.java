package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be a person's name in a credit: two to four characters, as a rule with a surname in front. */
final class Names {
    private static final int LONGEST = 4;
    private static final int LONGEST_FOREIGN = 12;
    private final Set<String> surnames;

    Names() {
        surnames = new HashSet<>(Vocabulary.words("surnames.tsv"));
    }

    boolean hasSurname(String name) {
        return surnames.contains(name.substring(0, 1))
                || (name.length() > 2 && surnames.contains(name.substring(0, 2)));
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

    private List<String> unglue(String piece) {
        for (int first : new int[] {3, 2, 4}) {
            int rest = piece.length() - first;
            if (rest >= 2 && rest <= LONGEST && hasSurname(piece.substring(first))) {
                return List.of(piece.substring(0, first), piece.substring(first));
            }
        }
        return List.of(piece);
    }
}
