package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Dumps with each printed line on a line of its own. */
class LinePageTest {
    private static final String INDENTED = """
            山泉乡加固水库大坝
            　　本报讯（记者　江子昂）汛期到来之
            前，山泉乡组织力量加固水库大坝，更换
            闸门两座，确保下游群众安全度汛。
            　　乡里还给每座水库安排了巡查员，早
            晚各走一遍，雨天加密到两小时一次，发
            现险情当场上报。
            古渡村今年通了公交车
            　　本报讯（通讯员　马文远）二月一日
            起，古渡村开通公交车，每天往返六趟，
            村民进城只要二十分钟，票价两元。
            """;

    private static final String FLUSH = """
            河湾镇举办插秧比赛
            本报讯(记者 夏至)六月二日,河湾镇举办
            插秧比赛,十二个村的插秧能手下到水田里
            一比高低,岸上的观众不停地喝彩叫好,场
            面十分热闹。
            比赛分个人和团体两项,前三名都有奖品,
            最年长的选手今年七十二岁,最小的才十九
            岁,是刚刚回村的大学生。
            老井重新清出甘甜水
            本报讯(记者 夏至)村口的老井淤塞多年,
            日前经过清理重新出水,水质检测合格,附
            近的居民又可以到井边打水了。
            """;

    private final PageSplitter splitter = new PageSplitter();

    @Test
    void paragraphs_end_where_the_next_is_indented() {
        List<Row> rows = Unwrapper.rows(PageReader.read(INDENTED.repeat(4)));
        assertThat(rows)
                .extracting(row -> row.lines().size())
                .startsWith(1, 3, 3, 1, 3)
                .hasSize(20);
        assertThat(rows.get(1).text()).endsWith("更换闸门两座，确保下游群众安全度汛。");
    }

    @Test
    void paragraphs_without_indent_end_with_their_short_line() {
        List<Row> rows = Unwrapper.rows(PageReader.read(FLUSH.repeat(4)));
        assertThat(rows)
                .extracting(row -> row.lines().size())
                .startsWith(1, 4, 3, 1, 3)
                .hasSize(20);
    }

    @Test
    void such_pages_are_split_like_others() {
        assertThat(splitter.split(INDENTED.repeat(4)).articles())
                .extracting(SplitArticle::title)
                .hasSize(8)
                .startsWith("山泉乡加固水库大坝", "古渡村今年通了公交车");
        assertThat(splitter.split(FLUSH.repeat(4)).articles())
                .extracting(article -> article.blocks().size())
                .containsExactly(3, 2, 3, 2, 3, 2, 3, 2);
    }

    @Test
    void a_block_knows_the_lines_it_was_made_of() {
        Block lead =
                splitter.split(INDENTED.repeat(4)).articles().get(0).blocks().get(1);
        assertThat(lead.lines()).containsExactly(2, 3, 4);
        assertThat(lead.runs()).hasSize(3);
    }

    @Test
    void a_page_with_a_paragraph_a_line_is_left_as_it_is() {
        String page = "河湾镇举办插秧比赛\n\n本报讯(记者 夏至)六月二日,河湾镇举办插秧比赛。\n\n".repeat(20);
        assertThat(Unwrapper.rows(PageReader.read(page)))
                .allSatisfy(row -> assertThat(row.lines()).hasSize(1));
    }
}
