package museum.atrium.inbox.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of plain text, or an address in it that readers make a link of (then {@code link} is not empty). */
record TextPiece(String text, String link) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`]*[^\\s<>\"'`.,;:!?)\\]}]");

    boolean isLink() {
        return !link.isEmpty();
    }

    static List<TextPiece> of(String text) {
        var pieces = new ArrayList<TextPiece>();
        Matcher address = ADDRESS.matcher(text);
        int done = 0;
        while (address.find()) {
            pieces.add(new TextPiece(text.substring(done, address.start()), ""));
            pieces.add(new TextPiece(address.group(), address.group()));
            done = address.end();
        }
        pieces.add(new TextPiece(text.substring(done), ""));
        return pieces;
    }
}
