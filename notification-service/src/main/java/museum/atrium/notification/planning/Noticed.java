package museum.atrium.notification.planning;

/** Something was noticed that concerns a whole audience and is to be passed on. */
record Noticed() {}
