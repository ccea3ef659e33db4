package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class SettingsTest {
    private static final Setting<Integer> LIMIT =
            Setting.optional("limit", "most records", Integer::valueOf, "10");
    private static final Setting<LocalDate> SINCE =
            Setting.required("since", "first day, yyyy-MM-dd", LocalDate::parse);
    private static final List<Setting<?>> KNOWN = List.of(LIMIT, SINCE);

    @Test
    void valuesAreOfTheirTypesAndFallBack() {
        Settings settings = Settings.check(KNOWN, Map.of("since", "2024-05-06"));
        assertThat(settings.get(SINCE)).isEqualTo(LocalDate.of(2024, 5, 6));
        assertThat(settings.get(LIMIT)).isEqualTo(10);
    }

    @Test
    void allFaultsAreToldAtOnceWithoutTheValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.check(KNOWN, Map.of("limit", "many", "sinze", "today")))
                .withMessage(
                        "limit is not valid: most records; since is not set; unknown setting"
                                + " sinze");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.check(KNOWN, Map.of("since", "today")))
                .withMessage("since is not valid: first day, yyyy-MM-dd");
    }

    @Test
    void whatWasNotDeclaredCannotBeAskedFor() {
        Settings settings = Settings.check(List.of(LIMIT), Map.of());
        assertThatIllegalArgumentException().isThrownBy(() -> settings.get(SINCE));
    }
}
