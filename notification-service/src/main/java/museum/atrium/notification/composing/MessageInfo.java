package museum.atrium.notification.composing;

import java.util.Map;

/**
 * What an organiser wrote.
 *
 * @param subject by language tag (BCP 47)
 * @param text by language tag, plain; blank lines part its paragraphs
 */
public record MessageInfo(Map<String, String> subject, Map<String, String> text) {

    public MessageInfo {
        subject = Map.copyOf(subject);
        text = Map.copyOf(text);
    }
}
