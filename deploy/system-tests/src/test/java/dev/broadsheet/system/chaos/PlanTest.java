package dev.broadsheet.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.system.chaos.Delivery.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a seed stands for: a failing one must be the same again. */
class PlanTest {
    @Test
    void theSameSeedIsTheSamePlanAndFeedAndAnotherSeedIsAnother() {
        assertThat(Plan.of(42, 25)).isEqualTo(Plan.of(42, 25)).isNotEqualTo(Plan.of(43, 25));
        assertThat(Feed.of(42, 400)).isEqualTo(Feed.of(42, 400)).isNotEqualTo(Feed.of(43, 400));
    }

    @Test
    void everyFaultComesUpBeforeOneComesAgain() {
        for (long seed = 0; seed < 200; seed++) {
            Plan plan = Plan.of(seed, 12);
            assertThat(plan.kills()).isEqualTo(12);
            for (Fault fault : Fault.values()) {
                long times = plan.steps().stream()
                        .filter(step -> step.fault() == fault)
                        .count();
                assertThat(times).as("%s of seed %d", fault, seed).isBetween(fault.isKill() ? 2L : 1L, 2L);
            }
        }
    }

    @Test
    void twoFaultsAtOnceNeverHitTheSameAndNeverBecomeThree() {
        for (long seed = 0; seed < 200; seed++) {
            List<Plan.Step> steps = Plan.of(seed, 25).steps();
            assertThat(steps.get(0).together()).isFalse();
            IntStream.range(1, steps.size())
                    .filter(i -> steps.get(i).together())
                    .forEach(i -> {
                        assertThat(steps.get(i).victim())
                                .isNotEqualTo(steps.get(i - 1).victim());
                        assertThat(steps.get(i - 1).together()).isFalse();
                    });
        }
    }

    @Test
    void theFeedHasEveryKindAndDistinctBytesWhereItSaysSo() {
        Feed feed = Feed.of(7, 400);
        Set<String> names = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (Delivery delivery : feed.deliveries()) {
            assertThat(names.add(delivery.fileName())).as(delivery.fileName()).isTrue();
            if (delivery.kind() != Kind.DUPLICATE && delivery.kind() != Kind.REJECTED) {
                assertThat(texts.add(delivery.text())).as(delivery.fileName()).isTrue();
            }
        }
        assertThat(feed.deliveries().stream().map(Delivery::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Kind.values());
    }
}
