package dev.broadsheet.chinese;

/** Brings the many ways of writing a digit or a unit to one: half width, simplified, plain instead of financial. */
final class NumeralForm {
    private static final String WRITTEN = "壹贰叁肆伍陆柒捌玖拾佰仟萬億两兩俩弍弐貳參陸〇○Ｏ";
    private static final String PLAIN = "一二三四五六七八九十百千万亿二二二二二二三六零零零";

    private NumeralForm() {}

    /** Trimmed, one char a char except 廿 and 卅, which become two. */
    static String plain(CharSequence s) {
        StringBuilder plain = new StringBuilder(s.length() + 2);
        for (int i = 0; i < s.length(); i++) {
            append(plain, s.charAt(i));
        }
        return plain.toString().strip();
    }

    private static void append(StringBuilder plain, char c) {
        int written = WRITTEN.indexOf(c);
        if (written >= 0) {
            plain.append(PLAIN.charAt(written));
        } else if (c == '廿') {
            plain.append("二十");
        } else if (c == '卅') {
            plain.append("三十");
        } else if (c >= '！' && c <= '～') {
            plain.append((char) (c - '！' + '!'));
        } else {
            plain.append(c == '−' || c == '负' || c == '負' ? '-' : c == '點' ? '点' : c);
        }
    }

    static boolean negative(String text) {
        return text.charAt(0) == '-';
    }

    static String withoutPlus(String text) {
        return text.charAt(0) == '+' ? text.substring(1) : text;
    }
}
