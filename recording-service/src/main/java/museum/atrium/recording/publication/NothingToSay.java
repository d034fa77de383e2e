package museum.atrium.recording.publication;

/** The body of a call that says everything by being made: absent, or an object without fields. */
record NothingToSay() {}
