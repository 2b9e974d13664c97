package dev.broadsheet.system.console;

import dev.broadsheet.system.console.ConsoleSite.Printed;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the console's tests read: the demo's pages, and one of traps. */
final class SamplePages {
    static final String PAPER = "青川日报";
    static final String OTHER_PAPER = "临江日报";
    /** An article of this title holds a figure that is torn over two lines. */
    static final String RESERVOIR = "青禾水库今年六月下闸蓄水";

    static final String SCRIPT = "<script>alert(1)</script>是怎样混进标题的";

    private static final String TRAPS = """
            引水工程进入冲刺阶段

            %s

            本报讯（记者 林之远）3月7日，青川县水利局通报，青禾水库项目累计完成投资18.6
            亿元，同比增长8.2%%。项目总投资31.5亿元，预计今年6月底下闸蓄水。

            县长顾明川说，水库建成后，云溪镇等地的二十余万人将喝上放心水，
            2025年全县固定资产投资力争达到120亿元。

            %s

            本报讯（记者 周小满）近日，有读者来信说，一篇稿件的标题里出现了尖括号。
            编辑部核查后表示，标题只是文字，不会被当作代码执行。

            """.formatted(RESERVOIR, SCRIPT);

    private static final Path DEMO = Path.of("../standalone/src/main/resources/samples");

    /** Pages of the demo that are not UTF-8; one charset is enough here. */
    private static final Set<String> OTHER_CHARSETS =
            Set.of("云岭时报_2023-11-21_03.txt", "東埔日報_2024-05-20_A3.txt", "江屿晨报_2024-10-25_A01.txt");

    private SamplePages() {}

    static List<Printed> all() throws IOException {
        List<Printed> pages = new ArrayList<>();
        pages.add(new Printed(PAPER, LocalDate.of(2024, 3, 8), "A02", TRAPS));
        for (int year = 2019; year <= 2023; year++) {
            pages.add(new Printed(PAPER, LocalDate.of(year + 1, 1, 20), "A01", economy(year)));
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(DEMO, "*.txt")) {
            for (Path file : files) {
                if (OTHER_CHARSETS.contains(file.getFileName().toString())) {
                    continue;
                }
                String[] name =
                        file.getFileName().toString().replace(".txt", "").split("_", -1);
                pages.add(new Printed(name[0], LocalDate.parse(name[1]), name[2], Files.readString(file)));
            }
        }
        return pages;
    }

    /** What two counties report of a year, and what they plan for the next. */
    private static String economy(int year) {
        int since = year - 2019;
        return """
                %1$d年经济运行情况公布

                本报讯（记者 林之远）%1$d年，青川县地区生产总值达到%2$d亿元，同比增长%3$d.4%%。

                %1$d年，云岭县地区生产总值达到%4$d亿元，同比增长%5$d.8%%。

                %6$d年，青川县地区生产总值力争达到%7$d亿元，云岭县地区生产总值力争达到%8$d亿元。
                """.formatted(
                        year,
                        86 + 7 * since,
                        5 + since % 3,
                        120 + 9 * since,
                        6 + since % 2,
                        year + 1,
                        95 + 7 * since,
                        132 + 9 * since);
    }
}
