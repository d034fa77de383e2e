package museum.atrium.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path of the field, such as {@code sessions[0].startsAt}
 * @param message what to do about it; never the refused value
 */
public record FieldError(String field, String message) {}
