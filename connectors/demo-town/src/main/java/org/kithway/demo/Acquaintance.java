package org.kithway.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws who is connected with whom: people meet at work, at school, in their trade and in their
 * place; the more sociable somebody is, the more often. Whoever meets in several ways knows the
 * other better. Expected time and memory grow with the number of connections.
 */
final class Acquaintance {
    private static final long MEETINGS = 3;
    private static final int MEETINGS_OF_MOST = 16;

    /** Somebody was somewhere from one month to another. */
    private record Stay(int person, YearMonth from, YearMonth to) {}

    private final long seed;
    private final List<Person> people;
    private final LocalDate today;
    private final Map<String, List<Stay>> staff = new HashMap<>();
    private final Map<String, List<Stay>> classes = new HashMap<>();
    private final Map<String, List<Stay>> trades = new HashMap<>();
    private final Map<String, List<Stay>> places = new HashMap<>();
    private final Map<Long, Friendship> found = new HashMap<>();

    private Acquaintance(long seed, List<Person> people, LocalDate today) {
        this.seed = seed;
        this.people = people;
        this.today = today;
        people.forEach(this::enter);
    }

    /** Sorted by {@code a}, then {@code b}. */
    static List<Friendship> among(List<Person> people, long seed, LocalDate today) {
        Acquaintance acquaintance = new Acquaintance(seed, people, today);
        acquaintance.foundCooperative();
        people.forEach(acquaintance::meet);
        List<Long> pairs = new ArrayList<>(acquaintance.found.keySet());
        Collections.sort(pairs);
        return pairs.stream().map(acquaintance.found::get).toList();
    }

    private void enter(Person person) {
        for (Position job : person.positions()) {
            if (!job.company().equals(Town.COOPERATIVE)) {
                add(staff, job.company().name(), stay(person, job));
            }
        }
        for (Schooling school : person.schools()) {
            add(classes, classOf(school), stay(person, school));
        }
        add(trades, person.trade(), workingLife(person));
        add(places, person.place(), workingLife(person));
    }

    private Stay stay(Person person, Position job) {
        YearMonth to = job.finished() == null ? YearMonth.from(today) : job.finished();
        return new Stay(person.id(), job.started(), to);
    }

    private static Stay stay(Person person, Schooling school) {
        return new Stay(person.id(), YearMonth.of(school.from(), 9), YearMonth.of(school.to(), 6));
    }

    private Stay workingLife(Person person) {
        YearMonth now = YearMonth.from(today);
        YearMonth from =
                person.positions().stream()
                        .map(Position::started)
                        .min(Comparator.naturalOrder())
                        .orElse(now);
        return new Stay(person.id(), from, now);
    }

    private static String classOf(Schooling school) {
        return school.school() + " " + school.from() / 3;
    }

    private static void add(Map<String, List<Stay>> at, String key, Stay stay) {
        at.computeIfAbsent(key, _ -> new ArrayList<>()).add(stay);
    }

    /**
     * Each member of the cooperative knows the next one well, and no other: there is somebody to
     * meet.
     */
    private void foundCooperative() {
        int members = Math.min(Town.COOPERATIVE_SIZE, people.size());
        for (int member = 0; member + 1 < members; member++) {
            Dice dice = Dice.of(seed, MEETINGS, -1, member);
            connect(dice, member, member + 1, 0.55 + 0.4 * dice.unit(), YearMonth.of(2016, 1));
        }
    }

    private void meet(Person person) {
        Dice dice = Dice.of(seed, MEETINGS, person.id());
        boolean member = person.id() < Town.COOPERATIVE_SIZE;
        int meetings =
                member
                        ? dice.between(700, 1100)
                        : (int) (MEETINGS_OF_MOST * StrictMath.exp(0.7 * dice.gaussian()));
        for (int i = 0; i < Math.min(meetings, people.size() / 2); i++) {
            // Whoever knows very many people knows most of them from elsewhere than work.
            double where = member ? StrictMath.sqrt(dice.unit()) : dice.unit();
            if (where < 0.45) {
                if (!person.positions().isEmpty()) {
                    Position job = dice.pick(person.positions());
                    meet(
                            dice,
                            stay(person, job),
                            staff.getOrDefault(job.company().name(), List.of()),
                            0.85);
                }
            } else if (where < 0.62) {
                Schooling school = dice.pick(person.schools());
                meet(
                        dice,
                        stay(person, school),
                        classes.getOrDefault(classOf(school), List.of()),
                        0.7);
            } else if (where < 0.8) {
                meet(
                        dice,
                        workingLife(person),
                        trades.getOrDefault(person.trade(), List.of()),
                        0.5);
            } else {
                meet(
                        dice,
                        workingLife(person),
                        places.getOrDefault(person.place(), List.of()),
                        0.6);
            }
        }
    }

    private void meet(Dice dice, Stay own, List<Stay> circle, double closeness) {
        if (circle.isEmpty()) {
            return;
        }
        Stay other = dice.pick(circle);
        YearMonth from = later(own.from(), other.from());
        YearMonth to = own.to().isBefore(other.to()) ? own.to() : other.to();
        boolean bothMembers =
                own.person() < Town.COOPERATIVE_SIZE && other.person() < Town.COOPERATIVE_SIZE;
        if (other.person() == own.person() || to.isBefore(from) || bothMembers) {
            return;
        }
        double years = from.until(to, ChronoUnit.MONTHS) / 12.0;
        double strength =
                closeness * StrictMath.pow(dice.unit(), 1.9) * (0.6 + 0.4 * Math.min(1, years / 6));
        connect(dice, own.person(), other.person(), strength, from);
    }

    private void connect(Dice dice, int one, int other, double strength, YearMonth from) {
        int a = Math.min(one, other);
        int b = Math.max(one, other);
        LocalDate met = later(from, YearMonth.of(2008, 1)).atDay(1);
        LocalDate since = LocalDate.ofEpochDay(dice.between(met.toEpochDay(), today.toEpochDay()));
        found.merge(
                (long) a * people.size() + b,
                new Friendship(a, b, rounded(strength), since),
                (old, more) ->
                        new Friendship(
                                a,
                                b,
                                rounded(1 - (1 - old.strength()) * (1 - more.strength())),
                                old.since().isBefore(more.since()) ? old.since() : more.since()));
    }

    private static double rounded(double strength) {
        return Math.clamp(Math.round(strength * 100) / 100.0, 0.01, 1);
    }

    private static YearMonth later(YearMonth a, YearMonth b) {
        return a.isAfter(b) ? a : b;
    }
}
