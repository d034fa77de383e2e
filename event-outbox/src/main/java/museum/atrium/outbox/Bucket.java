package museum.atrium.outbox;

/** Divides keys among relays: whoever holds a bucket sends all events of its keys. */
final class Bucket {

    /** Never to be changed while an outbox holds events: a key must stay in its bucket. */
    static final int COUNT = 16;

    private Bucket() {}

    static short of(String key) {
        return (short) Math.floorMod(key.hashCode(), COUNT);
    }
}
