package dev.broadsheet.chinese;

/** A copy of text that HanLP can take, unit for unit: what is no printable character of the basic plane is a mark. */
final class StandIn {
    /** HanLP knows it as punctuation, so words do not run across it. */
    private static final char MARK = '□';

    private StandIn() {}

    static String of(String text, int from, int to) {
        char[] copy = new char[to - from];
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            copy[i - from] = printable(c) ? c : MARK;
        }
        return new String(copy);
    }

    private static boolean printable(char c) {
        if (c >= 0x20 && c < 0x7f) {
            return true;
        }
        return c >= 0xa0 && !Character.isSurrogate(c) && Character.getType(c) != Character.PRIVATE_USE && c < 0xfff0;
    }
}
