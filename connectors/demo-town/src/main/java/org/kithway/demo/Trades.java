package org.kithway.demo;

import java.util.List;

/** What the town's people do for a living. */
final class Trades {
    static final List<Trade> ALL =
            List.of(
                    new Trade(
                            1,
                            List.of(
                                    "Solar Technician",
                                    "Solar Engineer",
                                    "Lead Solar Inverter Engineer"),
                            List.of(
                                    "Solar Inverters",
                                    "Photovoltaics",
                                    "Power Electronics",
                                    "Battery Storage"),
                            List.of("Solar", "Power Electronics"),
                            List.of(
                                    "String inverters fail in the fan first: clean the filter before you swap the board.",
                                    "We sized the inverter at 80 % of the modules' peak and lost less than 2 % a year.",
                                    "Grid codes changed again, so here is how we set reactive power on old inverters."),
                            List.of(
                                    "found the fault in our solar inverters in one afternoon",
                                    "knows photovoltaics from the module to the grid meter")),
                    new Trade(
                            1,
                            List.of(
                                    "Data Engineer",
                                    "Streaming Engineer",
                                    "Principal Streaming Engineer"),
                            List.of(
                                    "Apache Kafka",
                                    "Stream Processing",
                                    "Kubernetes",
                                    "Data Pipelines"),
                            List.of("Data Systems", "Streaming"),
                            List.of(
                                    "A Kafka topic is a promise: name its owner, its key and its retention on day one.",
                                    "Consumer lag is a symptom. We found the cause in one slow partition key.",
                                    "Compacted topics in Kafka keep the last word per key, so choose the key with care."),
                            List.of(
                                    "moved our order system to Kafka without losing a single event",
                                    "explains stream processing so that operations can run it")),
                    new Trade(
                            2,
                            List.of("Payroll Clerk", "Payroll Specialist", "Head of Payroll"),
                            List.of(
                                    "Payroll",
                                    "Wage Tax",
                                    "Pension Administration",
                                    "Time Recording"),
                            List.of("Payroll Services", "Personnel Services"),
                            List.of(
                                    "Before you change payroll software, run both for two months and compare every slip.",
                                    "Overtime rules are where most payroll errors begin: write them down as examples.",
                                    "A payroll calendar on the wall saves more questions than any portal."),
                            List.of(
                                    "ran the payroll of nine hundred people without one late slip",
                                    "untangled pension contributions that three offices had given up on")),
                    new Trade(
                            2,
                            List.of("Carpenter", "Timber Engineer", "Head of Timber Construction"),
                            List.of(
                                    "Timber Construction",
                                    "Structural Design",
                                    "Joinery",
                                    "Wood Moisture"),
                            List.of("Timber", "Timber Works", "Carpentry"),
                            List.of(
                                    "Cross-laminated timber wants a dry site: plan the roof before the floors.",
                                    "Most squeaking floors are a moisture problem, hardly ever a nail problem.",
                                    "We built four storeys of timber in eleven weeks; the lift shaft took seven."),
                            List.of(
                                    "designed the timber frame of our school and it went up in a week",
                                    "reads wood like others read a drawing")),
                    new Trade(
                            2,
                            List.of(
                                    "Heating Fitter",
                                    "Heat Pump Planner",
                                    "Head of Heating Systems"),
                            List.of(
                                    "Heat Pumps",
                                    "Hydraulic Balancing",
                                    "Heating Systems",
                                    "Refrigeration"),
                            List.of("Heating", "Climate Systems"),
                            List.of(
                                    "A heat pump in an old house works when the flow temperature stays under 50 degrees.",
                                    "Hydraulic balancing costs a day and saves a tenth of the heat.",
                                    "Noise complaints about heat pumps are mostly about where they stand."),
                            List.of(
                                    "planned the heat pumps of our whole street",
                                    "balances a heating system by ear and proves it by numbers")),
                    new Trade(
                            5,
                            List.of("Accounts Clerk", "Accountant", "Head of Accounting"),
                            List.of("Accounting", "Annual Accounts", "Controlling", "VAT"),
                            List.of("Savings Bank", "Accounting", "Trust"),
                            List.of(
                                    "Close the month in three days: the trick is what you no longer do on day one.",
                                    "A budget nobody argues about is a budget nobody reads.",
                                    "Provisions deserve a sentence each, so that next year's you understands them."),
                            List.of(
                                    "closed our books on time in the year when everything changed",
                                    "finds the one posting that is wrong")),
                    new Trade(
                            2,
                            List.of("Plant Operator", "Water Engineer", "Head of Water Treatment"),
                            List.of(
                                    "Water Treatment",
                                    "Membrane Filtration",
                                    "Laboratory Analysis",
                                    "Sewage"),
                            List.of("Water Works", "Water"),
                            List.of(
                                    "Membranes last twice as long when the pre-filter is boringly well kept.",
                                    "We halved the chlorine and nobody noticed, which is the point of water treatment.",
                                    "Sample on Mondays too. Weekends change a network."),
                            List.of(
                                    "brought our water treatment plant back within limits in a month",
                                    "knows every valve between the spring and the tap")),
                    new Trade(
                            4,
                            List.of("Dispatcher", "Logistics Planner", "Head of Logistics"),
                            List.of(
                                    "Freight Logistics",
                                    "Route Planning",
                                    "Customs",
                                    "Warehousing"),
                            List.of("Logistics", "Freight", "Haulage"),
                            List.of(
                                    "An empty return trip is a planning error, not a fact of life.",
                                    "Customs papers: fill them in before the truck is loaded, always.",
                                    "We moved the fast movers next to the gate and walked 40 km less a day."),
                            List.of(
                                    "got our freight through customs when nobody else could",
                                    "plans routes that drivers are grateful for")),
                    new Trade(
                            5,
                            List.of("Nurse", "Senior Nurse", "Head of Nursing"),
                            List.of(
                                    "Community Nursing",
                                    "Wound Care",
                                    "Palliative Care",
                                    "Care Planning"),
                            List.of("Clinic", "Care", "Health Centre"),
                            List.of(
                                    "A handover of four sentences beats a form of four pages.",
                                    "Wound care at home works when the same two people come.",
                                    "Ask what matters today, then plan the care."),
                            List.of(
                                    "taught our team palliative care with patience and humour",
                                    "plans care around people")),
                    new Trade(
                            6,
                            List.of(
                                    "Software Developer",
                                    "Senior Software Developer",
                                    "Software Architect"),
                            List.of(
                                    "Java",
                                    "Software Architecture",
                                    "PostgreSQL",
                                    "Automated Testing"),
                            List.of("Software", "Systems", "Digital"),
                            List.of(
                                    "Delete the configuration that nobody has changed in three years.",
                                    "A slow test suite is a design review you did not ask for.",
                                    "We replaced five services by one and the on-call phone went quiet."),
                            List.of(
                                    "turned our oldest Java system into the one that everybody likes to change",
                                    "reviews code so that you want to write better code")),
                    new Trade(
                            2,
                            List.of(
                                    "Procurement Assistant",
                                    "Procurement Officer",
                                    "Head of Procurement"),
                            List.of(
                                    "Public Procurement",
                                    "Tendering",
                                    "Contract Management",
                                    "Supplier Audits"),
                            List.of("Council Services", "Procurement"),
                            List.of(
                                    "Write the tender so that the second best bidder understands why it lost.",
                                    "Price is one criterion. Say how the others are measured.",
                                    "Supplier audits go better when you bring your own biscuits."),
                            List.of(
                                    "led a public procurement that nobody appealed against",
                                    "knows which clause will hurt in year three")),
                    new Trade(
                            2,
                            List.of("Paralegal", "Legal Counsel", "General Counsel"),
                            List.of("Contract Law", "Data Protection", "Labour Law", "Mediation"),
                            List.of("Legal", "Chambers"),
                            List.of(
                                    "A contract of two pages that both read beats forty that nobody did.",
                                    "Data protection is a question of what you never collect.",
                                    "Mediate early: the second letter costs more than the first meeting."),
                            List.of(
                                    "wrote our contracts in words that we understand",
                                    "settled a labour dispute before it became one")),
                    new Trade(
                            3,
                            List.of(
                                    "Dairy Worker",
                                    "Food Technologist",
                                    "Head of Dairy Production"),
                            List.of(
                                    "Dairy Processing",
                                    "Food Safety",
                                    "Fermentation",
                                    "Cold Chain"),
                            List.of("Dairy", "Foods", "Creamery"),
                            List.of(
                                    "Fermentation is patience with a thermometer.",
                                    "The cold chain breaks at the door: measure there.",
                                    "We cut food waste by a third by changing the size of one lid."),
                            List.of(
                                    "saved a season's cheese with one look at the culture",
                                    "made food safety a habit in our dairy")),
                    new Trade(
                            4,
                            List.of("Designer", "Brand Designer", "Head of Marketing"),
                            List.of(
                                    "Brand Design",
                                    "Typography",
                                    "Campaign Planning",
                                    "Photography"),
                            List.of("Design", "Press", "Media"),
                            List.of(
                                    "A brand is what people say when your logo is not in the room.",
                                    "Set one typeface well before you buy another.",
                                    "The campaign that worked had one sentence and one picture."),
                            List.of(
                                    "gave our cooperative a face",
                                    "hears the one sentence in two hours of talk")),
                    new Trade(
                            4,
                            List.of("Teacher", "Course Leader", "Head of Adult Education"),
                            List.of(
                                    "Adult Education",
                                    "Curriculum Design",
                                    "Facilitation",
                                    "Language Teaching"),
                            List.of("Academy", "Evening School"),
                            List.of(
                                    "Adults learn what they can use on Monday.",
                                    "Begin a course with the exam and work backwards.",
                                    "Silence is a teaching tool. Count to ten."),
                            List.of(
                                    "taught half of our town to read a balance sheet",
                                    "designs courses that people finish")),
                    new Trade(
                            1,
                            List.of("Grid Technician", "Grid Planner", "Head of Grid Planning"),
                            List.of(
                                    "Grid Planning",
                                    "Load Forecasting",
                                    "Substations",
                                    "Protection Relays"),
                            List.of("Grid", "Energy"),
                            List.of(
                                    "Every charging point is a question to the transformer behind it.",
                                    "Forecast the peak, then ask who could move it by an hour.",
                                    "Relay settings belong into version control."),
                            List.of(
                                    "planned a substation that still has room to grow",
                                    "predicted our peak load to within two percent")),
                    new Trade(
                            4,
                            List.of("Mechanic", "Maintenance Engineer", "Head of Maintenance"),
                            List.of(
                                    "Machine Maintenance",
                                    "Hydraulics",
                                    "Welding",
                                    "Condition Monitoring"),
                            List.of("Turbines", "Machine Works", "Tools"),
                            List.of(
                                    "Listen to the bearing before you read the sensor.",
                                    "A spare part on the shelf is cheaper than a night of waiting.",
                                    "We print the last three faults on the machine itself."),
                            List.of(
                                    "kept our line running through a winter without spares",
                                    "repairs hydraulics and explains them while doing so")),
                    new Trade(
                            3,
                            List.of("Recruiter", "Senior Recruiter", "Head of People"),
                            List.of(
                                    "Recruiting",
                                    "Interviewing",
                                    "Employer Branding",
                                    "Onboarding"),
                            List.of("People", "Talent"),
                            List.of(
                                    "Tell every candidate the date by which they will hear from you, and keep it.",
                                    "Good onboarding starts with a working laptop.",
                                    "Ask for a story, never for a strength."),
                            List.of(
                                    "found us three people whom nobody else had found",
                                    "interviews so that both sides learn something")),
                    new Trade(
                            3,
                            List.of("Data Analyst", "Senior Data Analyst", "Head of Analytics"),
                            List.of("Data Analysis", "Statistics", "SQL", "Dashboards"),
                            List.of("Analytics", "Research"),
                            List.of(
                                    "Plot the raw points first. The average can wait.",
                                    "A dashboard without a question is decoration.",
                                    "Half of our anomalies were daylight saving time."),
                            List.of(
                                    "showed us with one chart what a year of meetings had not",
                                    "writes queries that others can read")));

    private static final int TOTAL_WEIGHT = ALL.stream().mapToInt(Trade::weight).sum();

    private Trades() {}

    static Trade draw(Dice dice) {
        int left = dice.below(TOTAL_WEIGHT);
        for (Trade trade : ALL) {
            left -= trade.weight();
            if (left < 0) {
                return trade;
            }
        }
        throw new AssertionError("the weights do not add up");
    }
}
