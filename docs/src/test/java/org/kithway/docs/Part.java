package org.kithway.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the system: the packages it owns, the parts it may see, and the libraries it may see
 * besides the JDK and JSpecify. Packages are relative to the root; a trailing {@code .*} takes in
 * what lies below.
 */
enum Part {
    MODEL(List.of("model"), Set.of(), List.of()),
    CORE(
            List.of(
                    "identity.*",
                    "strength",
                    "expertise",
                    "route",
                    "quality",
                    "need",
                    "statistics",
                    "asking",
                    "experiment"),
            Set.of(MODEL),
            List.of("org.apache.commons.statistics")),
    REGISTRY(
            List.of("registry"),
            Set.of(MODEL, CORE),
            List.of("org.springframework", "org.flywaydb", "tools.jackson")),
    SDK(
            List.of("connector"),
            Set.of(MODEL),
            List.of("org.apache.commons.compress", "tools.jackson.core")),
    TCK(
            List.of("connector.tck"),
            Set.of(MODEL, SDK),
            List.of("org.junit.jupiter.api", "org.assertj", "org.opentest4j")),
    HOST(List.of("connector.host"), Set.of(MODEL, SDK), List.of("org.pf4j", "org.slf4j")),
    DEMO_TOWN(List.of("demo"), Set.of(), List.of()),
    /** All other connectors. Each is a part of its own: see {@link Architecture}. */
    SITE(
            List.of("connector.*"),
            Set.of(MODEL, SDK),
            List.of(
                    "de.siegmar.fastcsv",
                    "com.github.mangstadt.vinnie",
                    "org.jsoup",
                    "tools.jackson.core",
                    "org.slf4j")),
    STORE(List.of("search"), Set.of(MODEL, CORE), List.of()),
    ELASTICSEARCH(
            List.of("search.elasticsearch"),
            Set.of(MODEL, CORE, STORE),
            List.of("co.elastic.clients", "jakarta.json", "tools.jackson", "org.slf4j")),
    GRAPH(List.of("search.graph"), Set.of(MODEL, CORE, STORE), List.of("org.slf4j")),
    ANALYSIS(
            List.of("analysis"),
            Set.of(),
            List.of("org.elasticsearch", "org.apache.lucene", "org.tartarus.snowball")),
    INTAKE(List.of("ingestion"), Set.of(MODEL, CORE, STORE, REGISTRY), List.of("org.slf4j")),
    BATCH(
            List.of("ingestion.batch"),
            Set.of(MODEL, CORE, STORE, REGISTRY, INTAKE, SDK),
            List.of("org.springframework", "com.google.crypto.tink", "org.slf4j")),
    KAFKA(
            List.of("ingestion.kafka.*"),
            Set.of(MODEL, CORE, STORE, REGISTRY, INTAKE),
            List.of("org.apache.kafka", "org.h2.mvstore", "tools.jackson", "org.slf4j")),
    LOCAL_KAFKA(
            List.of("local.kafka"), Set.of(), List.of("org.apache.kafka", "kafka", "org.slf4j")),
    LOCAL_ELASTICSEARCH(List.of("local.elasticsearch"), Set.of(), List.of("org.slf4j")),
    REST(
            List.of("web.*"),
            Set.of(MODEL, CORE, STORE, REGISTRY, INTAKE, SDK),
            List.of(
                    "org.springframework",
                    "org.springdoc",
                    "io.swagger.v3.oas",
                    "jakarta.servlet",
                    "jakarta.validation",
                    "org.apache.commons.fileupload2",
                    "com.fasterxml.jackson.annotation",
                    "tools.jackson",
                    "org.slf4j")),
    SERVER(List.of("server.*"), Set.of(), List.of("")),
    BENCHMARKS(List.of("benchmarks.*"), Set.of(), List.of(""));

    private final List<String> packages;
    private final Set<Part> visible;
    private final List<String> libraries;

    Part(List<String> packages, Set<Part> visible, List<String> libraries) {
        this.packages = packages;
        this.visible = visible;
        this.libraries = libraries;
    }

    /** The part that owns a package; of two that could, the one that names it most exactly. */
    static Optional<Part> owning(String relative) {
        return Arrays.stream(values())
                .filter(part -> part.packages.contains(relative))
                .findFirst()
                .or(() ->
                        Arrays.stream(values())
                                .filter(part -> part.ownsBelow(relative))
                                .findFirst());
    }

    private boolean ownsBelow(String relative) {
        return packages.stream()
                .filter(name -> name.endsWith(".*"))
                .map(name -> name.substring(0, name.length() - 2))
                .anyMatch(name -> isWithin(relative, name));
    }

    boolean maySee(Part other) {
        return switch (this) {
            case SERVER -> other != BENCHMARKS;
            case BENCHMARKS -> true;
            default -> other == this || visible.contains(other);
        };
    }

    boolean mayUse(String library) {
        return libraries.stream().anyMatch(name -> name.isEmpty() || isWithin(library, name));
    }

    static boolean isWithin(String name, String outer) {
        return name.equals(outer) || name.startsWith(outer + ".");
    }
}
