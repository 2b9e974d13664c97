package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.cli.StoredPages.StoredPage;
import dev.broadsheet.cli.view.Columns;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoTableTest {
    @Test
    void theColumnsStandUnderEachOtherOnATerminal() {
        String table = DemoTable.of(
                List.of(new StoredPage("早报_1.txt", 3, 20, 10, 812), new StoredPage("b.txt", 12, 5, 0, 1042)));

        assertThat(table.lines().map(Columns::of).distinct()).hasSize(1);
        assertThat(table.lines().skip(1).findFirst().orElseThrow()).matches("早报_1.txt +3 +20 +10 +812");
    }
}
