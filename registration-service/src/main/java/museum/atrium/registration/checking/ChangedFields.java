package museum.atrium.registration.checking;

import java.util.Set;
import museum.atrium.http.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields that a JSON Merge Patch (RFC 7396) changes. */
public final class ChangedFields {

    private ChangedFields() {}

    /** @throws Refusal 400 if it is no object */
    public static ObjectNode of(JsonNode patch) {
        if (patch instanceof ObjectNode changes) {
            return changes;
        }
        throw Refusal.badRequest("The body must be a JSON object with the fields that change.");
    }

    /**
     * @param insteadOfAddress what to do about a mail address, which is changed in another way everywhere
     * @throws Refusal naming every field that is not {@code changeable}
     */
    public static ObjectNode of(JsonNode patch, Set<String> changeable, String insteadOfAddress) {
        ObjectNode changes = of(patch);
        Findings findings = new Findings();
        changes.propertyNames().stream()
                .filter(field -> !changeable.contains(field))
                .forEach(field ->
                        findings.add(field, field.equals("email") ? insteadOfAddress : "cannot be changed here"));
        findings.refuseIfAny();
        return changes;
    }
}
