package museum.atrium.registration.badinput;

import museum.atrium.testing.badinput.Example;
import museum.atrium.testing.badinput.Operation;

/** How each call is made so that it works, with every field that it has. */
record ValidCalls(EveryonesCalls everyones, OrganizerCalls organizers) {

    /** A call that is added to the OpenAPI document needs a line in one of the two. */
    Example of(Operation operation) {
        return operation.signedIn() ? organizers.of(operation) : everyones.of(operation);
    }
}
