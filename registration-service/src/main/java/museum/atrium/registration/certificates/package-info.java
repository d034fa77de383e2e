/** Certificates of attendance: who gets one, the document, and the page on which everybody can check it. */
@NullMarked
package museum.atrium.registration.certificates;

import org.jspecify.annotations.NullMarked;
