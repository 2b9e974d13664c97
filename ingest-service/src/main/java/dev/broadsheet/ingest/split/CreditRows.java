package dev.broadsheet.ingest.split;

import java.util.List;

/** Puts together what the page set in several rows: the bracket of a credit, a byline, a caption. */
final class CreditRows {
    private static final int LONGEST_PART = 12;

    private CreditRows() {}

    /** The folded text of a row and of those below that go on with it; empty for a row that goes on with the one above. */
    static String text(List<Placed> rows, int i) {
        String text = rows.get(i).row().folded();
        if (rows.get(i).isRunning()) {
            return bracket(rows, i, text);
        }
        if (i > 0 && goesOn(rows, i)) {
            return "";
        }
        int end = i + 1;
        while (end < rows.size() && goesOn(rows, end)) {
            end++;
        }
        if (end == i + 1) {
            return text;
        }
        StringBuilder all = new StringBuilder();
        rows.subList(i, end).forEach(placed -> all.append(placed.row().folded()));
        return all.toString();
    }

    private static String bracket(List<Placed> rows, int i, String text) {
        if (i + 1 < rows.size() && rows.get(i + 1).isRunning() && text.lastIndexOf('(') > text.lastIndexOf(')')) {
            return text + rows.get(i + 1).row().folded();
        }
        boolean broken = i > 0
                && text.endsWith(")")
                && text.indexOf('(') < 0
                && rows.get(i - 1).isRunning();
        return broken ? rows.get(i - 1).row().folded() + text : text;
    }

    private static boolean goesOn(List<Placed> rows, int i) {
        Placed above = rows.get(i - 1);
        Placed here = rows.get(i);
        Role role = here.state().role();
        boolean alike = above.state().role() == role && (role == Role.CAPTION || role == Role.BYLINE);
        if (!alike
                || !Chars.isHan(above.row().last())
                || !Chars.isHan(here.row().first())) {
            return false;
        }
        if (role == Role.CAPTION) {
            return true;
        }
        boolean opened = above.has(Trait.CREDIT) || here.row().text().length() == 1;
        return opened && here.row().text().length() <= LONGEST_PART && !here.has(Trait.PHOTO_CREDIT);
    }
}
