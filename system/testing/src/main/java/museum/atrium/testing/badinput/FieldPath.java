package museum.atrium.testing.badinput;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where a value is in a body, named as problems name it: {@code sessions[0].startsAt}. Of lists it knows the first entry. */
record FieldPath(List<Step> steps) {

    static final FieldPath ROOT = new FieldPath(List.of());

    /** @param item whether it leads to a list's first entry, which has no name */
    record Step(String name, boolean item) {}

    FieldPath field(String name) {
        return then(new Step(name, false));
    }

    FieldPath item() {
        return then(new Step("", true));
    }

    String name() {
        StringBuilder name = new StringBuilder();
        for (Step step : steps) {
            if (step.item()) {
                name.append("[0]");
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step.name());
            }
        }
        return name.toString();
    }

    /** The nearest name: an entry of {@code emails} is an email, too. */
    String lastName() {
        return steps.reversed().stream()
                .filter(step -> !step.item())
                .map(Step::name)
                .findFirst()
                .orElse("");
    }

    JsonNode with(JsonNode body, String text) {
        JsonNode copy = body.deepCopy();
        JsonNode at = copy;
        for (int i = 0; i < steps.size() - 1; i++) {
            at = child(at, steps.get(i), steps.get(i + 1).item());
        }
        Step last = steps.getLast();
        if (at instanceof ArrayNode list) {
            if (list.isEmpty()) {
                list.add(text);
            } else {
                list.set(0, list.textNode(text));
            }
        } else if (at instanceof ObjectNode object) {
            object.put(last.name(), text);
        }
        return copy;
    }

    JsonNode without(JsonNode body) {
        JsonNode copy = body.deepCopy();
        JsonNode at = copy;
        for (Step step : steps.subList(0, steps.size() - 1)) {
            at = child(at, step, false);
        }
        if (at instanceof ObjectNode object) {
            object.remove(steps.getLast().name());
        }
        return copy;
    }

    /** What is there, or an empty one in its place. */
    private static JsonNode child(JsonNode at, Step step, boolean list) {
        JsonNode there = step.item() ? at.get(0) : at.get(step.name());
        if (there != null && there.isContainer()) {
            return there;
        }
        JsonNode made = list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        if (at instanceof ArrayNode array) {
            array.removeAll();
            array.add(made);
        } else if (at instanceof ObjectNode object) {
            object.set(step.name(), made);
        }
        return made;
    }

    private FieldPath then(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }
}
