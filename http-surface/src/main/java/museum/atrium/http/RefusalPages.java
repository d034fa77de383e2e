package museum.atrium.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;

/** Tells people, in the language of their browser, what is refused before a {@link PageController} is asked. */
public interface RefusalPages {

    /** The page that says why. */
    ResponseEntity<String> refused(Refusal refusal, HttpServletRequest request);
}
