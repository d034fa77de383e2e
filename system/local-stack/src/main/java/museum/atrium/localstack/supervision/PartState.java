package museum.atrium.localstack.supervision;

/** What is to be seen of a part from outside. */
public enum PartState {
    STOPPED("stopped"),
    STARTING("starting"),
    READY("ready"),
    DOWN("down, will be started again"),
    FAILED("failed"),
    ELSEWHERE("yours, not started here");

    private final String words;

    PartState(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }
}
