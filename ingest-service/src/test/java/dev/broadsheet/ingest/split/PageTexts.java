package dev.broadsheet.ingest.split;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates the texts of pages, from plausible to impossible. All words are made up at random from common characters. */
final class PageTexts {
    private static final String HAN = "县区市镇村乡省大小中上下月日年开会项目建设工作发展人民图文记者员本报讯摄今昨天的了在是一二三十百万亿元个王李张赵";
    private static final String TRADITIONAL = "縣區鎮記者報導會議項目建設發展員萬億個國際開幕臺灣東西門";
    private static final String MARKS = "。,、!?:;“”‘’\"'()（）《》【】「」—…·|/-+%〇";
    private static final String ODD =
            "\u0000\u0001\u0008\u000b\u001b\u001c\u0085\u00a0\u00ad\u200b\u200e\u200f\u202e\u2028\u2029\u3000\ufeff\ufffd\ufffe\ud83d\ude00\ud83d\udc4d\f\t\r";

    private PageTexts() {}

    /** Pages of up to 40 lines in some layout, one in five mere characters. */
    static Arbitrary<String> pages() {
        return Arbitraries.frequencyOf(Tuple.of(4, laidOut()), Tuple.of(1, noise()))
                .withoutEdgeCases();
    }

    private static Arbitrary<String> laidOut() {
        Arbitrary<String> between = Arbitraries.of("\n", "\n\n", "\r\n", "\n \n\n");
        Arbitrary<String> page =
                Combinators.combine(line().list().ofMaxSize(40), between).as((lines, end) -> String.join(end, lines));
        return Arbitraries.frequencyOf(
                Tuple.of(6, page),
                Tuple.of(1, page.map(once -> once + "\n" + once)),
                Tuple.of(1, page.map(PageTexts::fullWidth)),
                Tuple.of(
                        2,
                        Combinators.combine(page, Arbitraries.integers().between(7, 30))
                                .as(PageTexts::hardWrapped)));
    }

    private static Arbitrary<String> noise() {
        return Arbitraries.strings()
                .withChars(HAN + MARKS + ODD + "\n\n\n azZ09.")
                .ofMaxLength(200);
    }

    private static Arbitrary<String> line() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just("")),
                Tuple.of(6, headline()),
                Tuple.of(6, dateline()),
                Tuple.of(6, text().map(text -> text + "。")),
                Tuple.of(4, text()),
                Tuple.of(3, caption()),
                Tuple.of(3, credit()),
                Tuple.of(4, han(1, 2)),
                Tuple.of(3, furniture()),
                Tuple.of(1, traditional()),
                Tuple.of(1, Arbitraries.strings().withChars("0123456789.% \t元").ofMaxLength(30)),
                Tuple.of(1, Arbitraries.strings().withChars("The fox, (No. 7)").ofMaxLength(80)),
                Tuple.of(2, Arbitraries.strings().withChars(MARKS + " ").ofMaxLength(20)),
                Tuple.of(2, odd()));
    }

    private static Arbitrary<String> headline() {
        return Combinators.combine(
                        Arbitraries.of("", "“", "——", "《"),
                        han(3, 22),
                        Arbitraries.of("", " ", "——", "”", "》", "!", ":"),
                        han(0, 8))
                .as((open, left, seam, right) -> open + left + seam + right);
    }

    private static Arbitrary<String> dateline() {
        Arbitrary<String> opening = Arbitraries.of(
                "本报讯 ", "本报讯(记者 %s)", "本报讯(记者 %s 通讯员 %s)", "据新华社电 ", "本报3月5日讯(记者%s) ", "晚报讯 记者%s", "(上接第1版)");
        return Combinators.combine(opening, name(), text(), Arbitraries.of("。", "", "。(%s)", "。记者 %s 文/图"))
                .as((open, name, text, close) -> (open + text + close).replace("%s", name));
    }

    private static Arbitrary<String> caption() {
        return Combinators.combine(
                        Arbitraries.of("", "图为", "上图:", "3月5日,"), text(), name(), Arbitraries.of(" 摄", "摄影报道", "/图"))
                .as((open, text, name, close) -> open + text + "。" + name + close);
    }

    private static Arbitrary<String> credit() {
        Arbitrary<String> form = Arbitraries.of(
                "%s", "%s 摄", "记者 %s 文/图", "(记者 %s)", "□本报记者 %s", "本报记者 %s 通讯员 %s", "(%s)", "作者:%s", "%s %s", "编辑 %s");
        return Combinators.combine(form, name()).as((text, name) -> text.replace("%s", name));
    }

    private static Arbitrary<String> furniture() {
        return Arbitraries.of(
                "新闻热线:000-12345678",
                "2024年3月8日 星期五 A02版",
                "第13版",
                "A05",
                "要闻",
                "责任编辑 王五 电话:12345678",
                "* * *",
                "———————",
                "2024年2月30日");
    }

    private static Arbitrary<String> traditional() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars(TRADITIONAL + ",。「」")
                .ofMinLength(4)
                .ofMaxLength(90);
        return Combinators.combine(Arbitraries.of("", "【記者王五/報導】", "記者李四/攝"), text)
                .as(String::concat);
    }

    /** A line with something in it that no printer prints. */
    private static Arbitrary<String> odd() {
        Arbitrary<String> odd =
                Arbitraries.strings().withChars(ODD).ofMinLength(1).ofMaxLength(4);
        return Combinators.combine(han(0, 30), odd, text()).as((left, middle, right) -> left + middle + right);
    }

    /** Clauses without a stop at the end, up to 120 characters or so. */
    private static Arbitrary<String> text() {
        return Combinators.combine(
                        han(2, 18).list().ofMinSize(1).ofMaxSize(8), Arbitraries.of(",", "。", "、", ",“", "”,"))
                .as((clauses, mark) -> String.join(mark, clauses));
    }

    private static Arbitrary<String> name() {
        return Arbitraries.of("王五", "李小明", "欧阳明月", "王 五", "马文远 李四", "市委宣传部", "");
    }

    private static Arbitrary<String> han(int shortest, int longest) {
        return Arbitraries.strings().withChars(HAN).ofMinLength(shortest).ofMaxLength(longest);
    }

    private static String fullWidth(String page) {
        return page.replace(',', '，')
                .replace('!', '！')
                .replace('?', '？')
                .replace(':', '：')
                .replace('(', '（')
                .replace(')', '）');
    }

    /** A blank at each printed line end of `width` characters, inside words too. */
    private static String hardWrapped(String page, int width) {
        return page.replaceAll("(.{" + width + "})(?=.)", "$1 ");
    }
}
