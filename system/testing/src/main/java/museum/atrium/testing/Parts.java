package museum.atrium.testing;

/** Where the real parts of a test run. */
enum Parts {
    EMBEDDED,
    CONTAINERS;

    /** What the system property {@code parts} says; embedded when it says nothing. */
    static Parts chosen() {
        return named(System.getProperty("parts", ""));
    }

    static Parts named(String name) {
        return switch (name) {
            case "", "embedded" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            default ->
                throw new IllegalArgumentException(
                        "-Dparts=" + name + " is not known; use -Dparts=embedded or -Dparts=containers.");
        };
    }
}
