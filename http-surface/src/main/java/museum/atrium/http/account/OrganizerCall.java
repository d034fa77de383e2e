package museum.atrium.http.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A call that somebody signed in makes, before anything is done about it.
 *
 * @param pattern of the path, as its controller has it, like {@code /api/organizer/sessions/{id}}; empty: no controller has it
 * @param path the values of the variables in the pattern
 * @param request for its query; its body is not read yet
 */
public record OrganizerCall(Access access, String pattern, Map<String, String> path, HttpServletRequest request) {

    /** To be made once the handler of the request has been found. */
    @SuppressWarnings("unchecked")
    public static OrganizerCall of(Access access, HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Object path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return new OrganizerCall(
                access,
                pattern == null ? "" : pattern.toString(),
                path == null ? Map.of() : (Map<String, String>) path,
                request);
    }

    public boolean reads() {
        return access == Access.READ;
    }

    /** Whether the pattern is this one, or one below it. */
    public boolean isAt(String prefix) {
        return pattern.equals(prefix) || pattern.startsWith(prefix + "/");
    }

    /** The same call, as if what its path begins with were not there; itself when its path begins otherwise. */
    public OrganizerCall below(String prefix) {
        return isAt(prefix) ? new OrganizerCall(access, pattern.substring(prefix.length()), path, request) : this;
    }

    public String variable(String name) {
        return path.getOrDefault(name, "");
    }
}
