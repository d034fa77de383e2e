package museum.atrium.http.json;

import java.util.List;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a body that could not be read, by the name of the field where there is one. */
public final class UnreadableJson {

    private static final int LONGEST_NAME = 200;

    private UnreadableJson() {}

    /** The refusal for what a JSON parser threw; for {@code null}, that there was no body. */
    public static Refusal refusal(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> Refusal.badRequest("This call needs a body in JSON.");
            case InputCoercionException wrong
            when !wrong.getPath().isEmpty() ->
                Refusal.invalid(new FieldError(field(wrong.getPath()), Expected.of(wrong.getTargetType())));
            case StreamReadException malformed ->
                Refusal.badRequest("The body is not well-formed JSON" + place(malformed.getLocation()) + ".");
            case DatabindException wrong
            when !wrong.getPath().isEmpty() -> Refusal.invalid(new FieldError(field(wrong.getPath()), message(wrong)));
            case MismatchedInputException wrong
            when isEmpty(wrong) -> Refusal.badRequest("This call needs a body in JSON.");
            case MismatchedInputException wrong ->
                Refusal.badRequest("The body " + Expected.of(wrong.getTargetType()) + ".");
            default -> Refusal.badRequest("The body cannot be read as JSON.");
        };
    }

    private static boolean isEmpty(MismatchedInputException wrong) {
        return wrong.getOriginalMessage().startsWith("No content to map");
    }

    private static String message(DatabindException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown -> "is not a field of this request";
            case InvalidNullException missing -> "must not be null";
            case MismatchedInputException mismatch -> Expected.of(mismatch.getTargetType());
            default -> "is not a valid value";
        };
    }

    private static String field(List<Reference> path) {
        StringBuilder field = new StringBuilder();
        for (Reference step : path) {
            String name = step.getPropertyName();
            if (name == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(name);
            }
        }
        return field.length() <= LONGEST_NAME ? field.toString() : field.substring(0, LONGEST_NAME) + "…";
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
