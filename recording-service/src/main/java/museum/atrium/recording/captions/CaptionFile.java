package museum.atrium.recording.captions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of captions: WebVTT (https://www.w3.org/TR/webvtt1/), or SubRip, which is told by its missing signature. It is read strictly,
 * because a player passes over what it does not understand, and nobody would notice. What is kept is written anew: cues, where they
 * stand, and the tags that WebVTT has; no styles, which may load something, and no notes.
 */
final class CaptionFile {

    private static final int MOST_CUES = 50_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,4}):)?([0-5]\\d):([0-5]\\d)[.,](\\d{3})");
    private static final Pattern TIMING =
            Pattern.compile("(" + TIME.pattern() + ")\\s+-->\\s+(" + TIME.pattern() + ")(?:\\s+(.*))?");
    private static final Pattern SETTING = Pattern.compile("(vertical|line|position|size|align):[A-Za-z0-9.,%-]{1,40}");
    private static final Pattern TAG = Pattern.compile(
            "</?(?:c|i|b|u|v|lang|ruby|rt)(?:\\.[^\\s<>&.]+)*(?:[ \\t][^<>]*)?>|<" + TIME.pattern() + ">");
    private static final Pattern SUBRIP_TAG = Pattern.compile("</?font[^>]*>|\\{\\\\an?\\d+\\}");

    private final List<String> lines;
    private final boolean subRip;
    private final List<Cue> cues = new ArrayList<>();
    private int at;

    private CaptionFile(String text) {
        this.lines = text.lines().toList();
        this.subRip = lines.isEmpty() || !lines.getFirst().startsWith("WEBVTT");
    }

    /** @throws MalformedCaptions saying where and what */
    static List<Cue> read(String text) {
        return new CaptionFile(text.startsWith("\ufeff") ? text.substring(1) : text).read();
    }

    /** As WebVTT. */
    static String write(List<Cue> cues) {
        return cues.stream().map(Cue::written).collect(Collectors.joining("\n", "WEBVTT\n\n", ""));
    }

    private List<Cue> read() {
        if (!subRip) {
            if (!lines.getFirst().matches("WEBVTT(?:[ \\t].*)?")) {
                throw wrong("the first line of WebVTT is WEBVTT");
            }
            skipBlock();
        }
        while (at < lines.size()) {
            if (lines.get(at).isBlank()) {
                at++;
            } else if (!subRip && lines.get(at).matches("(NOTE|STYLE|REGION)(\\s.*)?")) {
                skipBlock();
            } else {
                cue();
            }
        }
        if (cues.isEmpty()) {
            throw wrong("there is not one cue, such as 00:00:01.000 --> 00:00:04.000 and a line of text below");
        }
        return List.copyOf(cues);
    }

    private void cue() {
        if (!lines.get(at).contains("-->")) {
            // Its name or number.
            at++;
        }
        Matcher timing = TIMING.matcher(at < lines.size() ? lines.get(at).strip() : "");
        if (!timing.matches()) {
            throw wrong("here should stand when words are said, such as 00:00:01.000 --> 00:00:04.000");
        }
        long start = millis(timing, 2);
        long end = millis(timing, 7);
        if (end <= start) {
            throw wrong("the words end before they begin");
        }
        if (!cues.isEmpty() && start < cues.getLast().startMillis()) {
            throw wrong("the words begin before those above them");
        }
        if (cues.size() == MOST_CUES) {
            throw wrong("there are more than %d cues".formatted(MOST_CUES));
        }
        String settings = settings(timing.group(11));
        at++;
        cues.add(new Cue(start, end, settings, text()));
    }

    private String text() {
        int first = at;
        StringBuilder text = new StringBuilder();
        while (at < lines.size() && !lines.get(at).isBlank()) {
            if (lines.get(at).contains("-->")) {
                throw wrong("an empty line is missing above");
            }
            text.append(text.isEmpty() ? "" : "\n").append(marked(lines.get(at).strip()));
            at++;
        }
        if (text.isEmpty()) {
            at = first;
            throw wrong("the words are missing");
        }
        if (text.length() > LONGEST_TEXT) {
            at = first;
            throw wrong("the words are longer than %d characters".formatted(LONGEST_TEXT));
        }
        return text.toString();
    }

    /** Tags that WebVTT has stay as they are; whatever else looks like one is text. */
    private String marked(String line) {
        if (line.chars().anyMatch(character -> character < ' ' && character != '\t')) {
            throw wrong("there is a character that cannot be shown");
        }
        String text = subRip ? SUBRIP_TAG.matcher(line).replaceAll("") : line;
        StringBuilder marked = new StringBuilder();
        Matcher tag = TAG.matcher(text);
        int done = 0;
        while (tag.find()) {
            marked.append(plain(text.substring(done, tag.start()))).append(tag.group());
            done = tag.end();
        }
        return marked.append(plain(text.substring(done))).toString();
    }

    private String plain(String text) {
        String escaped =
                subRip ? text.replace("&", "&amp;") : text.replaceAll("&(?!(amp|lt|gt|nbsp|lrm|rlm);)", "&amp;");
        return escaped.replace("<", "&lt;").replace(">", "&gt;");
    }

    private String settings(@Nullable String written) {
        if (written == null || subRip) {
            return "";
        }
        return List.of(written.strip().split("\\s+")).stream()
                .filter(setting -> SETTING.matcher(setting).matches())
                .collect(Collectors.joining(" "));
    }

    private void skipBlock() {
        while (at < lines.size() && !lines.get(at).isBlank()) {
            at++;
        }
    }

    private static long millis(Matcher timing, int group) {
        String hours = timing.group(group);
        return (hours == null ? 0 : Long.parseLong(hours) * 3_600_000)
                + Long.parseLong(timing.group(group + 1)) * 60_000
                + Long.parseLong(timing.group(group + 2)) * 1_000
                + Long.parseLong(timing.group(group + 3));
    }

    private MalformedCaptions wrong(String message) {
        return new MalformedCaptions(Math.min(at, Math.max(0, lines.size() - 1)) + 1, message);
    }
}
