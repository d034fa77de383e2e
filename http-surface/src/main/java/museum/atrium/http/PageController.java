package museum.atrium.http;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;

/** Has people told on a page what it refuses. Programs, which do not ask for pages, get a problem as everywhere else. */
public interface PageController {

    /** The page that says why. */
    ResponseEntity<String> refused(Refusal refusal, HttpServletRequest request);
}
