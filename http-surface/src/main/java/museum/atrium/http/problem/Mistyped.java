package museum.atrium.http.problem;

import museum.atrium.http.Refusal;
import org.springframework.beans.TypeMismatchException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is written in an address where something else belongs. */
final class Mistyped {

    private Mistyped() {}

    static Refusal refusal(TypeMismatchException mismatch) {
        return mismatch instanceof MethodArgumentTypeMismatchException argument
                        && argument.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Refusal.notFound("There is nothing at this address.")
                : Refusal.badRequest(
                        "The value of the parameter '" + mismatch.getPropertyName() + "' cannot be understood.");
    }
}
