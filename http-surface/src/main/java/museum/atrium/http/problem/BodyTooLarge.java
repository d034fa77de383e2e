package museum.atrium.http.problem;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;

/** More of a body came than the path takes. */
public final class BodyTooLarge extends IOException {

    private final DataSize limit;

    public BodyTooLarge(DataSize limit) {
        super("A body of more than " + limit);
        this.limit = limit;
    }

    public ProblemDetail problem() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE, "The body is larger than the " + limit.toBytes() + " bytes taken here.");
    }
}
