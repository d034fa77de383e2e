package museum.atrium.recording.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import museum.atrium.recording.intake.Following.Asking;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fetches texts that are small enough to be held, such as captions. */
@Component
public class SmallTexts {

    private static final int LARGEST = 5 << 20;

    private final Following following;

    SmallTexts(Following following) {
        this.following = following;
    }

    /** What came. */
    public sealed interface Answer {

        record Text(String text) implements Answer {}

        record Later(String reason) implements Answer {}

        record Never(String reason) implements Answer {}
    }

    /** @param authorization told to that host alone; null: none */
    public Answer fetch(URI url, @Nullable String authorization) {
        try {
            return following.follow(new Asking(url, authorization, Map.of()), SmallTexts::read, Answer.Never::new);
        } catch (IOException failure) {
            String reason = Following.reason(failure);
            return Following.isForGood(failure) ? new Answer.Never(reason) : new Answer.Later(reason);
        }
    }

    private static Answer read(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status != 200 || response.getEntity() == null) {
            String reason = "The server answered %d instead of a file.".formatted(status);
            return Following.mayPass(status) ? new Answer.Later(reason) : new Answer.Never(reason);
        }
        try (InputStream bytes = response.getEntity().getContent()) {
            byte[] text = bytes.readNBytes(LARGEST + 1);
            return text.length > LARGEST
                    ? new Answer.Never("The file is larger than %d MB.".formatted(LARGEST >> 20))
                    : new Answer.Text(new String(text, UTF_8));
        }
    }
}
