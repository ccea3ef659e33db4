package org.kithway.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for the packages below a root: the root of the product, or one that mimics it with
 * planted violations.
 */
final class Architecture {
    private static final String[] PURE = {
        "model..", "identity..", "strength..", "expertise..", "route..", "quality.."
    };

    /** Word lists are read from beside their class, once. */
    private static final String WORDS = "identity.name.Vocabulary";

    private static final Set<String> DEVICES =
            Set.of(
                    "java.nio.file",
                    "java.nio.channels",
                    "java.net",
                    "java.sql",
                    "javax.sql",
                    "org.slf4j");
    private static final Set<String> READS_THE_CLOCK =
            Set.of("now", "systemUTC", "systemDefaultZone", "currentTimeMillis");

    private final String root;

    Architecture(String root) {
        this.root = root;
    }

    /** All rules by name. The name is also that of the package that holds the rule's violations. */
    Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("arrows", arrows());
        rules.put("pure", pure());
        rules.put("plugins", only("org.pf4j..", "connector.host.."));
        rules.put("broker", only("org.apache.kafka..", "ingestion.kafka..", "local.kafka.."));
        rules.put("searchclient", only("co.elastic..", "search.elasticsearch.."));
        rules.put(
                "framework",
                only("org.springframework..", "registry..", "ingestion.batch..", "web.."));
        rules.put("main", main());
        rules.put("cycles", slices().matching(root + ".(**)").should().beFreeOfCycles());
        rules.put("drawers", drawers());
        rules.put("names", names());
        rules.put("internals", internals());
        rules.put("constant", constant());
        rules.put("injection", injection());
        rules.put("streams", streams());
        rules.put("logging", noClasses().should(USE_JAVA_UTIL_LOGGING).because("use SLF4J"));
        rules.put("clocks", clocks());
        rules.put("locales", locales());
        rules.put("nullness", nullness());
        rules.replaceAll((name, rule) -> rule.allowEmptyShould(true));
        return rules;
    }

    /** A part sees what its row in {@link Part} lists, and one connector never another. */
    private ArchRule arrows() {
        return classes()
                .should(
                        new ArchCondition<>("see only the parts and libraries that Part lists") {
                            @Override
                            public void check(JavaClass origin, ConditionEvents events) {
                                for (Dependency arrow : origin.getDirectDependenciesFromSelf()) {
                                    events.add(
                                            new SimpleConditionEvent(
                                                    origin,
                                                    isAllowed(arrow),
                                                    arrow.getDescription()));
                                }
                            }
                        })
                .because("a port is the way around (a new package needs a row in Part)");
    }

    private boolean isAllowed(Dependency arrow) {
        JavaClass target = arrow.getTargetClass().getBaseComponentType();
        String from = arrow.getOriginClass().getPackageName();
        String to = target.getPackageName();
        if (target.isPrimitive()
                || Part.isWithin(to, "java")
                || Part.isWithin(to, "javax")
                || Part.isWithin(to, NullMarked.class.getPackageName())) {
            return true;
        }
        Optional<Part> seeing = Part.owning(relative(from));
        if (!Part.isWithin(to, root)) {
            return seeing.filter(part -> part.mayUse(to)).isPresent();
        }
        Optional<Part> seen = Part.owning(relative(to));
        if (seeing.equals(Optional.of(Part.SITE)) && seen.equals(seeing)) {
            return site(from).equals(site(to));
        }
        return seeing.isPresent() && seen.filter(seeing.get()::maySee).isPresent();
    }

    private String relative(String name) {
        return name.equals(root) ? "" : name.substring(root.length() + 1);
    }

    /** The connector's own name in a package below {@code connector}. */
    private String site(String name) {
        return relative(name).split("\\.", -1)[1];
    }

    private ArchRule pure() {
        return noClasses()
                .that()
                .resideInAnyPackage(below(PURE))
                .and(
                        describe(
                                "are not the list of words, which lies beside its class",
                                one -> !relative(one.getName()).equals(WORDS)))
                .should()
                .dependOnClassesThat(
                        describe(
                                "read, write or log",
                                target ->
                                        target.getName()
                                                        .matches(
                                                                "java\\.io\\..*(Stream|Reader|Writer|File)")
                                                || DEVICES.stream()
                                                        .anyMatch(name ->
                                                                Part.isWithin(
                                                                        target.getPackageName(),
                                                                        name))))
                .because("these are functions: hand in values, take values back");
    }

    /** A library is named in these packages alone; the wiring and the benchmarks may name all. */
    private ArchRule only(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below(packages))
                .and()
                .resideOutsideOfPackages(below("server..", "benchmarks.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("it stays replaceable behind " + String.join(", ", packages));
    }

    private ArchRule main() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below("server..", "benchmarks.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below("server.."))
                .because("the wiring sees the parts, never the reverse");
    }

    private static ArchRule drawers() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..helpers..",
                        "..impl..",
                        "..dto..",
                        "..misc..")
                .because("a package is named for what it is about");
    }

    private static ArchRule names() {
        return noClasses()
                .should()
                .haveNameMatching(
                        ".*[.$](Abstract[A-Z]\\w*|\\w*(Impl|Utils?|Helper|Dto|DTO|Manager))")
                .because("a name says what the thing does");
    }

    private ArchRule internals() {
        return noClasses()
                .should(
                        new ArchCondition<>("use what another part keeps in a package internal") {
                            @Override
                            public void check(JavaClass origin, ConditionEvents events) {
                                for (Dependency arrow : origin.getDirectDependenciesFromSelf()) {
                                    String to = arrow.getTargetClass().getPackageName();
                                    int at = ("." + to + ".").indexOf(".internal.");
                                    boolean foreign =
                                            at >= 0
                                                    && !Part.isWithin(
                                                            origin.getPackageName(),
                                                            to.substring(0, Math.max(0, at - 1)));
                                    events.add(
                                            new SimpleConditionEvent(
                                                    origin, foreign, arrow.getDescription()));
                                }
                            }
                        })
                .because("it may change without a word");
    }

    private ArchRule constant() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + ".model..")
                .should()
                .beFinal()
                .because("records cross threads and plugins");
    }

    private static ArchRule injection() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .because("a constructor says what a class needs");
    }

    private ArchRule streams() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below("server..", "benchmarks.."))
                .should(ACCESS_STANDARD_STREAMS)
                .because("only the command line speaks to the terminal");
    }

    private ArchRule clocks() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below("server..", "benchmarks.."))
                .should()
                .callMethodWhere(
                        describe("reads the machine's clock or zone", Architecture::readsTheClock))
                .because("a test sets the clock that is passed in");
    }

    private static boolean readsTheClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        if (owner.equals("java.time.ZoneId")) {
            return call.getName().equals("systemDefault");
        }
        return (Part.isWithin(call.getTargetOwner().getPackageName(), "java.time")
                        || owner.equals("java.lang.System"))
                && READS_THE_CLOCK.contains(call.getName())
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static ArchRule locales() {
        return noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .because("the machine's language changes the result: pass Locale.ROOT");
    }

    private static ArchRule nullness() {
        return classes()
                .should(
                        new ArchCondition<>("reside in a package that is @NullMarked") {
                            @Override
                            public void check(JavaClass origin, ConditionEvents events) {
                                events.add(
                                        new SimpleConditionEvent(
                                                origin,
                                                origin.getPackage()
                                                        .isAnnotatedWith(NullMarked.class),
                                                origin.getName() + " is in no such package"));
                            }
                        })
                .because("absent values are checked by the compiler");
    }

    private String[] below(String... packages) {
        return Arrays.stream(packages).map(name -> root + "." + name).toArray(String[]::new);
    }
}
