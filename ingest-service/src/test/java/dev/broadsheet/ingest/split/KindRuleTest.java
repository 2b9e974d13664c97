package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KindRuleTest {
    private static final String SCENE = "清晨六点,雾还没有散,老桥头的石阶上就响起了脚步声。卖豆花的何一帆挑着担子走过来,把碗一只一只摆好。".repeat(8);
    private static final String OPINION = "说到底,制度不能只写在墙上。与其事后补救,不如事前想到,这才是应该有的样子。";
    private final TraitReader reader = new TraitReader(new CreditFinder(new CreditParser()));
    private final KindRule rule = new KindRule();
    private final Item item = new Item(1);

    @Test
    void a_caption_without_text_is_a_photo() {
        add(State.TITLE, "梨花开了");
        add(State.LONE_CAPTION, "图为市民在赏花。周小满 摄");
        assertThat(rule.of(item)).isEqualTo(Kind.PHOTO);
    }

    @Test
    void a_dateline_makes_news_of_any_prose() {
        item.section("读者来信");
        add(State.TITLE, "老桥修好了");
        add(State.D_LEAD, "本报讯(记者 周小满)" + OPINION);
        assertThat(rule.of(item)).isEqualTo(Kind.NEWS);
    }

    @Test
    void a_scene_under_a_reporters_line_is_a_feature() {
        add(State.TITLE, "老桥头的豆花");
        add(State.BYLINE, "本报记者 周小满");
        add(State.N_LEAD, SCENE);
        assertThat(rule.of(item)).isEqualTo(Kind.FEATURE);
    }

    @Test
    void yesterdays_event_under_a_reporters_line_is_news() {
        add(State.TITLE, "老桥修好了");
        add(State.BYLINE, "本报记者 周小满");
        add(State.N_LEAD, "昨日上午,老桥恢复通行。" + SCENE);
        assertThat(rule.of(item)).isEqualTo(Kind.NEWS);
    }

    @Test
    void a_text_without_any_sign_is_news() {
        add(State.TITLE, "老桥头的豆花");
        add(State.N_LEAD, SCENE);
        assertThat(rule.of(item)).isEqualTo(Kind.NEWS);
    }

    @Test
    void two_subheads_make_a_feature() {
        add(State.TITLE, "老桥头的豆花");
        add(State.N_LEAD, SCENE);
        add(State.SUBHEAD, "凌晨的灯");
        add(State.M_BODY, SCENE);
        add(State.SUBHEAD, "桥上的人");
        add(State.M_BODY, SCENE);
        assertThat(rule.of(item)).isEqualTo(Kind.FEATURE);
    }

    @Test
    void an_authors_argument_is_commentary() {
        add(State.TITLE, "让制度走下墙");
        add(State.BYLINE, "周小满");
        add(State.N_LEAD, OPINION);
        assertThat(rule.of(item)).isEqualTo(Kind.COMMENTARY);
    }

    @Test
    void an_authors_memories_are_a_feature() {
        add(State.TITLE, "父亲的算盘");
        add(State.BYLINE, "周小满");
        add(State.N_LEAD, "父亲走后,我把算盘带回了家。我小时候怕它,长大了想它,我不知道它还响不响。".repeat(4));
        assertThat(rule.of(item)).isEqualTo(Kind.FEATURE);
    }

    @Test
    void a_column_in_either_script_is_commentary() {
        item.section("社　評");
        add(State.TITLE, "樓會老,責任不會");
        add(State.N_LEAD, SCENE);
        assertThat(rule.of(item)).isEqualTo(Kind.COMMENTARY);
    }

    @Test
    void a_headline_may_name_its_column() {
        add(State.TITLE, "晚报时评:理性过节");
        add(State.N_LEAD, SCENE);
        assertThat(rule.of(item)).isEqualTo(Kind.COMMENTARY);
    }

    private void add(State state, String text) {
        Row row = new Row(
                item.rows().size(), List.of(new Line(item.rows().size() + 1, 0, text)), text, text, List.of(), 1);
        item.add(new Placed(row, state, reader.read(row)), 1);
    }
}
