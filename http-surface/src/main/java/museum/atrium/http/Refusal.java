package museum.atrium.http;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An expected refusal: thrown by a controller or what it calls, answered as a problem, not logged.
 *
 * <p>The type of the problem is {@code urn:atrium:problem:<slug>}; details and messages are read by people and must
 * name what they can look for, but no personal data.
 */
public final class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String slug;
    private final List<FieldError> errors;
    private final @Nullable Duration retryAfter;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    private Refusal(
            HttpStatus status, String slug, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** 400: the request as a whole, or a parameter of its query, cannot be understood. */
    public static Refusal badRequest(String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, "bad-request", detail, List.of(), null);
    }

    /** 400 for a reason that the slug tells. */
    public static Refusal badRequest(String slug, String detail) {
        return new Refusal(HttpStatus.BAD_REQUEST, slug, detail, List.of(), null);
    }

    /** 401: who asks has not said who they are. */
    public static Refusal unauthorized(String detail) {
        return new Refusal(HttpStatus.UNAUTHORIZED, "unauthorized", detail, List.of(), null);
    }

    /** 403: who asks is known and may not. */
    public static Refusal forbidden(String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, "forbidden", detail, List.of(), null);
    }

    /** 403: who asks may not, for a reason that the slug, such as {@code signed-out}, tells. */
    public static Refusal forbidden(String slug, String detail) {
        return new Refusal(HttpStatus.FORBIDDEN, slug, detail, List.of(), null);
    }

    /** 404: there is no such thing, or none that the caller may know of. */
    public static Refusal notFound(String detail) {
        return new Refusal(HttpStatus.NOT_FOUND, "not-found", detail, List.of(), null);
    }

    /** 409: the state of things does not allow it; the slug, such as {@code full}, lets a program tell why. */
    public static Refusal conflict(String slug, String detail) {
        return new Refusal(HttpStatus.CONFLICT, slug, detail, List.of(), null);
    }

    /** 410: it was here and is not any more. */
    public static Refusal gone(String detail) {
        return new Refusal(HttpStatus.GONE, "gone", detail, List.of(), null);
    }

    /** 412: the resource is not, or no longer, as the caller's condition says. */
    public static Refusal preconditionFailed(String detail) {
        return new Refusal(HttpStatus.PRECONDITION_FAILED, "precondition-failed", detail, List.of(), null);
    }

    /** 422: fields are wrong. */
    public static Refusal invalid(FieldError... errors) {
        return invalid(List.of(errors));
    }

    /** 422: fields are wrong. */
    public static Refusal invalid(List<FieldError> errors) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need a change.", errors, null);
    }

    /** 429: this caller asks too often. */
    public static Refusal tooMany(Duration retryAfter) {
        return tooMany(
                "too-many-requests",
                "Too many requests came from here in a short time. Please wait a little and try again.",
                retryAfter);
    }

    /** 429: asked too often; the slug, such as {@code proof-required}, lets a program tell what it may do about it. */
    public static Refusal tooMany(String slug, String detail, Duration retryAfter) {
        return new Refusal(HttpStatus.TOO_MANY_REQUESTS, slug, detail, List.of(), retryAfter);
    }

    /** 503: there is more to do than this service can take on now. */
    public static Refusal overloaded(Duration retryAfter) {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "overloaded",
                "There is more to do at the moment than can be done. Please try again shortly.",
                List.of(),
                retryAfter);
    }

    /** What somebody else does for us cannot be done at the moment. */
    public static Refusal notNow(String slug, String detail, Duration retryAfter) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, slug, detail, List.of(), retryAfter);
    }

    /**
     * Adds a member to the problem, for a program to read.
     *
     * @param value anything that can be written as JSON
     * @return this
     */
    public Refusal with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** What {@link #with} added, in that order. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    /** After what time it may be tried again, when that is known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
