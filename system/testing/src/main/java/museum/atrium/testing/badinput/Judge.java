package museum.atrium.testing.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import museum.atrium.testing.HttpContract;
import tools.jackson.databind.JsonNode;

/**
 * What may be answered to whatever came.
 *
 * @param path of the example, by which the document finds the operation
 */
record Judge(HttpContract contract, Operation operation, String path) {

    private static final int UNPROCESSABLE = 422;
    private static final int FIRST_FAILURE = 500;
    private static final int AWAY = 503;
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+(\\.[a-zA-Z]+)+\\(|\\b(java|jakarta|org\\.(springframework|postgresql|apache)|tools\\.jackson|"
                    + "museum\\.atrium)\\.[a-z]+\\.|Exception\\b|SQLSTATE|Whitelabel");

    /** @return what is wrong with the answer; empty if nothing is */
    List<String> complaints(Attempt attempt, Answer answer) {
        List<String> complaints = new ArrayList<>();
        if (answer.status() >= FIRST_FAILURE && (answer.status() != AWAY || answer.retryAfter() == null)) {
            complaints.add("it fails with " + answer.status());
        }
        if (attempt.wish().refused() && !answer.isRefusal()) {
            complaints.add("the document forbids it, and it is taken with " + answer.status());
        }
        if (INSIDE.matcher(answer.body()).find()) {
            complaints.add("it tells of the inside");
        }
        if (answer.isRefusal() && !answer.is("text/html") && !isBare(attempt, answer)) {
            refusal(attempt, answer, complaints);
        }
        if (attempt.wish().byDocument()) {
            differences(answer, complaints);
        }
        return complaints;
    }

    private boolean isBare(Attempt attempt, Answer answer) {
        boolean documented =
                attempt.method().equals(operation.method()) && operation.bare().contains("" + answer.status());
        return answer.body().isEmpty() && (documented || attempt.method().equals("HEAD"));
    }

    private static void refusal(Attempt attempt, Answer answer, List<String> complaints) {
        JsonNode problem = answer.json();
        if (!answer.is("application/problem+json") || problem == null) {
            complaints.add("it is refused without a problem");
            return;
        }
        if (problem.path("title").asString("").isBlank()
                || problem.path("detail").asString("").isBlank()
                || problem.path("status").asInt(0) != answer.status()
                || !problem.path("type").asString("").startsWith("urn:atrium:problem:")) {
            complaints.add("the problem lacks its type, title, status or detail");
        }
        if (problem.path("instance").asString("").equals("/error")) {
            complaints.add("the problem is told of another address");
        }
        if (answer.status() == UNPROCESSABLE
                && attempt.wish().field() != null
                && !names(attempt.wish().field(), problem)) {
            complaints.add("it does not name " + attempt.wish().field());
        }
    }

    /** By its own name, or that of what it is part of or that is part of it. */
    private static boolean names(String field, JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("field").asString(""))
                .anyMatch(named -> isWithin(field, named) || isWithin(named, field));
    }

    private static boolean isWithin(String part, String whole) {
        return !whole.isEmpty()
                && part.startsWith(whole)
                && (part.length() == whole.length() || ".[".indexOf(part.charAt(whole.length())) >= 0);
    }

    private void differences(Answer answer, List<String> complaints) {
        try {
            contract.assertValid(
                    operation.method(),
                    path,
                    answer.status(),
                    answer.type(),
                    answer.body().isEmpty() ? null : answer.body());
        } catch (AssertionError e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
    }
}
