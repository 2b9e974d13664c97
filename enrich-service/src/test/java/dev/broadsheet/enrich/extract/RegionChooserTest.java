package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The place an article is about. */
class RegionChooserTest {
    private static final Divisions DIVISIONS = Divisions.load();

    @Test
    @DisplayName("a county named once as an example is not what a report on a province is about")
    void province() {
        assertThat(region("湖北新建粮库", "湖北省今年新建粮库30座，全省仓容增长一成。中牟县的商人也来买粮，我省还将再建十座。", "湖北", "湖北省", "中牟县"))
                .isEqualTo("湖北省");
    }

    @Test
    @DisplayName("a county is, though its province is named as often and its villages more")
    void county() {
        assertThat(region("中牟县部署春耕", "河南省中牟县刘集镇的菜农忙着下种。刘集镇还修渠，刘集镇的水泵也修好了。", "河南省", "中牟县", "刘集镇"))
                .isEqualTo("中牟县");
    }

    @Test
    @DisplayName("全县 and the bodies of a county speak of it, short forms of its name as well")
    void bodies() {
        assertThat(region(null, "荥阳市的客商来看货。中牟县财政局拨款，全县修路，中牟今年还要架桥。", "荥阳市", "中牟县财政局", "中牟"))
                .isEqualTo("中牟县");
    }

    @Test
    @DisplayName("where more is said of the country there is none")
    void nation() {
        assertThat(region("全国粮价平稳", "全国粮价上涨0.1%，郑州的批发商说，我国粮食够吃。", "郑州")).isNull();
    }

    private static @Nullable String region(@Nullable String title, String body, String... names) {
        SourceArticle article = Extractors.article(title, List.of(), body);
        List<EntityMention> mentions = new ArrayList<>();
        for (int block = 0; block < article.blocks().size(); block++) {
            String text = article.blocks().get(block).text();
            for (String name : Arrays.stream(names)
                    .sorted((one, other) -> other.length() - one.length())
                    .toList()) {
                for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
                    EntityType type = name.endsWith("局") ? EntityType.ORGANIZATION : EntityType.PLACE;
                    mentions.add(new EntityMention(type, name, block, at, at + name.length()));
                }
            }
        }
        return RegionChooser.choose(article, mentions, DIVISIONS);
    }
}
