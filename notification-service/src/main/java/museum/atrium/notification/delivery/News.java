package museum.atrium.notification.delivery;

/**
 * What is new in a series, for one of its subscribers.
 *
 * @param signedUp whether their address has a registration for it that is not over
 */
record News(Activity activity, boolean signedUp) {}
