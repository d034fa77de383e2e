package museum.atrium.recording.processing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** What a program says on its second channel: the last of it is kept, however much it is. */
final class Complaints {

    private static final int KEPT = 60;
    private static final int LONGEST = 500;
    /** How its demuxers say that bytes are missing at the end; the program goes on, and calls it a success. */
    private static final Pattern BREAKS_OFF = Pattern.compile("partial file|File ended prematurely");

    /** Of the loader, where a library stands in for one that is never called. */
    private static final String STAND_IN = "no version information available";

    private static final Pattern SPEAKER = Pattern.compile("^(\\[[^]]*] ?)+");
    private static final Pattern PATH = Pattern.compile("(file:)?/\\S+");

    private final Deque<String> last = new ArrayDeque<>();
    private boolean breaksOff;

    synchronized void hear(String line) {
        if (line.contains(STAND_IN)) {
            return;
        }
        breaksOff |= BREAKS_OFF.matcher(line).find();
        last.add(line.length() > LONGEST ? line.substring(0, LONGEST) : line);
        if (last.size() > KEPT) {
            last.remove();
        }
    }

    /** The source has fewer bytes than it says. */
    synchronized boolean breaksOff() {
        return breaksOff;
    }

    synchronized List<String> lines() {
        return List.copyOf(last);
    }

    /** Its last sentence, without the names of files. */
    synchronized String lastWords() {
        return last.reversed().stream()
                .map(line ->
                        PATH.matcher(SPEAKER.matcher(line).replaceFirst("")).replaceAll("the file"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("no word of why");
    }
}
