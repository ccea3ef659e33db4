package org.kithway.need;

/**
 * How likely a contact helps to a job, by the contacts in common:
 *
 * <pre>
 * logit P(help) = a + b ln(1 + m) - c ln(1 + m)^2
 * </pre>
 *
 * <p>Rajkumar, Saint-Jacques, Bojinov, Brynjolfsson and Aral (<i>A causal test of the strength of
 * weak ties</i>, Science 377, 2022) found an inverted U: moderately weak ties help most, those with
 * nearly none and those with very many contacts in common less. The curve has that form.
 *
 * @param a the log odds of help from a contact with none in common
 * @param b how steeply it rises, above 0
 * @param c how soon it falls again, above 0
 */
public record HelpCurve(double a, double b, double c) {
    /**
     * Assumed until outcomes are known: the peak at 10 contacts in common, 20 % there and 2 % with
     * none in common.
     */
    public static final HelpCurve PRIOR = through(10, 0.2, 0.02);

    public HelpCurve {
        if (!Double.isFinite(a) || !(b > 0) || !(c > 0)) {
            throw new IllegalArgumentException("the curve does not rise and fall");
        }
    }

    /**
     * The curve with its peak at so many contacts in common.
     *
     * @param peak above 0
     * @param best the probability at the peak, below 1
     * @param none the probability with none in common, above 0 and below the best
     */
    public static HelpCurve through(double peak, double best, double none) {
        double x = Math.log1p(peak);
        double c = (logit(best) - logit(none)) / (x * x);
        return new HelpCurve(logit(none), 2 * c * x, c);
    }

    /** At how many contacts in common help is likeliest. */
    public double peak() {
        return Math.expm1(b / (2 * c));
    }

    /** The probability of help from a contact with so many in common. */
    public double probability(int common) {
        double x = Math.log1p(common);
        return 1 / (1 + Math.exp(-(a + b * x - c * x * x)));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }
}
