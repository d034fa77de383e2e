package museum.atrium.localstack;

/** Where the stack tells what it is doing: one sentence a line. */
@FunctionalInterface
public interface Progress {

    void say(String sentence);

    /** To the terminal, at once, so that a pipe sees it too. */
    static Progress onTerminal() {
        return sentence -> {
            System.out.println(sentence);
            System.out.flush();
        };
    }

    static Progress silent() {
        return _ -> {};
    }
}
