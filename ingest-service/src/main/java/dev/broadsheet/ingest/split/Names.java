package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be a person's name in a credit: two to four characters, as a rule with a surname in front; and what is a body's name. */
final class Names {
    private static final int LONGEST = 4;
    private static final int LONGEST_FOREIGN = 15;
    private static final int RANKED = 150;
    private static final String READER = "读者";
    private static final String PLACE_ENDS = "省市区县镇乡村局州旗";

    private static final String THING_ENDS = "室季溪湖桥楼店厅馆院站所路街巷节日会队场库厂塔寺庙洞谷园号线车船机费税贷卡单表书画歌舞戏赛奖";
    private static final String NUMERALS = "〇零一二三四五六七八九十百廿卅年月日正";

    private final Script script;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Set<String> words = new HashSet<>(Vocabulary.words("not-names.tsv"));
    private final Set<String> nobodies = new HashSet<>(Vocabulary.words("nobody.tsv"));
    private final Set<String> places = new HashSet<>(Vocabulary.words("credit-places.tsv"));
    private final Map<String, Ends> ends = new HashMap<>();
    private final NameCutter cutter = new NameCutter(this);

    Names(Script script) {
        this.script = script;
        for (List<String> row : Vocabulary.table("body-ends.tsv", 3)) {
            ends.computeIfAbsent(row.get(1), kind -> new Ends()).add(row.get(0));
        }
        for (String surname : Vocabulary.words("surnames.tsv")) {
            ranks.put(surname, ranks.size());
        }
    }

    static boolean isNameChar(char c) {
        return Chars.isHan(c) || c == '·' || Character.isSurrogate(c);
    }

    boolean hasSurname(String name) {
        return rank(name) < Integer.MAX_VALUE;
    }

    /** How common the surname is that the name begins with, 0 the most; Integer.MAX_VALUE if it begins with none. */
    int rank(String name) {
        String plain = script.plain(name);
        int single = ranks.getOrDefault(plain.substring(0, 1), Integer.MAX_VALUE);
        return hasCompound(plain) ? Math.min(single, RANKED) : single;
    }

    private boolean hasCompound(String plain) {
        return plain.length() > 2 && ranks.containsKey(plain.substring(0, 2));
    }

    boolean isCompound(String name) {
        return hasCompound(script.plain(name));
    }

    /** A name that needs no word such as 记者 beside it to be taken for one. */
    boolean isPlain(String name) {
        boolean sized = name.length() == 2 || name.length() == 3 || (name.length() == LONGEST && isCompound(name));
        return sized
                && hasSurname(name)
                && PLACE_ENDS.indexOf(name.charAt(name.length() - 1)) < 0
                && !isWord(name)
                && !isNobody(name);
    }

    /** A name even where nothing but its form says so: no 候车室, no 毕业季. */
    boolean isNameAlone(String name) {
        return isPlain(name) && (name.length() < 3 || THING_ENDS.indexOf(name.charAt(name.length() - 1)) < 0);
    }

    /** A word of the language that begins like a name: 高温. */
    boolean isWord(String piece) {
        return words.contains(script.plain(piece));
    }

    static boolean fits(String name) {
        if (name.length() < 2) {
            return false;
        }
        boolean foreign = name.indexOf('·') > 0 && !name.endsWith("·");
        for (int i = 0; i < name.length(); i++) {
            if (!isNameChar(name.charAt(i)) || (!foreign && name.charAt(i) == '·')) {
                return false;
            }
        }
        return name.codePointCount(0, name.length()) <= (foreign ? LONGEST_FOREIGN : LONGEST);
    }

    /** 受访者, 教授, places and other words that stand where names do. */
    boolean isNobody(String piece) {
        String plain = script.plain(piece);
        boolean person = piece.length() <= 3 && hasSurname(piece);
        return isDate(plain)
                || plain.endsWith("某")
                || nobodies.contains(plain)
                || endsAs(plain, "title")
                || (piece.length() > 2 && endsAs(plain, "place"))
                || (!person && endsAs(plain, "street"));
    }

    private static boolean isDate(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            if (NUMERALS.indexOf(plain.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A desk, an office, a firm by its last characters. */
    boolean isBody(String piece) {
        if (piece.length() < 3 || piece.indexOf('·') >= 0) {
            return false;
        }
        String plain = script.plain(piece);
        boolean person = piece.length() == 3 && hasSurname(piece);
        return endsAs(plain, "body") || (!person && endsAs(plain, "weak"));
    }

    /** Whether the words before a name can tell who that is: where from, of which body, in which office. */
    boolean tellsWho(String plain) {
        return (plain.endsWith(READER) && isPlace(plain.substring(0, plain.length() - READER.length())))
                || isBody(plain)
                || endsAs(plain, "title")
                || endsAs(plain, "place")
                || endsAs(plain, "street");
    }

    private boolean endsAs(String plain, String kind) {
        Ends known = ends.get(kind);
        return known != null && known.end(plain);
    }

    /** Ends of words, by their last character. */
    private static final class Ends {
        private final Map<Character, List<String>> byLast = new HashMap<>();

        void add(String end) {
            byLast.computeIfAbsent(end.charAt(end.length() - 1), last -> new ArrayList<>())
                    .add(end);
        }

        boolean end(String plain) {
            for (String end : byLast.getOrDefault(plain.charAt(plain.length() - 1), List.of())) {
                if (plain.length() > end.length() && plain.endsWith(end)) {
                    return true;
                }
            }
            return false;
        }
    }

    boolean isPlace(String piece) {
        String plain = script.plain(piece);
        return places.contains(plain)
                || (plain.length() > 2 && PLACE_ENDS.indexOf(plain.charAt(plain.length() - 1)) >= 0);
    }

    /** A name that a place is glued to, without it: 王小明台北 without 台北. */
    String withoutPlace(String piece) {
        for (int cut = 2; cut <= 4 && piece.length() - cut >= 2; cut++) {
            if (places.contains(script.plain(piece.substring(cut))) && hasSurname(piece)) {
                return piece.substring(0, cut);
            }
        }
        return piece;
    }

    /** Names of which some were printed with blanks inside or glued together. */
    List<String> repair(List<String> pieces) {
        List<String> names = new ArrayList<>();
        int i = 0;
        while (i < pieces.size()) {
            int end = singles(pieces, i);
            if (end - i > 1) {
                names.addAll(cutter.cutSpaced(String.join("", pieces.subList(i, end))));
                i = end;
            } else {
                i = add(pieces, i, names);
            }
        }
        return names;
    }

    private static int singles(List<String> pieces, int from) {
        int end = from;
        while (end < pieces.size()
                && pieces.get(end).length() == 1
                && !pieces.get(end).equals("·")) {
            end++;
        }
        return end;
    }

    private int add(List<String> pieces, int i, List<String> names) {
        String piece = pieces.get(i);
        String next = i + 1 < pieces.size() ? pieces.get(i + 1) : "";
        boolean dotted = piece.endsWith("·") || next.startsWith("·");
        boolean surname = (piece.length() == 1 || ranks.containsKey(script.plain(piece)))
                && hasSurname(piece)
                && (next.length() == 2 || (piece.length() == 2 && next.length() == 1))
                && !isPlain(next);
        if (!next.isEmpty() && (dotted || surname)) {
            String joined = piece + next;
            boolean more = joined.endsWith("·") && i + 2 < pieces.size();
            names.add(more ? joined + pieces.get(i + 2) : joined);
            return i + (more ? 3 : 2);
        }
        boolean tail = piece.length() == 1 && !names.isEmpty() && isCutOff(names.get(names.size() - 1));
        if (tail) {
            names.add(names.remove(names.size() - 1) + piece);
        } else {
            names.addAll(isBody(piece) || isNobody(piece) ? List.of(piece) : cutter.cut(piece));
        }
        return i + 1;
    }

    /** A surname and one character more. */
    private boolean isCutOff(String name) {
        return name.length() == 2 && hasSurname(name);
    }
}
