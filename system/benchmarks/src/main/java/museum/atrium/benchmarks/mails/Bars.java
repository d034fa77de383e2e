package museum.atrium.benchmarks.mails;

/** Prints what was measured beside its bar, and remembers whether all bars were passed. */
final class Bars {

    private boolean passed = true;

    void atLeast(String what, String measured, double value, double bar) {
        report(what, measured, value >= bar, "at least", bar);
    }

    void atMost(String what, String measured, double value, double bar) {
        report(what, measured, value <= bar, "at most", bar);
    }

    boolean passed() {
        return passed;
    }

    private void report(String what, String measured, boolean good, String comparison, double bar) {
        System.out.printf("mails %-38s %s (%s %s)%s%n", what, measured, comparison, plain(bar), good ? "" : " MISSED");
        passed &= good;
    }

    private static String plain(double bar) {
        return bar == Math.rint(bar) ? "%,.0f".formatted(bar) : Double.toString(bar);
    }
}
