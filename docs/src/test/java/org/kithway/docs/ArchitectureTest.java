package org.kithway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The rules hold, and each of them would notice if it did not. */
final class ArchitectureTest {
    private static final String ROOT = "org.kithway";
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    static Set<String> names() {
        return new Architecture(ROOT).rules().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void holds(String name) {
        Objects.requireNonNull(new Architecture(ROOT).rules().get(name)).check(PRODUCT);
    }

    /** Every class below {@code planted.<rule>} that is called Wrong… is reported. */
    @ParameterizedTest
    @MethodSource("names")
    void catchesWhatWasPlanted(String name) {
        String root = ROOT + ".planted." + name;
        JavaClasses planted = new ClassFileImporter().importPackages(root);
        List<String> wrong =
                planted.stream()
                        .filter(type -> type.getSimpleName().startsWith("Wrong"))
                        .map(JavaClass::getName)
                        .toList();

        List<String> report =
                Objects.requireNonNull(new Architecture(root).rules().get(name))
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails();

        assertThat(wrong).as("violations planted for %s", name).isNotEmpty();
        assertThat(wrong)
                .allSatisfy(type -> assertThat(report).anyMatch(line -> line.contains(type)));
    }

    @Test
    void everyPartThatHasClassesIsOnTheClassPath() {
        assertThat(PRODUCT.stream().map(JavaClass::getPackageName))
                .contains(
                        "org.kithway.model",
                        "org.kithway.quality",
                        "org.kithway.route",
                        "org.kithway.registry",
                        "org.kithway.connector",
                        "org.kithway.connector.tck",
                        "org.kithway.connector.host",
                        "org.kithway.connector.linkedin",
                        "org.kithway.connector.facebook",
                        "org.kithway.connector.instagram",
                        "org.kithway.connector.twitter",
                        "org.kithway.connector.mastodon",
                        "org.kithway.connector.facts",
                        "org.kithway.connector.blogger",
                        "org.kithway.connector.myspace",
                        "org.kithway.connector.slack",
                        "org.kithway.connector.contacts",
                        "org.kithway.connector.mail",
                        "org.kithway.demo",
                        "org.kithway.search",
                        "org.kithway.search.elasticsearch",
                        "org.kithway.search.graph",
                        "org.kithway.analysis",
                        "org.kithway.ingestion",
                        "org.kithway.ingestion.batch",
                        "org.kithway.ingestion.kafka",
                        "org.kithway.local.kafka",
                        "org.kithway.local.elasticsearch",
                        "org.kithway.web",
                        "org.kithway.server");
    }
}
