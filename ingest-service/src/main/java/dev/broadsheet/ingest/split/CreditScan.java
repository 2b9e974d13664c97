package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of a credit from left to right. Used once. */
final class CreditScan {
    private static final List<BylineRole> PICTURE = List.of(BylineRole.PHOTOGRAPHER);
    private static final String SEPARATORS = " 、,/;:|&□■●▲◆○◎★※◇△▼▽►▶-–—―_①②③④⑤⑥⑦⑧⑨⑩";
    private static final String DATE_UNITS = "年月日时分";
    private static final int LONGEST_ASIDE = 40;
    private static final int SHORTEST_FRAMED = 3;
    private static final int LONGEST_UNWORDED = 12;
    private static final String BOTH = "摄影报道";
    private static final String REPORTS = "报道报导电";

    private final String folded;
    private final String plain;
    private final CreditWords words;
    private final Names names;
    private final List<Byline> bylines = new ArrayList<>();
    private final List<String> bare = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();
    private List<String> closed = List.of();
    private List<BylineRole> roles = List.of();
    private CreditWords.@Nullable Word opened;
    private boolean nobody;
    private int lastPiece;
    private boolean worded;
    private boolean clean = true;
    private boolean sure = true;
    private final boolean housed;

    CreditScan(String folded, String plain, CreditWords words, Names names) {
        this.folded = folded;
        this.plain = plain;
        this.words = words;
        this.names = names;
        housed = words.hasRole(plain);
    }

    CreditParser.Credit run() {
        int at = 0;
        while (at < plain.length()) {
            at = step(at);
        }
        flush();
        return new CreditParser.Credit(
                List.copyOf(bylines), List.copyOf(bare), List.copyOf(bodies), worded, clean, sure);
    }

    private int step(int at) {
        char c = plain.charAt(at);
        if (c == '(') {
            return aside(at);
        }
        if (SEPARATORS.indexOf(c) >= 0) {
            return at + 1;
        }
        if (Chars.isDigit(c)) {
            return date(at);
        }
        int role = roleAfterHouse(at);
        int start = role < 0 ? at : role;
        CreditWords.Word word = words.at(plain, start);
        return word == null || isSurname(word, at) ? name(at) : word(word, start);
    }

    private int roleAfterHouse(int at) {
        return housed ? words.roleAfterHouse(plain, at) : -1;
    }

    /** 文 and 图 with a single letter behind a blank are a name printed wide (文 娟). */
    private boolean isSurname(CreditWords.Word word, int at) {
        int next = at + 2;
        return word.text().equals("文")
                && pending.isEmpty()
                && next < plain.length()
                && plain.charAt(at + 1) == ' '
                && Chars.isHan(plain.charAt(next))
                && words.at(plain, next) == null
                && (next + 1 == plain.length() || !Chars.isHan(plain.charAt(next + 1)));
    }

    /** A bracket inside a credit explains. */
    private int aside(int at) {
        int close = plain.indexOf(')', at);
        if (close < 0 || close - at > LONGEST_ASIDE) {
            clean = false;
            return at + 1;
        }
        return close + 1;
    }

    private int date(int at) {
        int end = at;
        while (end < plain.length() && Chars.isDigit(plain.charAt(end))) {
            end++;
        }
        if (end == plain.length() || DATE_UNITS.indexOf(plain.charAt(end)) < 0) {
            clean = false;
            return end;
        }
        end++;
        return end < plain.length() && (plain.charAt(end) == '电' || plain.charAt(end) == '讯') ? end + 1 : end;
    }

    private int word(CreditWords.Word word, int at) {
        int end = at + word.text().length();
        switch (word.place()) {
            case ASIDE -> {}
            case NOBODY, BEFORE -> open(word);
            case AFTER -> close(word, at);
            case EITHER -> {
                if (opensAt(at, end)) {
                    open(word);
                } else {
                    close(word, at);
                }
            }
        }
        return end;
    }

    /** Whether a word that can stand on either side of its names stands before them here. */
    private boolean opensAt(int at, int end) {
        boolean left = at > 0 && plain.charAt(at - 1) == '/' && !pending.isEmpty();
        boolean right = end < plain.length() && (plain.charAt(end) == '/' || plain.charAt(end) == ':');
        if (left != right) {
            return right;
        }
        if (pending.isEmpty()) {
            return closed.isEmpty() || nameFollows(end);
        }
        return (!roles.isEmpty() || nobody) && nameFollows(end);
    }

    private boolean nameFollows(int end) {
        int at = end;
        while (at < plain.length() && SEPARATORS.indexOf(plain.charAt(at)) >= 0) {
            at++;
        }
        return at < plain.length()
                && Chars.isHan(plain.charAt(at))
                && words.at(plain, at) == null
                && roleAfterHouse(at) < 0;
    }

    private void open(CreditWords.Word word) {
        CreditWords.Word before = opened;
        opened = word;
        if (word.place() != CreditWords.Place.NOBODY) {
            worded = true;
        }
        if (before != null && pending.isEmpty()) {
            if (nobody || (roles.equals(PICTURE) && word.place() == CreditWords.Place.BEFORE)) {
                return;
            }
            if (before.place() == CreditWords.Place.EITHER && word.place() == CreditWords.Place.EITHER) {
                roles = union(roles, word.roles());
                return;
            }
        }
        flush();
        roles = word.roles();
        nobody = word.place() == CreditWords.Place.NOBODY;
    }

    private static List<BylineRole> union(List<BylineRole> a, List<BylineRole> b) {
        List<BylineRole> all = new ArrayList<>(a);
        b.stream().filter(role -> !a.contains(role)).forEach(all::add);
        return List.copyOf(all);
    }

    private void close(CreditWords.Word word, int at) {
        worded = true;
        opened = null;
        if (REPORTS.contains(word.text())) {
            dropPlace(at);
        }
        if (!pending.isEmpty() && isDoubtful(word, at)) {
            sure = false;
        }
        if (pending.isEmpty() && roles.isEmpty()) {
            closed.forEach(name -> word.roles().forEach(role -> bylines.add(new Byline(role, name))));
            return;
        }
        if (roles.isEmpty() || (word.roles().equals(PICTURE) && !word.text().equals(BOTH))) {
            roles = word.roles();
        }
        flush();
        roles = List.of();
        nobody = false;
    }

    /** A word of more than one letter glued to what has no surname (免费提供, 现场采访), unless 记者 stands before it. */
    private boolean isDoubtful(CreditWords.Word word, int at) {
        boolean glued = word.text().length() > 1 && Names.isNameChar(plain.charAt(at - 1));
        return glued
                && !isFramed()
                && !names.repair(pending.subList(pending.size() - 1, pending.size())).stream()
                        .allMatch(names::isPlain);
    }

    /** A single piece behind 记者 and the like, too long for the words that stand there as well as names. */
    private boolean isFramed() {
        String piece = pending.get(pending.size() - 1);
        return !roles.isEmpty() && pending.size() == 1 && piece.length() >= SHORTEST_FRAMED && !names.isWord(piece);
    }

    /** 记者 X 北京报道, 记者X/台北报导, 记者X台北报导: the place is no name. */
    private void dropPlace(int at) {
        if (pending.isEmpty()) {
            return;
        }
        int last = pending.size() - 1;
        String piece = pending.get(last);
        boolean glued = lastPiece + piece.length() == at;
        boolean struck = lastPiece > 0 && plain.charAt(lastPiece - 1) == '/' && last > 0;
        if (struck || (glued && last > 0 && !names.isPlain(piece)) || (last > 0 && names.isPlace(piece))) {
            pending.remove(last);
        } else if (glued) {
            pending.set(last, names.withoutPlace(piece));
        }
    }

    private int name(int at) {
        int end = at;
        while (end < plain.length() && Names.isNameChar(plain.charAt(end)) && (end == at || !wordAt(end, end - at))) {
            end++;
        }
        if (end == at) {
            clean = false;
            return at + 1;
        }
        String piece = folded.substring(at, end);
        if (opened != null && at > 0 && Chars.isHan(plain.charAt(at - 1)) && !names.hasSurname(piece)) {
            sure = false;
        }
        opened = null;
        pending.add(piece);
        lastPiece = at;
        return end;
    }

    private boolean wordAt(int at, int length) {
        CreditWords.Word word = words.at(plain, at);
        if (word == null) {
            return roleAfterHouse(at) >= 0;
        }
        if (word.text().length() == 1) {
            return plain.charAt(at) == '摄' || (length >= 2 && isPaired(at));
        }
        boolean person =
                word.place() == CreditWords.Place.BEFORE && !word.roles().contains(BylineRole.AUTHOR);
        return person || (word.mayClose() && (length >= 2 || plain.charAt(at) == '摄'));
    }

    /** X文 Y图 glued to the names: 文 and 图 end names too, so that only both together count. */
    private boolean isPaired(int at) {
        char c = plain.charAt(at);
        int partner = c == '文' ? plain.indexOf('图', at) : plain.lastIndexOf('文', at);
        int later = Math.max(at, partner);
        return partner > 0 && Chars.isHan(plain.charAt(later - 1)) && Math.abs(partner - at) > 2;
    }

    private void flush() {
        if (!worded && pending.stream().anyMatch(piece -> piece.length() > LONGEST_UNWORDED)) {
            clean = false;
            pending.clear();
        }
        List<String> credited = new ArrayList<>();
        for (String name : names.repair(pending)) {
            if (nobody || names.isNobody(name)) {
                continue;
            }
            if (names.isBody(name)) {
                bodies.add(name);
            } else if (Names.fits(name)) {
                credited.add(name);
            } else {
                clean = false;
            }
        }
        if (!pending.isEmpty()) {
            closed = credited;
        }
        for (String name : credited) {
            if (roles.isEmpty()) {
                bare.add(name);
            }
            for (BylineRole role : roles) {
                bylines.add(new Byline(role, name));
            }
        }
        pending.clear();
    }
}
