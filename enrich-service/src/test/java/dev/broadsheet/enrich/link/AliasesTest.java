package dev.broadsheet.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.enrich.extract.EntityType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {
    @Test
    @DisplayName("a row counts for its type and, where it names a place, for that place")
    void reads() {
        Aliases aliases = Aliases.load();
        assertThat(aliases.canonical(EntityType.ORGANIZATION, "国家发改委", null)).isEqualTo("国家发展和改革委员会");
        assertThat(aliases.canonical(EntityType.ORGANIZATION, "北大", "110000")).isEqualTo("北京大学");
        assertThat(aliases.canonical(EntityType.PLACE, "北大", null)).isNull();
        assertThat(aliases.canonical(EntityType.ORGANIZATION, "地铁集团", null)).isNull();
    }

    @ParameterizedTest
    @DisplayName("a bad row fails with file and line")
    @CsvSource({
        "aliases-type.tsv, aliases-type.tsv:2: no type of entity is called COMPANY",
        "aliases-code.tsv, aliases-code.tsv:3: 4101 is no code of 6 or 9 or 12 digits",
        "aliases-same.tsv, aliases-same.tsv:1: 海纳 has no other canonical name",
        "aliases-twice.tsv, aliases-twice.tsv:2: 海纳 stands twice",
        "aliases-columns.tsv, aliases-columns.tsv:1: expected 4 columns",
        "aliases-chain.tsv, aliases-chain.tsv: 海纳 leads to the alias 海纳公司"
    })
    void refuses(String file, String message) {
        assertThatThrownBy(() -> Aliases.load(AliasesTest.class, file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }
}
