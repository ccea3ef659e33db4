package org.kithway.model;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Facts of every kind whose values a seed chooses. */
final class RandomFacts {
    private static final List<String> TEXTS =
            List.of(
                    "Engineer",
                    "日本語",
                    "a=1:b\n",
                    "\"quoted\"",
                    "😀 smile",
                    "x",
                    "Ünïcode",
                    "1",
                    "-");

    private final Random random;

    RandomFacts(long seed) {
        this.random = new Random(seed);
    }

    Fact next(Class<?> kind) {
        Constructor<?> constructor = kind.getDeclaredConstructors()[0];
        RecordComponent[] components = kind.getRecordComponents();
        while (true) {
            @Nullable Object[] values = new @Nullable Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(components[i]);
            }
            try {
                return (Fact) constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    throw new AssertionError(e); // one that the fact may refuse is drawn anew
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    private @Nullable Object value(RecordComponent component) {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && random.nextBoolean()) {
            return null;
        }
        Class<?> type = component.getType();
        if (type == AccountId.class) {
            return account();
        }
        if (type == String.class) {
            return text();
        }
        if (type == int.class) {
            return random.nextInt(2, 100);
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(
                    random.nextLong(Fact.FIRST_SECOND, Fact.LAST_SECOND + 1),
                    random.nextInt(3) * 1_000_000L);
        }
        if (type == PartialDate.class) {
            return date();
        }
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    AccountId account() {
        Site site = new Site(List.of("linkedin", "x.com", "a-b").get(random.nextInt(3)));
        String key = text().strip().replace('\n', ' ') + random.nextInt(5);
        return random.nextBoolean() ? AccountId.of(site, key) : AccountId.named(site, key);
    }

    PartialDate date() {
        LocalDate day = LocalDate.ofEpochDay(random.nextInt(-700_000, 2_900_000));
        int year = Math.clamp(day.getYear(), 1, 9999);
        return switch (random.nextInt(3)) {
            case 0 -> PartialDate.of(year);
            case 1 -> new PartialDate(year, day.getMonthValue(), null);
            default ->
                    new PartialDate(year, day.getMonthValue(), Math.min(28, day.getDayOfMonth()));
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            text.append(TEXTS.get(random.nextInt(TEXTS.size()))).append(i % 2 == 0 ? "" : " ");
        }
        return text.toString();
    }
}
