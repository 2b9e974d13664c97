package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/** Knows what stands at the top of a page: the paper's name, the page's name and number. */
final class PageTop {
    private static final int LONGEST_ISSUE = 8;
    private static final int LONGEST_NAME = 8;
    private static final int SHORTEST_LATIN = 8;
    private static final int MASTHEAD_ROWS = 4;
    private static final int LONGEST_PAGE_NAME = 4;
    private static final String GAPS = " ·|/,、";
    private static final int LONGEST_SECTION = 12;
    private static final int TOP_ROWS = 10;
    private final List<String> heads;
    private final List<String> papers = Vocabulary.words("papers.tsv");

    /** `heads` are the names that pages have (要闻). */
    PageTop(List<String> heads) {
        this.heads = heads;
    }

    /** At the top of the page: the paper's name, Latin letters, a page number with or without its section. */
    boolean isTop(String plain, int index) {
        if (index < MASTHEAD_ROWS
                && (isPaper(plain) || isPaper(plain.substring(0, latinFrom(plain))) || opensWithPaper(plain))) {
            return true;
        }
        if (plain.length() >= SHORTEST_LATIN && plain.indexOf(' ') > 0 && isLatin(plain)) {
            return true;
        }
        return index < TOP_ROWS && plain.length() <= LONGEST_SECTION + 4 && isNumbered(plain);
    }

    /** 青川日报 区县新闻, 教育周刊·观察 7: the paper's name and behind it the page's name or number. */
    private boolean opensWithPaper(String plain) {
        if (hasAny(plain, ",、!?:")) {
            return false;
        }
        List<String> tokens = tokens(plain);
        List<String> others = tokens.subList(1, tokens.size());
        return isPaper(tokens.get(0))
                && others.stream().allMatch(token -> token.length() <= LONGEST_NAME)
                && others.stream().anyMatch(this::isNameOrNumber);
    }

    /** 要闻, 区县新闻, 7, 第612期; a longer word that ends so may be part of a headline (村民的生活). */
    private boolean isNameOrNumber(String token) {
        boolean named = token.length() <= LONGEST_PAGE_NAME && heads.stream().anyMatch(token::endsWith);
        return named || isIssue(token) || token.equals(PageNumber.leading(token));
    }

    private static boolean isIssue(String plain) {
        return plain.startsWith("第") && plain.endsWith("期") && plain.length() <= LONGEST_ISSUE;
    }

    private static boolean hasAny(String plain, String marks) {
        return plain.chars().anyMatch(c -> marks.indexOf(c) >= 0);
    }

    private static int latinFrom(String plain) {
        int at = plain.indexOf(' ');
        return at > 0 && isLatin(plain.substring(at)) ? at : plain.length();
    }

    /** Capitals and blanks only. */
    private static boolean isLatin(String plain) {
        boolean capital = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c != ' ' && (c < 'A' || c > 'Z')) {
                return false;
            }
            capital |= c != ' ';
        }
        return capital;
    }

    private boolean isNumbered(String plain) {
        if (hasAny(plain, ",!?:“\"")) {
            return false;
        }
        if (isIssue(plain)) {
            return true;
        }
        String leading = PageNumber.leading(plain);
        if (leading != null) {
            String rest = plain.substring(leading.length()).strip();
            boolean wide = plain.length() > leading.length() && plain.charAt(leading.length()) == ' ';
            return rest.isEmpty() || isRange(rest) || isEdition(rest) || heads.contains(rest) || (wide && isHead(rest));
        }
        String number = PageNumber.read(plain);
        return number != null
                && (plain.startsWith(number) || plain.startsWith("第") || plain.endsWith(number) || plain.endsWith("版"));
    }

    private static boolean isEdition(String rest) {
        return rest.equals("版") || rest.startsWith("版 ") || rest.startsWith("版·");
    }

    /** Whether one of its words is a page's name (综合新闻), or a lunar date. */
    boolean isHead(String plain) {
        for (String token : tokens(plain)) {
            boolean named = token.length() <= LONGEST_NAME && heads.stream().anyMatch(token::endsWith);
            if (named || token.startsWith("农历") || token.startsWith("责编") || token.startsWith("编辑")) {
                return true;
            }
        }
        return false;
    }

    /** The -05 of 04-05. */
    private static boolean isRange(String rest) {
        return rest.charAt(0) == '-' && rest.length() <= 3 && PageNumber.leading(rest.substring(1)) != null;
    }

    boolean isPaper(String token) {
        if (token.length() > 10 || token.startsWith("本报")) {
            return false;
        }
        for (String paper : papers) {
            if (token.endsWith(paper) && token.length() > paper.length()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tokens(String plain) {
        List<String> tokens = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= plain.length(); i++) {
            if (i == plain.length() || GAPS.indexOf(plain.charAt(i)) >= 0) {
                tokens.add(plain.substring(from, i));
                from = i + 1;
            }
        }
        return tokens;
    }

    boolean hasPaper(String plain) {
        for (String token : tokens(plain)) {
            if (token.length() > 2 && isPaper(token)) {
                return true;
            }
        }
        return false;
    }
}
