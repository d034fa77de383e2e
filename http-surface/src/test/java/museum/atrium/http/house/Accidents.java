package museum.atrium.http.house;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Accidents {

    @GetMapping("/accidents/{kind}")
    String happen(@PathVariable String kind) {
        throw switch (kind) {
            case "no-connection" -> new CannotGetJdbcConnectionException("db.internal does not answer");
            case "connection-lost" -> new DataAccessResourceFailureException("db.internal went away");
            case "no-transaction" -> new CannotCreateTransactionException("db.internal does not answer");
            case "bug" -> new IllegalStateException("the password is swordfish");
            case "conflict" -> Refusal.conflict("full", "All places are taken.");
            case "invalid" -> Refusal.invalid(new FieldError("email", "must be an address"));
            case "too-often" ->
                Refusal.tooMany("riddle", "Solve the riddle first.", Duration.ofSeconds(30))
                        .with("riddle", Map.of("question", "what has keys and opens nothing"));
            case "too-many" -> Refusal.tooMany(Duration.ofSeconds(30));
            case "overloaded" -> Refusal.overloaded(Duration.ofMillis(200));
            case "unauthorized" -> Refusal.unauthorized("Sign in first.");
            default -> Refusal.notFound("There is no such accident.");
        };
    }

    @GetMapping("/accidents/half-way")
    void happenHalfWay(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.getOutputStream().print("the first half\n");
        response.flushBuffer();
        throw new IllegalStateException("the second half is lost");
    }
}
