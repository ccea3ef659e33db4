package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Affordance;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Setting;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which sites' archives can be read, and how to get them. */
@RestController
@RequestMapping("/api/v1/connectors")
final class ConnectorController {
    private final InstalledConnectors connectors;

    ConnectorController(InstalledConnectors connectors) {
        this.connectors = connectors;
    }

    record ConnectorView(
            String site,
            String title,
            String version,
            List<String> reads,
            List<String> neverReads,
            List<String> howToExport,
            List<AffordanceView> affordances,
            List<SettingView> settings) {
        static ConnectorView of(InstalledConnectors.Installed installed) {
            Descriptor descriptor = installed.connector().descriptor();
            return new ConnectorView(
                    descriptor.site().name(),
                    descriptor.title(),
                    installed.version(),
                    descriptor.reads(),
                    descriptor.neverReads(),
                    descriptor.howToExport(),
                    descriptor.affordances().stream()
                            .sorted(
                                    Comparator.comparing(Affordance::action)
                                            .thenComparing(Affordance::towards))
                            .map(AffordanceView::of)
                            .toList(),
                    descriptor.settings().stream().map(SettingView::of).toList());
        }
    }

    /**
     * @param action what the site lets a person do about another
     * @param towards whom it can be done to
     */
    record AffordanceView(String action, String towards) {
        static AffordanceView of(Affordance affordance) {
            return new AffordanceView(
                    affordance.action().name().toLowerCase(Locale.ROOT),
                    affordance.towards().name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * @param fallback what holds where nothing is set; null if it must be set
     */
    record SettingView(String name, String description, @Nullable String fallback) {
        static SettingView of(Setting<?> setting) {
            return new SettingView(setting.name(), setting.description(), setting.fallback());
        }
    }

    record ConnectorList(List<ConnectorView> connectors) {}

    @GetMapping
    ConnectorList list() {
        return new ConnectorList(connectors.list().stream().map(ConnectorView::of).toList());
    }
}
