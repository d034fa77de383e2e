package museum.atrium.http;

/** A setting is missing or wrong, so that the service cannot start; said in one sentence, with the way out. */
public final class UnusableSetting extends RuntimeException {

    private final String remedy;

    public UnusableSetting(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
