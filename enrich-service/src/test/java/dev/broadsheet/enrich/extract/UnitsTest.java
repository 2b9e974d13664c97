package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UnitsTest {
    private static final String OTHER =
            "- count percent times m m2 m3 mu l kg t jin kW kWh kV kVA A Hz Pa mmHg dB J cal celsius fahrenheit second minute"
                    + " hour day month year km/h m/s per_cm3 per_m2 per_km2 ug/m3 mg/m3 g/m3 mg/L t/year m3/s 1/minute bit/s flop/s byte tce barrel";

    @Test
    @DisplayName("every unit is normalised to a known one, with a factor over nothing, and stands once")
    void rows() {
        Set<String> known = new HashSet<>(List.of(OTHER.split(" ", -1)));
        Set<String> seen = new HashSet<>();
        for (List<String> row : Table.read("units.tsv", 4).rows()) {
            boolean currency = row.get(1).matches("[A-Z]{3}")
                    && java.util.Currency.getAvailableCurrencies().stream()
                            .anyMatch(money -> money.getCurrencyCode().equals(row.get(1)));
            assertThat(known.contains(row.get(1)) || currency).as("%s", row).isTrue();
            assertThat(new BigDecimal(row.get(2))).as("%s", row).isPositive();
            assertThat(row.get(3)).as("%s", row).isIn("yes", "no", "small", "before");
            assertThat(seen.add(row.get(0) + row.get(3).equals("before")))
                    .as("%s", row)
                    .isTrue();
        }
    }

    @Test
    @DisplayName("amounts are exact but for parts that do not come out even, and doubling doubles")
    void normalizes() {
        assertThat(Units.named("平方公里").normalize(new BigDecimal("0.7"))).isEqualByComparingTo("700000");
        assertThat(Unit.parts("三分之", BigDecimal.valueOf(3)).normalize(BigDecimal.valueOf(2)))
                .isEqualByComparingTo("66.6666666667");
        assertThat(Unit.doubling().normalize(BigDecimal.valueOf(3))).isEqualByComparingTo("700");
        assertThat(Unit.doubling().normalize(new BigDecimal("1e300"))).isPositive();
    }
}
