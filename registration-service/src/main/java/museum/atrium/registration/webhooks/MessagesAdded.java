package museum.atrium.registration.webhooks;

/** There is something to deliver once the transaction is committed. */
record MessagesAdded() {}
