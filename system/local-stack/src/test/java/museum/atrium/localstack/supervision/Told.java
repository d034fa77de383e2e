package museum.atrium.localstack.supervision;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import museum.atrium.localstack.Progress;

/** Keeps what a stack told. */
public final class Told implements Progress {

    private final List<String> sentences = new CopyOnWriteArrayList<>();

    @Override
    public void say(String sentence) {
        sentences.add(sentence);
    }

    public List<String> sentences() {
        return sentences;
    }
}
