package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpeningFilterTest {
    private static final int NAMES = 500;

    private final Random random = new Random(5);

    @Test
    void misses_no_name_and_takes_little_else_for_one() {
        OpeningFilter filter = new OpeningFilter(8 * NAMES);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < NAMES; i++) {
            String name = letters(2 + random.nextInt(4));
            names.add(name);
            filter.add(("x" + name).toCharArray(), 1, name.length());
        }
        assertThat(names).allMatch(name -> filter.mayOpen(name + "末", 0)).allMatch(name -> filter.mayOpen(name, 0));

        long taken = IntStream.range(0, 2_000)
                .mapToObj(i -> letters(3))
                .filter(text -> names.stream().noneMatch(text::startsWith))
                .filter(text -> filter.mayOpen(text, 0))
                .count();
        assertThat(taken).isLessThan(800);
    }

    private String letters(int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) ('\u4e00' + random.nextInt(900)));
        }
        return letters.toString();
    }
}
