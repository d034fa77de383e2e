package museum.atrium.benchmarks;

/** Prints what was measured beside its bar, and remembers whether all bars were passed. */
public final class Bars {

    private final String benchmark;
    private boolean passed = true;

    public Bars(String benchmark) {
        this.benchmark = benchmark;
    }

    public void atLeast(String what, String measured, double value, double bar) {
        report(what, measured, value >= bar, "at least", bar);
    }

    public void atMost(String what, String measured, double value, double bar) {
        report(what, measured, value <= bar, "at most", bar);
    }

    public boolean passed() {
        return passed;
    }

    private void report(String what, String measured, boolean good, String comparison, double bar) {
        System.out.printf(
                "%s %-38s %s (%s %s)%s%n", benchmark, what, measured, comparison, plain(bar), good ? "" : " MISSED");
        passed &= good;
    }

    private static String plain(double bar) {
        return bar == Math.rint(bar) ? "%,.0f".formatted(bar) : Double.toString(bar);
    }
}
