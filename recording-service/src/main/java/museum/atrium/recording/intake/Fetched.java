package museum.atrium.recording.intake;

/** What came of fetching a file. */
sealed interface Fetched {

    /** Every byte is there. */
    record Whole() implements Fetched {}

    /** It may come later. */
    record Later(String reason) implements Fetched {}

    /** It will not come from there. */
    record Never(String reason) implements Fetched {}

    /** Nobody wants it any more, or the service stops. */
    record Abandoned() implements Fetched {}
}
