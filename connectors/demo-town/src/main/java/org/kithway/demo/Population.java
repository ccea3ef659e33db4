package org.kithway.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the firms and the people of a town, with their careers. */
final class Population {
    private static final long FIRMS = 1;
    private static final long PEOPLE = 2;
    private static final List<String> EXECUTIVES =
            List.of("Managing Director", "Chief Financial Officer", "Chief Operating Officer");
    private static final List<String> SCHOOLS =
            List.of(
                    "Quellmarsh University of Applied Sciences",
                    "Norvale Institute of Technology",
                    "Brindlewater Technical School",
                    "Osterfenn Business School",
                    "Hollowmere College",
                    "Skelmstede School of Nursing");
    private static final List<String> DEGREES =
            List.of("Bachelor of Science", "Master of Science", "Bachelor of Arts", "Diploma", "");

    private final long seed;
    private final int size;
    private final YearMonth now;
    private final List<Company> companies;

    private Population(long seed, int size, LocalDate today) {
        this.seed = seed;
        this.size = size;
        this.now = YearMonth.from(today);
        this.companies = companies();
    }

    static List<Person> of(long seed, int size, LocalDate today) {
        return new Population(seed, size, today).people();
    }

    private List<Company> companies() {
        Dice dice = Dice.of(seed, FIRMS);
        int wanted = Math.max(Trades.ALL.size(), size / 35);
        Map<String, Company> byName = new LinkedHashMap<>();
        while (byName.size() < wanted) {
            Trade trade = Trades.ALL.get(byName.size() % Trades.ALL.size());
            String name = Names.firm(dice) + " " + dice.pick(trade.firms());
            byName.putIfAbsent(
                    name, new Company(name, Names.ascii(name) + ".example", trade.name()));
        }
        return List.copyOf(byName.values());
    }

    private List<Person> people() {
        List<Trade> trades = new ArrayList<>();
        List<List<Position>> careers = new ArrayList<>();
        for (int id = 0; id < size; id++) {
            Dice dice = Dice.of(seed, PEOPLE, id, 0);
            // The cooperative's members come from as many lines of work as there are.
            Trade trade =
                    id < Town.COOPERATIVE_SIZE
                            ? Trades.ALL.get(id * 7 % Trades.ALL.size())
                            : Trades.draw(dice);
            trades.add(trade);
            careers.add(career(dice, trade));
        }
        appointExecutives(careers);
        Set<String> slugs = new HashSet<>();
        List<Person> people = new ArrayList<>();
        for (int id = 0; id < size; id++) {
            people.add(person(id, trades.get(id), careers.get(id), slugs));
        }
        return List.copyOf(people);
    }

    /** Jobs, newest first. */
    private List<Position> career(Dice dice, Trade trade) {
        int years = 2 + (int) (34 * StrictMath.pow(dice.unit(), 1.3));
        YearMonth beginning = now.minusMonths(12L * years + dice.below(12));
        double talent = dice.unit();
        boolean betweenJobs = dice.chance(0.06);
        List<Position> jobs = new ArrayList<>();
        YearMonth from = beginning;
        while (from.isBefore(now.minusMonths(3))) {
            YearMonth to = from.plusMonths(14 + dice.below(84));
            boolean lasts = to.isAfter(now.minusMonths(4)) || jobs.size() == 6;
            if (lasts && betweenJobs) {
                to = now.minusMonths(5);
            }
            double seniority = beginning.until(from, ChronoUnit.MONTHS) / 12.0 + 8 * talent;
            int rung = seniority > 19 ? 2 : seniority > 8 ? 1 : 0;
            jobs.addFirst(
                    new Position(
                            employer(dice, trade),
                            trade.titles().get(rung),
                            rung == 2
                                    ? "Responsible for " + String.join(", ", trade.skills()) + "."
                                    : "",
                            from,
                            lasts && !betweenJobs ? null : to.isBefore(from) ? from : to));
            if (lasts) {
                break;
            }
            from = to.plusMonths(dice.below(5));
        }
        return jobs;
    }

    /** Few firms are large: the chance falls with the rank. */
    private Company employer(Dice dice, Trade trade) {
        while (true) {
            double skew = dice.unit();
            Company company = companies.get((int) (companies.size() * skew * skew));
            if (company.trade().equals(trade.name()) || dice.chance(0.015)) {
                return company;
            }
        }
    }

    /** Gives each firm's longest-serving staff its executive titles. */
    private static void appointExecutives(List<List<Position>> careers) {
        Map<Company, List<Integer>> staff = new LinkedHashMap<>();
        for (int id = Town.COOPERATIVE_SIZE; id < careers.size(); id++) {
            List<Position> jobs = careers.get(id);
            if (!jobs.isEmpty() && jobs.getFirst().finished() == null) {
                staff.computeIfAbsent(jobs.getFirst().company(), _ -> new ArrayList<>()).add(id);
            }
        }
        for (List<Integer> colleagues : staff.values()) {
            colleagues.sort(
                    Comparator.comparing((Integer id) -> careers.get(id).getLast().started())
                            .thenComparing(Comparator.naturalOrder()));
            int offices = Math.min(EXECUTIVES.size(), colleagues.size() / 5);
            for (int office = 0; office < offices; office++) {
                List<Position> jobs = careers.get(colleagues.get(office));
                Position job = jobs.getFirst();
                jobs.set(
                        0,
                        new Position(
                                job.company(), EXECUTIVES.get(office), "", job.started(), null));
            }
        }
    }

    private Person person(int id, Trade trade, List<Position> jobs, Set<String> slugs) {
        Dice dice = Dice.of(seed, PEOPLE, id, 1);
        String given = Names.given(dice);
        String family = Names.family(dice);
        String slug = Names.slug(given + "-" + family);
        if (!slugs.add(slug) || dice.chance(0.5)) {
            slug += "-" + Long.toHexString(dice.next() >>> 32 | 0x10000000L);
            slugs.add(slug);
        }
        boolean member = id < Town.COOPERATIVE_SIZE;
        boolean closed = !member && dice.chance(0.012);
        boolean showsEmail = dice.chance(0.025);
        List<Position> positions = new ArrayList<>(jobs);
        if (member) {
            positions.add(
                    new Position(
                            Town.COOPERATIVE,
                            "Board Member",
                            "",
                            YearMonth.of(2016, 1 + id),
                            null));
        }
        String host = jobs.isEmpty() ? "post.example" : jobs.getFirst().company().domain();
        YearMonth began = jobs.isEmpty() ? now : jobs.getLast().started();
        return new Person(
                id,
                given,
                family + Names.titleBehindName(dice),
                slug,
                Names.ascii(given) + "." + Names.ascii(family) + "@" + host,
                showsEmail,
                closed,
                trade.name(),
                headline(jobs, trade),
                dice.pick(Town.PLACES),
                positions,
                schools(dice, began),
                skills(dice, trade, jobs.isEmpty() ? 0 : now.getYear() - began.getYear()));
    }

    private static String headline(List<Position> jobs, Trade trade) {
        if (jobs.isEmpty() || jobs.getFirst().finished() != null) {
            return trade.name() + " | looking for the next task";
        }
        Position job = jobs.getFirst();
        return job.title() + " at " + job.company().name() + " | " + trade.skills().get(1);
    }

    private static List<Schooling> schools(Dice dice, YearMonth firstJob) {
        List<Schooling> schools = new ArrayList<>();
        int end = firstJob.getYear();
        for (int i = dice.between(1, 2); i > 0; i--) {
            int years = dice.between(2, 4);
            schools.add(new Schooling(dice.pick(SCHOOLS), dice.pick(DEGREES), end - years, end));
            end -= years;
        }
        return schools;
    }

    /** Own trade by years and talent, and now and then something of another trade. */
    private static List<Skill> skills(Dice dice, Trade trade, int years) {
        double mastery = 0.15 + 0.45 * Math.min(1, years / 22.0) + 0.4 * dice.unit();
        Map<String, Double> levels = new LinkedHashMap<>();
        for (String skill : trade.skills()) {
            double share = skill.equals(trade.name()) ? 1 : 0.3 + 0.6 * dice.unit();
            levels.put(skill, mastery * share);
        }
        if (dice.chance(0.3)) {
            levels.putIfAbsent(dice.pick(Trades.draw(dice).skills()), 0.1 + 0.4 * dice.unit());
        }
        return levels.entrySet().stream()
                .map(level -> new Skill(level.getKey(), Math.round(level.getValue() * 100) / 100.0))
                .sorted(
                        Comparator.comparingDouble(Skill::level)
                                .reversed()
                                .thenComparing(Skill::name))
                .toList();
    }
}
