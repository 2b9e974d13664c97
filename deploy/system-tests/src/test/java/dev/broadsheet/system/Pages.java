package dev.broadsheet.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages of our own writing, as many different ones as a test wants. */
public final class Pages {
    private static final List<String> PLACES = List.of("城东", "城西", "南湖", "北岭", "云台", "临港", "桃源", "柳林");
    private static final List<String> TRADES = List.of("智能装备", "新型建材", "绿色食品", "生物医药", "现代物流", "纺织服装");

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    private Pages() {}

    /** The text of a page that nobody in this JVM has been given yet: the same text twice is a duplicate. */
    static String fresh() {
        return text(freshNumber());
    }

    static int freshNumber() {
        return NUMBER.incrementAndGet();
    }

    /** Page {@code number}: four articles of its own, with figures that no other number has. */
    public static String text(int number) {
        StringBuilder page = new StringBuilder();
        for (int item = 0; item < 4; item++) {
            String place = PLACES.get((number + item) % PLACES.size());
            String trade = TRADES.get((number * 7 + item) % TRADES.size());
            page.append(String.format(
                    Locale.ROOT,
                    """
                    %2$s片区第%1$d批%3$s项目集中开工

                    本报讯(记者 林晓舟 通讯员 周一帆)昨日上午,青川市%2$s片区举行第%1$d批%3$s项目集中开工仪式,共开工项目%4$d个,总投资%5$d.%6$d亿元,其中产业类项目%7$d个。

                    据介绍,今年以来,%2$s片区累计完成固定资产投资%8$d万元,同比增长%9$d.%6$d%%,新增就业岗位%10$d个。项目全部建成后,预计年产值可达%11$d亿元以上。

                    “我们将为企业做好服务,确保项目早开工、早建成、早投产。”%2$s片区管理委员会主任陈明远说。

                    """,
                    number * 4 + item,
                    place,
                    trade,
                    3 + number % 40,
                    10 + number,
                    item,
                    2 + number % 17,
                    1200 + number * 3,
                    2 + item,
                    150 + number,
                    5 + number % 90));
        }
        return page.toString();
    }

    /** A page of one article that says what a county harvested, and what became of the reservoir project it builds. */
    static String harvest(String tonnes, String project) {
        return """
                青川县粮食生产再获丰收

                本报讯(记者 林晓舟)记者昨日从青川县农业农村局获悉,2023年,青川县粮食总产量达到%s万吨。

                在青川县,%s。“我们将为企业做好服务,确保项目早日见效。”青川县农业农村局局长陈明远说。
                """.formatted(tonnes, project);
    }

    /** Drops a file as feeders should: written beside, then renamed. */
    public static void drop(Path folder, String name, byte[] content) throws IOException {
        Path part = Files.write(folder.resolve(name + ".part"), content);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    public static void drop(Path folder, String name, String content) throws IOException {
        drop(folder, name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
